// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/passthroughstream.h"

#include "translate/upstreamerror.h"
#include "wire/jsonstring.h"
#include "wire/redaction.h"

#include <utility>

namespace nexus {

namespace {

Error invalidAnswer(const QString &message, const QString &detail = {})
{
    return Error {.kind = ErrorKind::UpstreamInvalid, .message = message, .detail = detail};
}

Error cutStream()
{
    return invalidAnswer(QStringLiteral("The provider's stream was cut before its end."));
}

QString describeUnreadable(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    if (text.isEmpty()) {
        return QStringLiteral("The provider's answer is empty where a JSON object was expected.");
    }
    if (text.startsWith('<')) {
        return QStringLiteral("The provider's answer is a web page where a JSON object was expected. "
                              "Check the provider's base_url.");
    }
    return QStringLiteral("The provider's answer is not a JSON object.");
}

// The line ends that complete an event whose blank line is missing, in the event's own kind.
QByteArray missingLineEnds(const QByteArray &rest)
{
    QByteArray lineEnd("\n");
    if (rest.contains("\r\n")) {
        lineEnd = "\r\n";
    } else if (rest.contains('\r')) {
        lineEnd = "\r";
    }
    return rest.endsWith('\n') || rest.endsWith('\r') ? lineEnd : lineEnd + lineEnd;
}

bool isError(const JsonMember *member)
{
    return member && member->type != JsonType::Null;
}

} // namespace

PassThroughStream::PassThroughStream(const QByteArray &askedModel, QList<QByteArray> secrets)
    : m_model(jsonString(askedModel))
    , m_secrets(std::move(secrets))
{ }

Result<QByteArray> PassThroughStream::whole(const QByteArray &body)
{
    const auto members = scanObject(body);
    if (!members) {
        return failure(invalidAnswer(describeUnreadable(body), members.error().message));
    }
    noteAnswer(body, *members);
    noteModel(body, *members);
    return spliceMember(body, *members, "model", m_model);
}

Result<QByteArray> PassThroughStream::chunk(const QByteArray &bytes)
{
    if (m_failure) {
        return failure(*m_failure);
    }
    const auto events = m_reader.feed(bytes);
    if (!events) {
        m_failure = events.error();
        return failure(*m_failure);
    }
    QByteArray out;
    for (const SseEvent &event : *events) {
        const Result<QByteArray> bytesOut = translated(event);
        if (!bytesOut) {
            m_failure = bytesOut.error();
            break;
        }
        out.append(*bytesOut);
    }
    if (m_failure && out.isEmpty()) {
        return failure(*m_failure);
    }
    return out;
}

Result<QByteArray> PassThroughStream::translated(const SseEvent &event)
{
    if (m_isDone) {
        // Nobody reads on behind the end, but the rest of its own line end still belongs to it.
        const bool isLineEnd = event.raw == "\n";
        return isLineEnd && !m_reported ? event.raw : QByteArray();
    }
    if (m_isRemoving && event.raw.trimmed().isEmpty()) {
        return QByteArray();
    }
    m_isRemoving = false;
    if (isEndMark(QByteArrayView(event.data).trimmed())) {
        return ended(event);
    }
    if (event.name == "error") {
        return reported(event);
    }
    return event.data.trimmed().isEmpty() ? event.raw : translatedObject(event);
}

Result<QByteArray> PassThroughStream::translatedObject(const SseEvent &event)
{
    const auto members = scanObject(event.data);
    if (!members) {
        return failure(
            invalidAnswer(QStringLiteral("The provider sent a stream event that is not a JSON object."),
                members.error().message));
    }
    if (isError(findMember(*members, "error"))) {
        return reported(event);
    }
    const Change change = noteEvent(event.data, *members);
    noteModel(event.data, *members);
    if (change.isEnd) {
        return ended(event);
    }
    m_isRemoving = change.isRemoved;
    m_hasAnswered = m_hasAnswered || (!change.isRemoved && !m_reported);
    return change.isRemoved ? QByteArray() : spliceEvent(event, change.edits);
}

QByteArray PassThroughStream::ended(const SseEvent &event)
{
    m_isDone = true;
    m_hasAnswered = m_hasAnswered || !m_reported;
    return m_reported ? QByteArray() : event.raw;
}

// The first one counts: what follows tends to be its echo.
QByteArray PassThroughStream::reported(const SseEvent &event)
{
    if (!m_reported) {
        m_reported = streamError(event.data.trimmed(), m_secrets);
    }
    return withoutSecrets(event.raw, m_secrets);
}

std::vector<Edit> PassThroughStream::renamed(const std::vector<JsonMember> &members, qsizetype offset) const
{
    std::vector<Edit> edits;
    for (const JsonMember &member : members) {
        if (member.key == "model") {
            edits.push_back({.begin = offset + member.begin, .end = offset + member.end, .text = m_model});
        }
    }
    return edits;
}

void PassThroughStream::noteModel(QByteArrayView text, const std::vector<JsonMember> &members)
{
    constexpr qsizetype maxName = 256;
    if (!m_answeredModel.isEmpty()) {
        return;
    }
    if (const JsonMember *const model = findMember(members, "model")) {
        m_answeredModel = stringValue(text, *model).left(maxName);
    }
}

void PassThroughStream::setUsage(const std::optional<TokenUsage> &usage)
{
    if (usage) {
        m_usage = usage;
    }
}

Result<QByteArray> PassThroughStream::end()
{
    if (m_reported) {
        return failure(*m_reported);
    }
    if (m_failure) {
        return failure(*m_failure);
    }
    const QByteArray rest = m_reader.rest();
    if (!m_isDone && !rest.trimmed().isEmpty()) {
        return translatedRest(rest);
    }
    if (!m_isDone && !isComplete()) {
        return failure(cutStream());
    }
    return QByteArray();
}

Result<QByteArray> PassThroughStream::translatedRest(const QByteArray &rest)
{
    const auto events = m_reader.feed(missingLineEnds(rest));
    if (!events || events->size() != 1) {
        return failure(cutStream());
    }
    const SseEvent &event = events->front();
    const bool isComment = !event.hasData && rest.startsWith(':');
    const Result<QByteArray> out = translated(event);
    if (m_reported) {
        // The client has not got this one: it is for the caller to tell.
        return failure(*std::exchange(m_reported, std::nullopt));
    }
    const bool isWhole = out && (event.hasData || isComment);
    if (!isWhole || !(m_isDone || isComplete())) {
        return failure(cutStream());
    }
    return *out;
}

} // namespace nexus
