// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/texttable.h"

#include <algorithm>

namespace nexus {

QString TextTable::text() const
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(m_rows.front().size()), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype &width = widths.at(static_cast<std::size_t>(column));
            width = std::max(width, row.at(column).size());
        }
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line = row.first().leftJustified(widths.front());
        for (qsizetype column = 1; column < row.size(); ++column) {
            line += QStringLiteral("  ")
                + row.at(column).rightJustified(widths.at(static_cast<std::size_t>(column)));
        }
        text += line + u'\n';
    }
    return text;
}

QString shown(const QString &text, qsizetype most)
{
    QString line = text.left(most);
    for (QChar &c : line) {
        if (!c.isPrint()) {
            c = c.isSpace() ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
        }
    }
    if (text.size() > most) {
        line.replace(most - 1, 1, QChar(u'\u2026'));
    }
    return line;
}

} // namespace nexus
