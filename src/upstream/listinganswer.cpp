// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/listinganswer.h"

#include <QRegularExpression>

namespace nexus::listing {

QString refused(const QString &provider, int status, const QString &hint)
{
    return QStringLiteral("Provider '%1' answered with status %2 when it was asked for its models.%3")
        .arg(provider, QString::number(status), hint);
}

QString noList(const QString &provider)
{
    return QStringLiteral("Provider '%1' answered with something that is no list of models.").arg(provider);
}

std::optional<int> statusOf(const QString &sentence)
{
    static const QRegularExpression answer(
        QStringLiteral("^Provider '.*' answered with (?:status ([0-9]{3}) when|something that is no) "));
    const QRegularExpressionMatch match = answer.match(sentence);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return match.hasCaptured(1) ? match.capturedView(1).toInt() : 200;
}

} // namespace nexus::listing
