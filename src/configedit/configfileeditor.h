// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "configedit/linediff.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace nexus {

//! \brief What a new text would change, and whether the gateway would take it.
struct ConfigPreview {
    std::vector<DiffHunk> hunks; //!< empty when nothing changes
    Result<GatewayConfig> config; //!< or why it is refused, as `file:line:column: what is wrong`
};

//! \brief The file was changed by others since it was opened.
struct SaveConflict {
    QByteArray base; //!< what was opened
    QByteArray theirs; //!< what the file holds now; empty when it is gone
    QByteArray ours; //!< what was to be saved
    std::optional<QByteArray>
        merged; //!< both changes, when they touch different lines and the result is TOML
};

//! \brief How saving went. An Error means that the file is as it was.
using SaveOutcome = tl::expected<void, std::variant<Error, SaveConflict>>;

//! \brief Keeps a configuration file between reading and saving it.
//!
//! Lives in one thread and blocks on the file. Symbolic links are followed.
class ConfigFileEditor final : public QObject {
    Q_OBJECT

public:
    //! \brief What the gateway makes of a text; the name stands in messages. Usually parseConfig().
    using Check = std::function<Result<GatewayConfig>(QByteArrayView text, const QString &fileName)>;

    explicit ConfigFileEditor(Check check, QObject *parent = nullptr);

    //! \brief Takes the file's text as base(); the file need not exist. An error leaves everything as it was.
    //!
    //! Opening the same path again takes what others wrote and keeps the steps of undo().
    [[nodiscard]] Result<void> open(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    //! \brief The text of the file when it was opened or saved; empty without a file.
    [[nodiscard]] const QByteArray &base() const { return m_base.text; }
    //! \brief Whether the file existed then.
    [[nodiscard]] bool exists() const { return m_base.exists; }

    //! \brief Compares \a text with base() and lets the gateway's reader look at it. Touches no file.
    [[nodiscard]] ConfigPreview preview(const QByteArray &text) const;

    //! \brief Writes \a text, which then is base(). What the file held before is in `FILE.bak`.
    //!
    //! Refuses what is not TOML, and a file that is not base() any more; it does not ask the check, so that
    //! one mistake in a file does not keep people from mending another. Written beside the file and renamed:
    //! the file is never half written, and keeps its permissions. A new file is readable by its owner only.
    [[nodiscard]] SaveOutcome save(const QByteArray &text);

    //! \brief How many saves can be undone. The one that made the file cannot.
    [[nodiscard]] int undoSteps() const { return static_cast<int>(m_steps.size()); }
    //! \brief Takes the newest save back, by a save. What others changed since then stays.
    //!
    //! Does nothing without a step. A conflict or an error keeps the step.
    [[nodiscard]] SaveOutcome undo();

Q_SIGNALS:
    //! \brief base() is another text: after open(), save() or undo() made it so.
    void baseChanged();

private:
    struct FileText {
        bool exists = false;
        QByteArray text;

        bool operator==(const FileText &) const = default;
    };
    struct Step {
        QByteArray before;
        QByteArray after;
    };

    [[nodiscard]] static Result<FileText> readFile(const QString &path);
    [[nodiscard]] SaveConflict conflict(const QByteArray &theirs, const QByteArray &ours) const;
    [[nodiscard]] SaveOutcome write(const QByteArray &text);
    void setBase(FileText base);

    Check m_check;
    QString m_path;
    FileText m_base;
    std::vector<Step> m_steps;
};

} // namespace nexus
