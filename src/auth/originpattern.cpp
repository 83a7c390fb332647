// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/originpattern.h"

#include <QUrl>

#include <algorithm>

namespace nexus {

namespace {

// The brackets of an IPv6 address are none of a glob.
bool isGlob(const QString &entry)
{
    const bool isIpv6 = QUrl(entry, QUrl::StrictMode).host().contains(u':');
    const QStringView signs = isIpv6 ? QStringView(u"*{}!\\") : QStringView(u"?*[]{}!\\");
    return std::ranges::any_of(entry, [signs](QChar c) { return signs.contains(c); });
}

std::optional<Origin> exactOrigin(const QString &entry)
{
    const QUrl url(entry, QUrl::StrictMode);
    const QString host = url.host(QUrl::FullyEncoded);
    const bool isIpv6 = host.contains(u':');
    QString text = url.scheme() + QStringLiteral("://") + (isIpv6 ? u'[' + host + u']' : host);
    if (url.port() >= 0) {
        text += u':' + QString::number(url.port());
    }
    return parseOrigin(text.toLatin1());
}

// Writes a glob as a regular expression, one construct at a time.
class GlobTranslator {
public:
    explicit GlobTranslator(QStringView glob)
        : m_rest(glob)
    { }

    QString translate()
    {
        while (!m_rest.isEmpty()) {
            const QChar c = take();
            if (c == u'*') {
                m_out += QLatin1String("[^/]*");
            } else if (c == u'?') {
                m_out += QLatin1String("[^/]");
            } else if (c == u'[') {
                takeSet();
            } else {
                takeOther(c);
            }
        }
        return m_out + QStringLiteral(")").repeated(m_depth);
    }

private:
    QChar take()
    {
        const QChar c = m_rest.front();
        m_rest = m_rest.sliced(1);
        return c;
    }

    void literal(QChar c) { m_out += QRegularExpression::escape(QString(c)); }

    void takeOther(QChar c)
    {
        if (c == u'\\' && !m_rest.isEmpty()) {
            literal(take());
        } else if (c == u'{') {
            ++m_depth;
            m_out += QLatin1String("(?:");
        } else if (c == u'}' && m_depth > 0) {
            --m_depth;
            m_out += u')';
        } else if (c == u',' && m_depth > 0) {
            m_out += u'|';
        } else {
            literal(c);
        }
    }

    // Without its end a bracket stands for itself.
    void takeSet()
    {
        const bool isNegated = m_rest.startsWith(u'!') || m_rest.startsWith(u'^');
        const QStringView inside = isNegated ? m_rest.sliced(1) : m_rest;
        const qsizetype end = inside.indexOf(u']', 1);
        if (end < 0) {
            literal(u'[');
            return;
        }
        m_out += QLatin1String(isNegated ? "[^/" : "[");
        for (qsizetype i = 0; i < end; ++i) {
            const bool isRange = inside[i] == u'-' && i > 0 && i + 1 < end;
            m_out += isRange ? QString(u'-') : QRegularExpression::escape(QString(inside[i]));
        }
        m_out += u']';
        m_rest = inside.sliced(end + 1);
    }

    QStringView m_rest;
    QString m_out;
    int m_depth = 0;
};

} // namespace

OriginPattern::OriginPattern(const QString &entry)
    : m_isGlob(isGlob(entry))
{
    if (!m_isGlob) {
        m_exact = exactOrigin(entry.trimmed());
        return;
    }
    QString glob = entry.trimmed();
    while (glob.startsWith(u'!')) {
        m_isNegated = !m_isNegated;
        glob.remove(0, 1);
    }
    while (glob.endsWith(u'/')) {
        glob.chop(1);
    }
    m_glob.setPattern(QRegularExpression::anchoredPattern(GlobTranslator(glob).translate()));
    m_glob.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    m_glob.optimize();
}

bool OriginPattern::matches(const Origin &origin) const
{
    if (!m_isGlob) {
        return m_exact == origin;
    }
    if (!m_glob.isValid()) {
        return false;
    }
    bool isMatch = false;
    for (const QByteArray &text : {origin.text(), origin.textWithPort()}) {
        const QRegularExpressionMatch match = m_glob.match(QString::fromLatin1(text));
        if (!match.isValid()) {
            return false;
        }
        isMatch = isMatch || match.hasMatch();
    }
    return isMatch != m_isNegated;
}

} // namespace nexus
