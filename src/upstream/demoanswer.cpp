// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/demoanswer.h"

#include "upstream/demorequest.h"
#include "upstream/demoschema.h"
#include "upstream/demotext.h"
#include "wire/jsonstring.h"

#include <QCryptographicHash>

namespace nexus {

namespace {

constexpr qsizetype idLength = 24;

QByteArray decimal(std::size_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

// What is said, or the arguments when a tool is called.
std::string textFor(const DemoRequest &request)
{
    if (request.tool) {
        return toText(sampleOfSchema(request.tool->parameters, request.userText)).toStdString();
    }
    const std::string &echo = request.toolResult ? *request.toolResult : request.userText;
    if (request.schema) {
        return toText(sampleOfSchema(*request.schema, echo)).toStdString();
    }
    return request.isJsonObject ? toText(Json {{"echo", echo}}).toStdString() : echo;
}

} // namespace

Result<DemoAnswer> DemoAnswer::make(const QByteArray &body, Operation operation)
{
    if (operation != Operation::Chat) {
        return failure(Error {.kind = ErrorKind::InvalidRequest,
            .message
            = QStringLiteral("The model 'demo/echo' only chats: send the request to chat/completions."),
            .detail = {},
            .param = "model"});
    }
    const Result<DemoRequest> request = readDemoRequest(body);
    if (!request) {
        return failure(request.error());
    }
    DemoAnswer answer;
    answer.m_model = request->model;
    answer.m_hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    answer.m_toolName = request->tool ? request->tool->name : std::string();
    answer.m_text = textFor(*request);
    answer.m_promptTokens = demoTokens(request->promptText).size();
    answer.m_choiceCount = request->choiceCount;
    answer.m_includeUsage = request->includeUsage;
    qsizetype end = 0;
    for (const std::string_view token : demoTokens(answer.m_text)) {
        if (answer.m_ends.size() == request->maxTokens) {
            answer.m_isCut = true;
            break;
        }
        end += static_cast<qsizetype>(token.size());
        answer.m_ends.push_back(end);
    }
    return answer;
}

QByteArray DemoAnswer::text() const
{
    return QByteArray(m_text.data(), m_ends.empty() ? 0 : m_ends.back());
}

QByteArray DemoAnswer::callId(std::size_t choice) const
{
    return "\"call_" + m_hash.first(idLength - 4) + decimal(choice).rightJustified(4, '0') + '"';
}

QByteArray DemoAnswer::finishReason() const
{
    if (m_isCut) {
        return "\"length\"";
    }
    return m_toolName.empty() ? "\"stop\"" : "\"tool_calls\"";
}

QByteArray DemoAnswer::usage() const
{
    const std::size_t completion = m_ends.size() * m_choiceCount;
    return "{\"prompt_tokens\":" + decimal(m_promptTokens) + ",\"completion_tokens\":" + decimal(completion)
        + ",\"total_tokens\":" + decimal(m_promptTokens + completion) + '}';
}

QByteArray DemoAnswer::whole() const
{
    QByteArray choices;
    for (std::size_t choice = 0; choice < m_choiceCount; ++choice) {
        const QByteArray message = m_toolName.empty() ? "\"content\":" + jsonString(text())
                                                      : "\"content\":null,\"tool_calls\":[{\"id\":"
                + callId(choice) + ",\"type\":\"function\",\"function\":{\"name\":" + jsonString(m_toolName)
                + ",\"arguments\":" + jsonString(text()) + "}}]";
        choices += (choice == 0 ? "{\"index\":" : ",{\"index\":") + decimal(choice)
            + ",\"message\":{\"role\":\"assistant\"," + message
            + "},\"logprobs\":null,\"finish_reason\":" + finishReason() + '}';
    }
    return "{\"id\":\"chatcmpl-" + m_hash.first(idLength)
        + "\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":" + jsonString(m_model)
        + ",\"choices\":[" + choices + "],\"usage\":" + usage() + '}';
}

QByteArray DemoAnswer::chunk(const QByteArray &choices, const QByteArray &usageText) const
{
    const QByteArray tail = m_includeUsage ? ",\"usage\":" + usageText : QByteArray();
    return "data: {\"id\":\"chatcmpl-" + m_hash.first(idLength)
        + "\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":" + jsonString(m_model)
        + ",\"choices\":[" + choices + ']' + tail + "}\n\n";
}

QByteArray DemoAnswer::firstDelta(std::size_t choice) const
{
    if (m_toolName.empty()) {
        return R"({"role":"assistant","content":""})";
    }
    return R"({"role":"assistant","content":null,"tool_calls":[{"index":0,"id":)" + callId(choice)
        + R"(,"type":"function","function":{"name":)" + jsonString(m_toolName) + R"(,"arguments":""}}]})";
}

QByteArray DemoAnswer::nextDelta(std::string_view token) const
{
    const QByteArray piece = jsonString(token);
    return m_toolName.empty() ? "{\"content\":" + piece + '}'
                              : R"({"tool_calls":[{"index":0,"function":{"arguments":)" + piece + "}}]}";
}

// Step 0 opens the choice, the last one closes it, one token each in between.
QByteArray DemoAnswer::choiceEvent(std::size_t choice, std::size_t step) const
{
    QByteArray delta = "{}";
    QByteArray reason = "null";
    if (step == 0) {
        delta = firstDelta(choice);
    } else if (step <= m_ends.size()) {
        const qsizetype begin = step == 1 ? 0 : m_ends[step - 2];
        const qsizetype length = m_ends[step - 1] - begin;
        delta = nextDelta(std::string_view(m_text).substr(
            static_cast<std::size_t>(begin), static_cast<std::size_t>(length)));
    } else {
        reason = finishReason();
    }
    return chunk("{\"index\":" + decimal(choice) + ",\"delta\":" + delta
            + ",\"logprobs\":null,\"finish_reason\":" + reason + '}',
        "null");
}

std::optional<QByteArray> DemoAnswer::event(std::size_t index) const
{
    const std::size_t steps = m_ends.size() + 2;
    if (index < steps * m_choiceCount) {
        return choiceEvent(index / steps, index % steps);
    }
    const std::size_t behind = index - steps * m_choiceCount;
    if (m_includeUsage && behind == 0) {
        return chunk({}, usage());
    }
    return behind == (m_includeUsage ? 1 : 0) ? std::optional(QByteArray("data: [DONE]\n\n")) : std::nullopt;
}

ResponseHead demoHead(int status, bool isStream)
{
    const QByteArray type = isStream ? "text/event-stream" : "application/json";
    return ResponseHead {.status = status, .headers = {{"content-type", type}}};
}

} // namespace nexus
