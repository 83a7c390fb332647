// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"

#include <QByteArray>

namespace nexus::bedrock {

//! \brief The plain name of an exception: `ThrottlingException` of `ThrottlingException:http://…`, of
//! `com.amazonaws#ThrottlingException` and of `throttlingException`.
[[nodiscard]] QByteArray exceptionName(const QByteArray &given);

//! \brief The error that the exception \a name is, with the status a client can do something with.
[[nodiscard]] ProviderError exceptionError(const QByteArray &name, QByteArray message);

} // namespace nexus::bedrock
