// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/filetext.h"

#include <QStringDecoder>

namespace nexus {

namespace {

constexpr QByteArrayView mark("\xEF\xBB\xBF");

} // namespace

FileText::FileText(const QByteArray &bytes)
    : m_bytes(bytes)
    , m_hasMark(bytes.startsWith(mark))
    , m_hasCarriageReturns(bytes.contains("\r\n"))
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    m_text = decoder.decode(bytes);
    m_isEditable = !decoder.hasError();
    m_text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

QByteArray FileText::written(const QString &text) const
{
    if (text == m_text) {
        return m_bytes;
    }
    QString out = text;
    if (m_hasCarriageReturns) {
        out.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    }
    return m_hasMark ? mark.toByteArray() + out.toUtf8() : out.toUtf8();
}

} // namespace nexus
