// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/chatdraft.h"

#include "ui/playground/answerschema.h"
#include "wire/json.h"
#include "wire/jsonaccess.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// What translators see these words under.
struct ChatDraftWords {
    Q_DECLARE_TR_FUNCTIONS(ChatDraft)
};

// Read by models, not by people.
constexpr const char *noResult = "This tool was not run.";

Json userContent(const ChatMessage &message)
{
    if (message.images.isEmpty()) {
        return message.text.toStdString();
    }
    Json parts = Json::array();
    if (!message.text.isEmpty()) {
        parts.push_back(Json {{"type", "text"}, {"text", message.text.toStdString()}});
    }
    for (const QString &image : message.images) {
        parts.push_back(Json {{"type", "image_url"}, {"image_url", Json {{"url", image.toStdString()}}}});
    }
    return parts;
}

void addAssistant(Json &messages, const ChatMessage &message)
{
    Json out {{"role", "assistant"}};
    out["content"]
        = message.text.isEmpty() && !message.tools.empty() ? Json() : Json(message.text.toStdString());
    if (message.tools.empty()) {
        messages.push_back(std::move(out));
        return;
    }
    // Ids have to differ within one conversation only.
    const std::string stem = "call_" + std::to_string(messages.size()) + '_';
    Json calls = Json::array();
    Json results = Json::array();
    for (const ChatToolCall &tool : message.tools) {
        const std::string id = stem + std::to_string(calls.size());
        Json function {{"name", tool.name.toStdString()}, {"arguments", tool.arguments.toStdString()}};
        calls.push_back(Json {{"id", id}, {"type", "function"}, {"function", std::move(function)}});
        results.push_back(Json {{"role", "tool"}, {"tool_call_id", id}, {"content", noResult}});
    }
    out["tool_calls"] = std::move(calls);
    messages.push_back(std::move(out));
    for (Json &result : results) {
        messages.push_back(std::move(result));
    }
}

void addAdvanced(Json &body, const AdvancedSettings &settings)
{
    if (!settings.effort.isEmpty()) {
        body["reasoning_effort"] = settings.effort.toStdString();
    }
    if (!settings.stop.isEmpty()) {
        Json list = Json::array();
        for (const QString &sequence : settings.stop) {
            list.push_back(sequence.toStdString());
        }
        body["stop"] = std::move(list);
    }
    if (settings.seed) {
        body["seed"] = *settings.seed;
    }
    if (settings.form == AnswerForm::JsonObject) {
        body["response_format"] = Json {{"type", "json_object"}};
    } else if (settings.form == AnswerForm::JsonSchema) {
        body["response_format"] = schemaFormat(settings.schema);
    }
}

} // namespace

QByteArray chatBody(const QString &model, const ChatSettings &settings,
    const std::vector<ChatMessage> &messages, const char *limitKey)
{
    Json list = Json::array();
    if (!settings.system.trimmed().isEmpty()) {
        list.push_back(Json {{"role", "system"}, {"content", settings.system.toStdString()}});
    }
    for (const ChatMessage &message : messages) {
        if (message.role == ChatMessage::Role::Assistant) {
            addAssistant(list, message);
        } else {
            list.push_back(Json {{"role", "user"}, {"content", userContent(message)}});
        }
    }
    Json body {{"model", model.toStdString()}};
    body["messages"] = std::move(list);
    if (settings.temperature) {
        body["temperature"] = *settings.temperature;
    }
    if (settings.topP) {
        body["top_p"] = *settings.topP;
    }
    if (settings.maxTokens) {
        body[limitKey] = *settings.maxTokens;
    }
    addAdvanced(body, settings.advanced);
    std::optional<Json> tools = parseJson(settings.tools.toUtf8());
    if (tools && tools->is_array() && !tools->empty()) {
        body["tools"] = std::move(*tools);
    }
    return toText(body);
}

QString problemOfTools(const QString &tools)
{
    if (tools.trimmed().isEmpty()) {
        return {};
    }
    if (QString problem = problemOfJson(tools); !problem.isEmpty()) {
        return problem;
    }
    const std::optional<Json> tree = parseJson(tools.toUtf8());
    if (!tree || !tree->is_array()) {
        return ChatDraftWords::tr("Tools are a list. Begin with [ and end with ].");
    }
    for (std::size_t i = 0; i < tree->size(); ++i) {
        const Json *const function = memberOf((*tree)[i], "function");
        if (function == nullptr || textOf(*function, "name").empty()) {
            return ChatDraftWords::tr(
                "Tool %1 needs a name: {\"type\": \"function\", \"function\": {\"name\": …}}.")
                .arg(i + 1);
        }
    }
    return {};
}

QStringList stopSequencesOf(const QString &text)
{
    QStringList out;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        QString sequence;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar next = i + 1 < line.size() ? line.at(i + 1) : QChar();
            const bool isEscape = line.at(i) == u'\\' && (next == u'n' || next == u't' || next == u'\\');
            if (!isEscape) {
                sequence += line.at(i);
                continue;
            }
            sequence += next == u'n' ? u'\n' : next == u't' ? u'\t' : u'\\';
            ++i;
        }
        out.append(sequence);
    }
    return out;
}

QString textOfStopSequences(const QStringList &sequences)
{
    QStringList lines;
    for (QString sequence : sequences) {
        sequence.replace(QLatin1String("\\"), QLatin1String("\\\\"))
            .replace(QLatin1String("\n"), QLatin1String("\\n"))
            .replace(QLatin1String("\t"), QLatin1String("\\t"));
        lines.append(sequence);
    }
    return lines.join(u'\n');
}

} // namespace nexus
