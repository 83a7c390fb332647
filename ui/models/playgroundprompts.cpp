// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/playgroundprompts.h"

#include "ui/models/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace nexus {

namespace {

const QLatin1String listKey("prompts");

std::optional<double> numberIn(const QJsonObject &json, QLatin1String key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QStringList textsIn(const QJsonObject &json, QLatin1String key)
{
    QStringList out;
    const QJsonArray list = json.value(key).toArray();
    for (const QJsonValue value : list) {
        if (value.isString()) {
            out.append(value.toString());
        }
    }
    return out;
}

// As requests name them.
QString nameOf(AnswerForm form)
{
    switch (form) {
    case AnswerForm::Text:
        return QStringLiteral("text");
    case AnswerForm::JsonObject:
        return QStringLiteral("json_object");
    case AnswerForm::JsonSchema:
        return QStringLiteral("json_schema");
    }
    return {};
}

AnswerForm formOf(const QString &name)
{
    for (const AnswerForm form : {AnswerForm::JsonObject, AnswerForm::JsonSchema}) {
        if (name == nameOf(form)) {
            return form;
        }
    }
    return AnswerForm::Text;
}

void write(const AdvancedSettings &settings, QJsonObject &out)
{
    if (!settings.effort.isEmpty()) {
        out.insert(QStringLiteral("reasoning_effort"), settings.effort);
    }
    if (!settings.stop.isEmpty()) {
        out.insert(QStringLiteral("stop"), QJsonArray::fromStringList(settings.stop));
    }
    if (settings.seed) {
        out.insert(QStringLiteral("seed"), *settings.seed);
    }
    if (settings.form != AnswerForm::Text) {
        out.insert(QStringLiteral("response_format"), nameOf(settings.form));
    }
    if (!settings.schema.isEmpty()) {
        out.insert(QStringLiteral("schema"), settings.schema);
    }
}

AdvancedSettings advancedOf(const QJsonObject &json)
{
    AdvancedSettings out {.stop = textsIn(json, QLatin1String("stop")),
        .form = formOf(json.value(QLatin1String("response_format")).toString()),
        .schema = json.value(QLatin1String("schema")).toString()};
    out.stop.removeAll(QString());
    const QString effort = json.value(QLatin1String("reasoning_effort")).toString();
    if (reasoningEfforts().contains(effort)) {
        out.effort = effort;
    }
    const int seed = json.value(QLatin1String("seed")).toInt(-1);
    if (seed >= 0) {
        out.seed = seed;
    }
    return out;
}

// What the images of \a prompt were as files.
qint64 imageBytes(const SavedPrompt &prompt)
{
    qint64 out = 0;
    for (const QString &image : prompt.images) {
        out += image.size() / 4 * 3;
    }
    return out;
}

bool isBefore(const SavedPrompt &one, const SavedPrompt &other)
{
    const int order = one.name.compare(other.name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : one.name < other.name;
}

} // namespace

QStringList reasoningEfforts()
{
    return {
        QStringLiteral("minimal"), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")};
}

QJsonObject toJson(const SavedPrompt &prompt)
{
    QJsonObject out {{QStringLiteral("name"), prompt.name}, {QStringLiteral("prompt"), prompt.prompt},
        {QStringLiteral("system"), prompt.system}, {QStringLiteral("tools"), prompt.tools},
        {QStringLiteral("models"), QJsonArray::fromStringList(prompt.models)}};
    if (prompt.temperature) {
        out.insert(QStringLiteral("temperature"), *prompt.temperature);
    }
    if (prompt.topP) {
        out.insert(QStringLiteral("top_p"), *prompt.topP);
    }
    if (prompt.maxTokens) {
        out.insert(QStringLiteral("max_tokens"), *prompt.maxTokens);
    }
    write(prompt.advanced, out);
    if (!prompt.images.isEmpty()) {
        out.insert(QStringLiteral("images"), QJsonArray::fromStringList(prompt.images));
    }
    return out;
}

SavedPrompt promptOf(const QJsonObject &json)
{
    SavedPrompt out {.name = json.value(QLatin1String("name")).toString(),
        .prompt = json.value(QLatin1String("prompt")).toString(),
        .system = json.value(QLatin1String("system")).toString(),
        .tools = json.value(QLatin1String("tools")).toString(),
        .models = textsIn(json, QLatin1String("models")),
        .temperature = numberIn(json, QLatin1String("temperature")),
        .topP = numberIn(json, QLatin1String("top_p")),
        .maxTokens = {},
        .advanced = advancedOf(json),
        .images = textsIn(json, QLatin1String("images"))};
    const int maxTokens = json.value(QLatin1String("max_tokens")).toInt(0);
    if (maxTokens > 0) {
        out.maxTokens = maxTokens;
    }
    return out;
}

PlaygroundPrompts::PlaygroundPrompts(QString path, QObject *parent)
    : QAbstractListModel(parent)
    , m_path(std::move(path))
{
    load();
}

int PlaygroundPrompts::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_prompts.size());
}

QVariant PlaygroundPrompts::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SavedPrompt &prompt = m_prompts.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return prompt.name;
    case Qt::ToolTipRole:
        return prompt.prompt;
    default:
        return {};
    }
}

