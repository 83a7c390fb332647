// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/refusal.h"

#include "listener/responsehead.h"
#include "wire/errorbody.h"

namespace nexus {

namespace {

ErrorKind kindFor(int status)
{
    switch (status) {
    case 405:
        return ErrorKind::MethodNotAllowed;
    case 408:
        return ErrorKind::ClientTimeout;
    case 413:
        return ErrorKind::BodyTooLarge;
    case 431:
        return ErrorKind::HeaderTooLarge;
    case 500:
        return ErrorKind::Internal;
    case 503:
        return ErrorKind::Unavailable;
    default:
        return ErrorKind::InvalidRequest;
    }
}

} // namespace

Error errorFor(const Refusal &refusal)
{
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    return Error {
        .kind = kindFor(refusal.status),
        .message = text(refusal.message),
        .detail = text(refusal.reason),
    };
}

QByteArray answerFor(const Refusal &refusal, QByteArrayView date, QByteArrayView requestId)
{
    ResponseHead head {.status = refusal.status, .headers = {{"content-type", "application/json"}}};
    if (refusal.status == 405) {
        head.headers.add("allow", "GET, HEAD, POST, OPTIONS");
    } else if (refusal.status == 503) {
        head.headers.add("retry-after", "1");
    }
    const QByteArray body = errorBody(errorFor(refusal), Dialect::OpenAi, requestId.toByteArray());
    QByteArray bytes;
    appendResponseHead(
        bytes, head, {.contentLength = body.size(), .closes = true, .date = date, .requestId = requestId});
    return bytes + body;
}

} // namespace nexus
