// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "base/result.h"
#include "secrets/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace nexus {

// Strings of the configuration that must have a certain form, for TableReader::readAs(). Each error message
// is a clause that follows the name of the key and never repeats the text, which may be or contain a key of a
// provider.

//! \brief An http or https URL with a host and without user name and password.
[[nodiscard]] Result<QUrl> toHttpUrl(const QString &text);
//! \brief Like toHttpUrl(), without query and fragment; slashes at its end are taken off.
[[nodiscard]] Result<QUrl> toBaseUrl(const QString &text);
//! \brief A redis or rediss URL, which may carry a password.
[[nodiscard]] Result<Secret> toRedisUrl(const QString &text);
//! \brief A regular expression that compiles; surrounding white space is taken off.
[[nodiscard]] Result<QString> toPattern(const QString &text);
//! \brief A name of an HTTP header or method (RFC 9110, 5.6.2 token).
[[nodiscard]] Result<QByteArray> toToken(const QString &text);
//! \brief A header value: printable ASCII without white space around it, empty is fine.
[[nodiscard]] Result<Secret> toHeaderValue(const QString &text);
//! \brief A path to mount something at: starts with a slash and goes on; a slash at its end is taken off.
[[nodiscard]] Result<QByteArray> toMountPath(const QString &text);
//! \brief `address:port`, see parseListenAddress().
[[nodiscard]] Result<ListenAddress> toListenAddress(const QString &text);
//! \brief Any text that is not blank, without white space around it.
[[nodiscard]] Result<QString> toWord(const QString &text);

} // namespace nexus
