// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/failurewords.h"

#include <QStringList>

namespace nexus {

namespace {

constexpr std::size_t mostTargets = 5;
constexpr qsizetype mostWords = 160;

QString shortened(const QString &text)
{
    if (text.size() <= mostWords) {
        return text;
    }
    const bool splitsPair = text[mostWords - 1].isHighSurrogate();
    return text.first(splitsPair ? mostWords - 1 : mostWords) + QChar(0x2026);
}

// One target with its status, where its provider gave one, and its reason.
QString reasonOf(const TargetFailure &failure, bool isWhole)
{
    const QString line = failure.error.message.simplified();
    const QString words = isWhole ? line : shortened(line);
    const QString name = failure.provider + u'/' + QString::fromUtf8(failure.model);
    const int status = failure.error.upstreamStatus;
    return status == 0 ? QStringLiteral("%1: %2").arg(name, words)
                       : QStringLiteral("%1 (status %2): %3").arg(name, QString::number(status), words);
}

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QStringLiteral("; ") + second;
}

QString placeOf(const QString &provider, KeyPlace place)
{
    switch (place) {
    case KeyPlace::File:
        return QStringLiteral("of [llm.providers.%1]").arg(provider);
    case KeyPlace::System:
        return QStringLiteral("from the environment or the keychain");
    case KeyPlace::Client:
        return QStringLiteral("that came in X-Provider-API-Key");
    }
    return {};
}

} // namespace

Error withKeyNamed(const Error &error, const QString &provider, KeyPlace place)
{
    Error out = error;
    out.detail = joined(
        QStringLiteral("the provider '%1' refused the key %2").arg(provider, placeOf(provider, place)),
        error.detail);
    return out;
}

Error withTargetsNamed(const Error &chosen, const std::vector<TargetFailure> &failures)
{
    if (failures.size() < 2) {
        return chosen;
    }
    const std::size_t left = failures.size() > mostTargets ? failures.size() - mostTargets : 0;
    QStringList reasons;
    for (std::size_t i = left; i < failures.size(); ++i) {
        reasons.append(reasonOf(failures[i], failures[i].error == chosen));
    }
    const QString others = left == 0 ? QString() : QStringLiteral(" (the last %1)").arg(mostTargets);
    const QString words
        = QStringLiteral("None of %1 targets answered%2. %3")
              .arg(QString::number(failures.size()), others, reasons.join(QStringLiteral("; ")));
    Error out = chosen;
    if (chosen.kind == ErrorKind::UpstreamRefused) {
        out.detail = joined(words, chosen.detail);
    } else {
        out.message = words;
    }
    return out;
}

} // namespace nexus
