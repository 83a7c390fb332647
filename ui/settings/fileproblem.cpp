// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/fileproblem.h"

#include <QRegularExpression>

namespace nexus {

FileProblem fileProblem(const Error &error)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:.+?:)?(\\d+):(\\d+): (.*)$"), QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(error.message);
    if (!match.hasMatch()) {
        return {.message = error.message};
    }
    return {
        .line = match.captured(1).toInt(), .column = match.captured(2).toInt(), .message = match.captured(3)};
}

} // namespace nexus
