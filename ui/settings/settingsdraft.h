// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/configfileeditor.h"
#include "configedit/configtext.h"
#include "ui/models/settingscatalog.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace nexus {

class ConfigDesk;

//! \brief Changes of settings that are collected until they are saved together.
//!
//! What others write into the file meanwhile stays; a change here is one of a key and not of a text.
class SettingsDraft final : public QObject {
    Q_OBJECT

public:
    explicit SettingsDraft(ConfigDesk &desk, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<SettingSpec> &catalog() const { return m_catalog; }

    //! \brief As it is edited: what is to be saved, else what the file says; empty for the default.
    [[nodiscard]] QString value(const SettingSpec &spec) const;

    //! \brief Wants \a text for \a spec, empty for the default.
    void set(const SettingSpec &spec, const QString &text);
    void discard();

    [[nodiscard]] int count() const { return static_cast<int>(m_wanted.size()); }
    //! \brief The lines that saving would change.
    [[nodiscard]] const std::vector<DiffHunk> &hunks() const { return m_hunks; }
    //! \brief What is wrong with what is wanted for \a key; empty when nothing is.
    [[nodiscard]] QString problem(const QString &key) const { return m_problems.value(key); }
    //! \brief What is wrong and belongs to no wanted key, as it is read from the file.
    [[nodiscard]] const std::optional<Error> &otherProblem() const { return m_otherProblem; }
    [[nodiscard]] bool canSave() const;
    //! \brief What holds in place of \a spec in this run, as it was given: `-l 127.0.0.1:9000`; empty for
    //! none.
    [[nodiscard]] QString overrideOf(const SettingSpec &spec) const;
    //! \brief Whether something is wanted that only a start takes up.
    [[nodiscard]] bool needsRestart() const;

    //! \brief Writes all that is wanted, at once.
    [[nodiscard]] Result<void> save();

Q_SIGNALS:
    //! Something above is another one. What is typed is judged a moment later.
    void changed();

private:
    void load();
    void judge();
    void judgeAlone(const Error &whole, const ConfigText &text);
    [[nodiscard]] QString saved(const SettingSpec &spec) const;
    [[nodiscard]] const SettingSpec *spec(const QString &key) const;
    [[nodiscard]] Result<ConfigText> edited(ConfigText text) const;

    ConfigDesk &m_desk;
    const std::vector<SettingSpec> m_catalog;
    std::optional<ConfigText> m_text; //!< of the file; nothing while it is not TOML
    std::vector<std::pair<QString, QString>> m_wanted; //!< key and text, in the order of typing
    std::vector<DiffHunk> m_hunks;
    QHash<QString, QString> m_problems; //!< by key
    std::optional<Error> m_otherProblem;
    QTimer m_judgeSoon;
};

} // namespace nexus
