// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/passthrough.h"

#include "translate/upstreamerror.h"
#include "wire/jsonscan.h"
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

PassThroughAnswer::PassThroughAnswer(const QByteArray &askedModel, QList<QByteArray> secrets)
    : m_model(jsonString(askedModel))
    , m_secrets(std::move(secrets))
{ }

Result<QByteArray> PassThroughAnswer::whole(const QByteArray &body)
{
    const auto members = scanObject(body);
    if (!members) {
        return failure(invalidAnswer(describeUnreadable(body), members.error().message));
    }
    return spliceMember(body, *members, "model", m_model);
}

Result<QByteArray> PassThroughAnswer::chunk(const QByteArray &bytes)
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

Result<QByteArray> PassThroughAnswer::translated(const SseEvent &event)
{
    if (m_isDone) {
        // Nobody reads on behind the end, but the rest of its own line end still belongs to it.
        const bool isLineEnd = event.raw == "\n";
        return isLineEnd && !m_reported ? event.raw : QByteArray();
    }
    const QByteArray data = event.data.trimmed();
    if (data == "[DONE]") {
        m_isDone = true;
        return m_reported ? QByteArray() : event.raw;
    }
    if (event.name == "error") {
        noteError(data);
        return withoutSecrets(event.raw, m_secrets);
    }
    if (data.isEmpty()) {
        return event.raw;
    }
    const auto members = scanObject(event.data);
    if (!members) {
        return failure(
            invalidAnswer(QStringLiteral("The provider sent a stream event that is not a JSON object."),
                members.error().message));
    }
    if (isError(findMember(*members, "error"))) {
        noteError(data);
        return withoutSecrets(event.raw, m_secrets);
    }
    m_completion.note(event.data, *members);
    return spliced(event, *members);
}

// The first one counts: what follows tends to be its echo.
void PassThroughAnswer::noteError(const QByteArray &data)
{
    if (!m_reported) {
        m_reported = streamError(data, m_secrets);
    }
}

QByteArray PassThroughAnswer::spliced(const SseEvent &event, const std::vector<JsonMember> &members) const
{
    QByteArray out;
    qsizetype copied = 0;
    for (const JsonMember &member : members) {
        if (member.key != "model") {
            continue;
        }
        const qsizetype begin = event.rawOffset(member.begin);
        out.append(event.raw.constData() + copied, begin - copied);
        out.append(m_model);
        copied = event.rawOffset(member.end);
    }
    return copied == 0 ? event.raw : out.append(event.raw.constData() + copied, event.raw.size() - copied);
}

Result<QByteArray> PassThroughAnswer::end()
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
    if (!m_isDone && !m_completion.isComplete()) {
        return failure(cutStream());
    }
    return QByteArray();
}

Result<QByteArray> PassThroughAnswer::translatedRest(const QByteArray &rest)
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
    if (!isWhole || !(m_isDone || m_completion.isComplete())) {
        return failure(cutStream());
    }
    return *out;
}

} // namespace nexus
