// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "contract/requestrecord.h"

namespace nexus {

//! \brief What clients hear whose requests have to end with the gateway.
[[nodiscard]] inline Error shutDownError()
{
    return {.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("The gateway is shutting down. Try again in a moment."),
        .detail = {}};
}

//! \brief What a client hears whose request was ended by somebody who watched it: an error that no client
//! answers by asking again.
[[nodiscard]] inline Error stoppedError()
{
    return {.kind = ErrorKind::Forbidden,
        .message = QStringLiteral("This request was stopped by whoever runs the gateway."),
        .detail = {},
        .code = "request_stopped"};
}

//! \brief Takes \a error off the latest attempt: it was ended for a reason that says nothing about its
//! provider.
inline void clearBlame(RequestRecord &record, const Error &error)
{
    if (!record.attempts.empty() && record.attempts.back().error == error) {
        record.attempts.back().error.reset();
    }
}

} // namespace nexus
