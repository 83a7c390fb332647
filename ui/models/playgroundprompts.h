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

//! \brief What a model may answer with.
enum class AnswerForm { Text, JsonObject, JsonSchema };

//! \brief What is set more seldom; what is left alone is not sent.
struct AdvancedSettings {
    QString effort = {}; //!< `minimal`, `low`, `medium` or `high`; empty to leave it to the model
    QStringList stop = {}; //!< answers end before the first of them
    std::optional<int> seed = {};
    AnswerForm form = AnswerForm::Text; //!< text is what models do unasked
    QString schema = {}; //!< JSON as it was typed, sent with AnswerForm::JsonSchema alone

    bool operator==(const AdvancedSettings &) const = default;
};

//! \brief The efforts in rising order, as requests name them.
[[nodiscard]] QStringList reasoningEfforts();

//! \brief Everything the playground sends, and to whom.
struct SavedPrompt {
    QString name;
    QString prompt;
    QString system;
    QString tools; //!< JSON as it was typed, good or not
    QStringList models; //!< of the columns
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<int> maxTokens;
    AdvancedSettings advanced = {};
    QStringList images = {}; //!< data URLs

    bool operator==(const SavedPrompt &) const = default;
};

[[nodiscard]] QJsonObject toJson(const SavedPrompt &prompt);
//! \brief What of \a json is of the right type.
[[nodiscard]] SavedPrompt promptOf(const QJsonObject &json);

//! \brief The prompts that were saved under a name, by name. Each change is on the disk when it returns.
//!
//! A file is replaced whole, so that a crash leaves the old one or the new one. A file that cannot be read
//! as JSON is set aside under another name before the first change, and never written over. Images are kept
//! in the file as well, and limited, since all of it is read and written at once.
class PlaygroundPrompts final : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr qint64 mostImageBytes = 8 * 1024 * 1024; //!< of one prompt
    static constexpr qint64 mostImageBytesOfAll = 32 * 1024 * 1024;

    //! \param path of the file, which need not be there
    explicit PlaygroundPrompts(QString path, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const std::vector<SavedPrompt> &prompts() const { return m_prompts; }
    //! \brief The prompt of that name, or nullptr.
    [[nodiscard]] const SavedPrompt *find(const QString &name) const;

    //! \brief Whether the images of \a prompt can be kept, else what to do about it.
    [[nodiscard]] Result<void> checkImages(const SavedPrompt &prompt) const;

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