const SavedPrompt *PlaygroundPrompts::find(const QString &name) const
{
    const auto found = std::ranges::find(m_prompts, name, &SavedPrompt::name);
    return found == m_prompts.end() ? nullptr : &*found;
}

Result<void> PlaygroundPrompts::checkImages(const SavedPrompt &prompt) const
{
    const auto refused = [](const QString &why) {
        return failure({.kind = ErrorKind::InvalidRequest, .message = why, .detail = {}});
    };
    const qint64 size = imageBytes(prompt);
    if (size > mostImageBytes) {
        return refused(
            tr("The images take %1, and %2 can be kept with a prompt. Remove one, or make them smaller.")
                .arg(words::bytes(size), words::bytes(mostImageBytes)));
    }
    qint64 all = size;
    for (const SavedPrompt &other : m_prompts) {
        all += other.name == prompt.name ? 0 : imageBytes(other);
    }
    if (size > 0 && all > mostImageBytesOfAll) {
        return refused(tr("All saved prompts together can keep %1 of images. Delete one that has some first.")
                           .arg(words::bytes(mostImageBytesOfAll)));
    }
    return {};
}

Result<void> PlaygroundPrompts::save(const SavedPrompt &prompt)
{
    if (Result<void> room = checkImages(prompt); !room) {
        return room;
    }
    std::vector<SavedPrompt> next = m_prompts;
    std::erase_if(next, [&](const SavedPrompt &other) { return other.name == prompt.name; });
    next.insert(std::ranges::lower_bound(next, prompt, isBefore), prompt);
    if (Result<void> written = write(next); !written) {
        return written;
    }
    beginResetModel();
    m_prompts = std::move(next);
    endResetModel();
    return {};
}

Result<void> PlaygroundPrompts::remove(const QString &name)
{
    const auto found = std::ranges::find(m_prompts, name, &SavedPrompt::name);
    if (found == m_prompts.end()) {
        return {};
    }
    const auto place = found - m_prompts.begin();
    std::vector<SavedPrompt> next = m_prompts;
    next.erase(next.begin() + place);
    if (Result<void> written = write(next); !written) {
        return written;
    }
    beginRemoveRows({}, static_cast<int>(place), static_cast<int>(place));
    m_prompts = std::move(next);
    endRemoveRows();
    return {};
}

void PlaygroundPrompts::load()
{
    QFile file(m_path);
    if (!file.exists()) {
        return;
    }
    QJsonParseError error;
    const QJsonDocument document
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll(), &error) : QJsonDocument();
    const QJsonValue list = document.object().value(listKey);
    if (!list.isArray()) {
        m_isUnreadable = true;
        return;
    }
    const QJsonArray prompts = list.toArray();
    for (const QJsonValue value : prompts) {
        SavedPrompt prompt = promptOf(value.toObject());
        if (!prompt.name.isEmpty() && find(prompt.name) == nullptr) {
            m_prompts.push_back(std::move(prompt));
        }
    }
    std::ranges::sort(m_prompts, isBefore);
}

bool PlaygroundPrompts::setAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    if (!QFile::rename(m_path, QStringLiteral("%1.unreadable-%2").arg(m_path, stamp))) {
        return false;
    }
    m_isUnreadable = false;
    return true;
}

Result<void> PlaygroundPrompts::write(const std::vector<SavedPrompt> &prompts)
{
    const auto refused = [this](const QString &why) {
        return failure({.kind = ErrorKind::Unavailable,
            .message = tr("The prompts cannot be written to %1: %2").arg(m_path, why),
            .detail = {}});
    };
    QJsonArray list;
    for (const SavedPrompt &prompt : prompts) {
        list.append(toJson(prompt));
    }
    if (m_isUnreadable && !setAside()) {
        return refused(tr("What is there now cannot be read."));
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        return refused(file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray bytes = QJsonDocument(QJsonObject {{listKey, list}}).toJson();
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return refused(file.errorString());
    }
    return {};
}

} // namespace nexus
