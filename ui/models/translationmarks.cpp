// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/translationmarks.h"

#include "ui/models/conversation.h"
#include "wire/json.h"

#include <algorithm>
#include <array>
#include <map>

namespace nexus {

namespace {

using Kind = TranslationMark::Kind;
using Fields = std::vector<std::pair<QString, const Json *>>;

// Members whose own members are fields.
constexpr std::array containers {"generationConfig", "inferenceConfig", "additionalModelRequestFields",
    "metadata", "output_config", "outputConfig", "toolConfig"};

// One thing in each row, under all its names; a blank parts them.
constexpr std::array concepts {"messages contents prompt", "input requests content inputText texts",
    "max_tokens max_completion_tokens generationConfig.maxOutputTokens inferenceConfig.maxTokens",
    "stop stop_sequences generationConfig.stopSequences inferenceConfig.stopSequences",
    "temperature generationConfig.temperature inferenceConfig.temperature",
    "top_p generationConfig.topP inferenceConfig.topP",
    "top_k generationConfig.topK additionalModelRequestFields.top_k "
    "additionalModelRequestFields.inferenceConfig",
    "system systemInstruction", "tools functions toolConfig.tools",
    "tool_choice function_call parallel_tool_calls toolConfig.toolChoice toolConfig.functionCallingConfig",
    "response_format output_config.format outputConfig.textFormat generationConfig.responseMimeType "
    "generationConfig.responseSchema generationConfig.responseJsonSchema",
    "reasoning_effort reasoning thinking output_config.effort outputConfig.effort "
    "generationConfig.thinkingConfig additionalModelRequestFields.thinking "
    "additionalModelRequestFields.reasoning_config additionalModelRequestFields.reasoningConfig "
    "additionalModelRequestFields.reasoning_effort additionalModelRequestFields.output_config",
    "user metadata.user_id", "seed generationConfig.seed", "n generationConfig.candidateCount",
    "presence_penalty generationConfig.presencePenalty",
    "frequency_penalty generationConfig.frequencyPenalty", "dimensions outputDimensionality",
    "stream_options", "stream"};

// The number of what \a path names, nothing where it is not known.
std::optional<std::size_t> conceptOf(const QString &path)
{
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        if (QString::fromLatin1(concepts.at(i)).split(QLatin1Char(' ')).contains(path)) {
            return i;
        }
    }
    return std::nullopt;
}

Fields fieldsOf(const Json &body)
{
    Fields fields;
    for (const auto &[name, value] : body.items()) {
        const QString path = QString::fromStdString(name);
        const bool isOpened
            = value.is_object() && std::ranges::find(containers, name) != containers.end() && !value.empty();
        if (!isOpened) {
            fields.emplace_back(path, &value);
            continue;
        }
        for (const auto &[inner, setting] : value.items()) {
            fields.emplace_back(path + QLatin1Char('.') + QString::fromStdString(inner), &setting);
        }
    }
    return fields;
}

// Whether leaving it out says the same.
bool goesWithoutSaying(const QString &path, const Json &value)
{
    static const std::map<QString, std::vector<Json>> usual {{QStringLiteral("stream"), {false}},
        {QStringLiteral("n"), {1}}, {QStringLiteral("presence_penalty"), {0}},
        {QStringLiteral("frequency_penalty"), {0}}, {QStringLiteral("parallel_tool_calls"), {true}},
        {QStringLiteral("tool_choice"), {"auto", Json {{"type", "auto"}}}},
        {QStringLiteral("response_format"), {Json {{"type", "text"}}}}, {QStringLiteral("logprobs"), {false}},
        {QStringLiteral("store"), {false}}, {QStringLiteral("thinking"), {Json {{"type", "disabled"}}}}};
    if (value.is_null() || (value.is_structured() && value.empty())) {
        return true;
    }
    const auto known = usual.find(path);
    return known != usual.end() && std::ranges::find(known->second, value) != known->second.end();
}

bool hasField(const Fields &fields, const QString &path)
{
    return std::ranges::find(fields, path, &Fields::value_type::first) != fields.end();
}

// Where the instructions stand among the messages, empty where there are none.
QString systemMessage(const Json &body)
{
    const auto messages = body.find("messages");
    if (messages == body.end() || !messages->is_array()) {
        return {};
    }
    for (std::size_t i = 0; i < messages->size(); ++i) {
        const Json &message = (*messages)[i];
        const auto role = message.is_object() ? message.find("role") : message.end();
        if (message.is_object() && role != message.end() && (*role == "system" || *role == "developer")) {
            return QStringLiteral("messages[%1]").arg(i);
        }
    }
    return {};
}

// Goes through both requests once.
class Comparison final {
public:
    Comparison(const Json &client, const Json &sent, const QString &dropped)
        : m_client(fieldsOf(client))
        , m_sent(fieldsOf(sent))
        , m_clientSystem(systemMessage(client))
        , m_sentSystem(systemMessage(sent))
        , m_dropped(dropped.split(QLatin1Char(','), Qt::SkipEmptyParts))
    {
        for (QString &name : m_dropped) {
            name = name.trimmed();
        }
    }

