// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/readcontext.h"

#include <QFileInfo>

namespace nexus {

namespace {

// Keys may be any text when they stand in quotes, line breaks included.
QString onOneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator) {
            c = QChar::ReplacementCharacter;
        }
    }
    return text;
}

} // namespace

ReadContext::ReadContext(QString fileName, const Environment &environment, const StoredKeys &keys)
    : m_fileName(std::move(fileName))
    , m_environment(environment)
    , m_keys(keys)
{ }

void ReadContext::report(TextPosition at, const QString &message)
{
    if (!m_first || at < m_first->at) {
        m_first = TomlProblem {at, message};
    }
}

QString ReadContext::shortPlace(TextPosition at) const
{
    return QStringLiteral("%1:%2:%3").arg(QFileInfo(m_fileName).fileName()).arg(at.line).arg(at.column);
}

std::optional<Error> ReadContext::problem() const
{
    if (!m_first) {
        return std::nullopt;
    }
    const QString place
        = QStringLiteral("%1:%2:%3: ").arg(m_fileName).arg(m_first->at.line).arg(m_first->at.column);
    return Error {
        .kind = ErrorKind::InvalidRequest, .message = onOneLine(place + m_first->message), .detail = {}};
}

} // namespace nexus
