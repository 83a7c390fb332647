// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace nexus {

namespace {

// A key behind one of the prefixes that providers use.
QRegularExpression knownKey()
{
    return QRegularExpression(QStringLiteral(
        R"re(\b(?:(?:sk|pk|rk|xai)-|(?:gsk|hf|pplx|r8)[_-]|AIza|AKIA|ASIA|eyJ)[\w.*~+/=-]{12,})re"));
}

// A token behind the word that introduces it, which stays.
QRegularExpression namedToken()
{
    return QRegularExpression(
        QStringLiteral(R"re((\b(?:bearer|authorization:\s*basic)\s+|(?:key|token|secret|password)=)re"
                       R"re(|api[_-]?key["']?\s*[=:]\s*["']?)[^\s"'&<>,;]{16,})re"),
        QRegularExpression::CaseInsensitiveOption);
}

// The longest first, so that a secret that begins another one does not leave the rest of it.
QList<QByteArray> replaceable(QList<QByteArray> secrets)
{
    secrets.removeAll(QByteArray());
    std::ranges::sort(secrets, std::greater(), &QByteArray::size);
    return secrets;
}

} // namespace

QString redacted(QString text, const QList<QByteArray> &secrets)
{
    const QString mark = QStringLiteral("[redacted]");
    const QList<QByteArray> ordered = replaceable(secrets);
    for (const QByteArray &secret : ordered) {
        text.replace(QString::fromUtf8(secret), mark);
    }
    // Compiled once; matching is const and thread-safe.
    static const QRegularExpression token = namedToken();
    static const QRegularExpression key = knownKey();
    text.replace(token, QStringLiteral("\\1") + mark);
    text.replace(key, mark);
    return text;
}

QByteArray withoutSecrets(QByteArray bytes, const QList<QByteArray> &secrets)
{
    const QList<QByteArray> ordered = replaceable(secrets);
    for (const QByteArray &secret : ordered) {
        bytes.replace(secret, "[redacted]");
    }
    return bytes;
}

} // namespace nexus
