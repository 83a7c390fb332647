// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/clientrequest.h"

#include "wire/jsonstring.h"

namespace nexus {

namespace {

tl::unexpected<Error> invalid(const QString &message, const QByteArray &param = {})
{
    return failure(
        Error {.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}, .param = param});
}

Result<QByteArray> readModel(const ClientRequest &request)
{
    const JsonMember *const model = findMember(request.members, "model");
    if (!model) {
        return invalid(QStringLiteral("/model is missing: name the model, for example \"provider/model\"."),
            QByteArrayLiteral("model"));
    }
    if (model->type != JsonType::String) {
        return invalid(QStringLiteral("/model must be a string, not %1.").arg(describe(model->type)),
            QByteArrayLiteral("model"));
    }
    const QByteArray name = stringValue(request.body, *model);
    if (name.isEmpty()) {
        return invalid(QStringLiteral("/model is empty: name the model, for example \"provider/model\"."),
            QByteArrayLiteral("model"));
    }
    return name;
}

Result<bool> readStream(const ClientRequest &request)
{
    const JsonMember *const stream = findMember(request.members, "stream");
    if (!stream || stream->type == JsonType::Null || stream->type == JsonType::False) {
        return false;
    }
    if (stream->type == JsonType::True) {
        return true;
    }
    return invalid(QStringLiteral("/stream must be true or false, not %1.").arg(describe(stream->type)),
        QByteArrayLiteral("stream"));
}

Result<void> checkMessages(const ClientRequest &request)
{
    const JsonMember *const messages = findMember(request.members, "messages");
    if (!messages) {
        return invalid(QStringLiteral("/messages is missing: send the conversation as an array of objects."),
            QByteArrayLiteral("messages"));
    }
    if (messages->type != JsonType::Array) {
        return invalid(
            QStringLiteral("/messages must be an array of objects, not %1.").arg(describe(messages->type)),
            QByteArrayLiteral("messages"));
    }
    if (messages->firstNonObject >= 0) {
        const qsizetype index = messages->firstNonObject;
        return invalid(QStringLiteral("/messages/%1 must be an object with `role` and `content`.").arg(index),
            "messages[" + QByteArray::number(index) + ']');
    }
    return {};
}

Result<void> checkPresent(const ClientRequest &request, QLatin1String field)
{
    const JsonMember *const member = findMember(request.members, QByteArrayView(field));
    if (member && member->type != JsonType::Null) {
        return {};
    }
    return invalid(QStringLiteral("/%1 is missing: send a string or an array.").arg(field),
        QByteArray(field.data(), field.size()));
}

Result<void> checkContent(const ClientRequest &request)
{
    switch (request.operation) {
    case Operation::Chat:
    case Operation::CountTokens:
        return checkMessages(request);
    case Operation::Completions:
        return checkPresent(request, QLatin1String("prompt"));
    case Operation::Embeddings:
        return checkPresent(request, QLatin1String("input"));
    }
    return {};
}

} // namespace

QByteArray ClientRequest::withModel(const QByteArray &name) const
{
    return spliceMember(body, members, "model", jsonString(name));
}

Result<ClientRequest> parseRequest(const QByteArray &body, Operation operation)
{
    if (body.isEmpty()) {
        return invalid(QStringLiteral("The request body is empty: send a JSON object."));
    }
    auto members = scanObject(body);
    if (!members) {
        return invalid(
            QStringLiteral("The request body is %1. Send one JSON object.").arg(members.error().message));
    }
    ClientRequest request {
        .operation = operation, .body = body, .members = std::move(*members), .model = {}, .isStream = false};
    const Result<QByteArray> model = readModel(request);
    if (!model) {
        return failure(model.error());
    }
    const Result<bool> isStream = readStream(request);
    if (!isStream) {
        return failure(isStream.error());
    }
    if (const Result<void> content = checkContent(request); !content) {
        return failure(content.error());
    }
    request.model = *model;
    request.isStream = *isStream;
    return request;
}

} // namespace nexus
