// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/refusal.h"

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

} // namespace nexus