    std::vector<TranslationMark> marks()
    {
        for (const auto &[path, value] : m_client) {
            markClient(path, *value);
        }
        for (const auto &[path, value] : m_sent) {
            if (!m_paired.contains(path)) {
                markSent(path);
            }
        }
        const bool isOwnPrompt
            = !m_sentSystem.isEmpty() && m_clientSystem.isEmpty() && !m_paired.contains(m_sentSystem);
        if (isOwnPrompt) {
            m_marks.push_back({Kind::Defaulted, {}, m_sentSystem});
        }
        for (const QString &name : std::as_const(m_dropped)) {
            if (!hasField(m_client, name)) {
                m_marks.push_back({Kind::Dropped, name, {}});
            }
        }
        return std::move(m_marks);
    }

private:
    void markClient(const QString &path, const Json &value)
    {
        if (m_dropped.contains(path)) {
            m_marks.push_back({Kind::Dropped, path, {}});
            return;
        }
        const auto same = std::ranges::find(m_sent, path, &Fields::value_type::first);
        if (same != m_sent.end()) {
            m_paired.append(path);
            if (*same->second != value) {
                m_marks.push_back({Kind::Changed, path, path});
            }
        }
        if (markRenamed(path) || same != m_sent.end() || goesWithoutSaying(path, value)) {
            return;
        }
        if (path == QLatin1String("system") && !m_sentSystem.isEmpty()) {
            m_paired.append(m_sentSystem);
            m_marks.push_back({Kind::Renamed, path, m_sentSystem});
            return;
        }
        const bool isElsewhere = path == QLatin1String("model") || path == QLatin1String("stream")
            || path == QLatin1String("stream_options");
        m_marks.push_back({isElsewhere ? Kind::Elsewhere : Kind::Dropped, path, {}});
    }

    // A thing may have become several fields. Those that the client names itself come from there.
    bool markRenamed(const QString &path)
    {
        const auto thing = conceptOf(path);
        if (!thing) {
            return false;
        }
        bool hasFound = false;
        for (const auto &[other, value] : m_sent) {
            if (other == path || hasField(m_client, other) || conceptOf(other) != thing) {
                continue;
            }
            hasFound = true;
            if (!m_paired.contains(other)) {
                m_paired.append(other);
                m_marks.push_back({Kind::Renamed, path, other});
            }
        }
        return hasFound;
    }

    void markSent(const QString &path)
    {
        if (conceptOf(path) == conceptOf(QStringLiteral("system")) && !m_clientSystem.isEmpty()) {
            m_marks.push_back({Kind::Renamed, m_clientSystem, path});
            return;
        }
        m_marks.push_back({conceptOf(path) ? Kind::Defaulted : Kind::Added, {}, path});
    }

    Fields m_client;
    Fields m_sent;
    QString m_clientSystem;
    QString m_sentSystem;
    QStringList m_dropped;
    QStringList m_paired; // of what was sent
    std::vector<TranslationMark> m_marks;
};

std::optional<Json> objectOf(const QByteArray &body)
{
    std::optional<Json> json = parseJson(body);
    return json && json->is_object() ? std::move(json) : std::nullopt;
}

// Knows the path of each line of indented JSON, by its depth.
class LineReader final {
public:
    // The path of a field or message that begins here, empty for any other line.
    QString pathOf(const QString &line)
    {
        const qsizetype depth = depthOf(line);
        QString name = nameOf(line);
        if (depth == 1 && !name.isEmpty()) {
            m_top = name;
            m_index = 0;
            return name;
        }
        if (depth != 2) {
            return {};
        }
        if (!name.isEmpty()) {
            return m_top + QLatin1Char('.') + name;
        }
        return line.trimmed() == QLatin1String("{") ? QStringLiteral("%1[%2]").arg(m_top).arg(m_index++)
                                                    : QString();
    }

    // Whether the gateway speaks of this line when it says that it left out a field that is not at the top.
    [[nodiscard]] bool isInside(const QString &line, const QString &name) const
    {
        constexpr std::array anywhere {"cache_control", "citations", "detail", "strict"};
        const bool isOfMessage = m_top == QLatin1String("messages") && depthOf(line) == 3;
        return std::ranges::any_of(anywhere, [&name](const char *known) {
            return name == QLatin1String(known);
        }) || (isOfMessage && name == QLatin1String("name"));
    }

    // What stands before the colon, without quotes.
    static QString nameOf(const QString &line)
    {
        const QString text = line.trimmed();
        const qsizetype end = text.indexOf(QLatin1String("\": "));
        return text.startsWith(QLatin1Char('"')) && end > 0 ? text.mid(1, end - 1) : QString();
    }

private:
    static qsizetype depthOf(const QString &line)
    {
        const auto first = std::ranges::find_if(line, [](QChar c) { return c != QLatin1Char(' '); });
        return std::distance(line.begin(), first) / 2;
    }

    QString m_top;
    int m_index = 0;
};

} // namespace

std::optional<std::vector<TranslationMark>> translationMarks(
    const QByteArray &client, const QByteArray &sent, const QString &dropped)
{
    const std::optional<Json> left = objectOf(client);
    const std::optional<Json> right = objectOf(sent);
    if (!left || !right) {
        return std::nullopt;
    }
    return Comparison(*left, *right, dropped).marks();
}

MarkedText markedText(const QByteArray &body, const std::vector<TranslationMark> &marks, TranslationSide side)
{
    const auto own = side == TranslationSide::Client ? &TranslationMark::client : &TranslationMark::sent;
    MarkedText out {.lines = prettyBody(body).split(QLatin1Char('\n')), .marks = {}};
    LineReader reader;
    for (const QString &line : std::as_const(out.lines)) {
        const QString path = reader.pathOf(line);
        const QString name = LineReader::nameOf(line);
        const auto found = std::ranges::find_if(marks, [&](const TranslationMark &mark) {
            const QString &field = mark.*own;
            const bool isNested = mark.kind == Kind::Dropped && field == name && reader.isInside(line, name);
            return !field.isEmpty() && (field == path || isNested);
        });
        out.marks.push_back(found == marks.end() ? std::nullopt : std::optional(*found));
    }
    return out;
}

} // namespace nexus
