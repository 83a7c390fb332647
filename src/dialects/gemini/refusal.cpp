// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/refusal.h"

namespace nexus::gemini {

Error refusal(const QByteArray &param, const QString &what)
{
    QByteArray pointer = '/' + param;
    pointer.replace("].", "/").replace('[', '/').replace(']', "").replace('.', '/');
    return Error {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1 %2.").arg(QString::fromUtf8(pointer), what),
        .detail = {},
        .param = param};
}

QByteArray contentParam(std::size_t index)
{
    return "messages[" + QByteArray::number(qulonglong(index)) + "].content";
}

Error unreadable(const QString &what)
{
    return Error {.kind = ErrorKind::UpstreamInvalid, .message = what, .detail = {}};
}

} // namespace nexus::gemini
