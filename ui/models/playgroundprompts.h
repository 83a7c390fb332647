// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QAbstractListModel>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nexus {

//! \brief Everything the playground sends, but for pictures, and to whom.
struct SavedPrompt {
    QString name;
    QString prompt;
    QString system;
    QString tools; //!< JSON as it was typed, good or not
    QStringList models; //!< of the columns
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<int> maxTokens;

    bool operator==(const SavedPrompt &) const = default;
};

[[nodiscard]] QJsonObject toJson(const SavedPrompt &prompt);
//! \brief What of \a json is of the right type.
[[nodiscard]] SavedPrompt promptOf(const QJsonObject &json);

//! \brief The prompts that were saved under a name, by name. Each change is on the disk when it returns.
//!
//! A file is replaced whole, so that a crash leaves the old one or the new one. A file that cannot be read
//! as JSON is set aside under another name before the first change, and never written over.
class PlaygroundPrompts final : public QAbstractListModel {
    Q_OBJECT

public:
    //! \param path of the file, which need not be there
    explicit PlaygroundPrompts(QString path, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const std::vector<SavedPrompt> &prompts() const { return m_prompts; }
    //! \brief The prompt of that name, or nullptr.
    [[nodiscard]] const SavedPrompt *find(const QString &name) const;

    //! \brief Keeps \a prompt, in place of the one that has its name.
    //! \return why it could not be written; nothing has changed then
    [[nodiscard]] Result<void> save(const SavedPrompt &prompt);
    [[nodiscard]] Result<void> remove(const QString &name);

private:
    void load();
    [[nodiscard]] Result<void> write(const std::vector<SavedPrompt> &prompts);
    [[nodiscard]] bool setAside();

    QString m_path;
    std::vector<SavedPrompt> m_prompts; //!< by name
    bool m_isUnreadable = false; //!< the file holds what is not ours
};

} // namespace nexus
