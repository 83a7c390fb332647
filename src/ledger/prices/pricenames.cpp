// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricenames.h"

#include <QRegularExpression>

#include <algorithm>

namespace nexus {

namespace {

using Names = std::vector<QString>;

// Group 1 is what stays.
QRegularExpression whole(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
}

using Patterns = std::vector<QRegularExpression>;

// What stays of the name, or nothing where the pattern does not fit.
QString captured(const QString &name, const QRegularExpression &pattern)
{
    const auto match = pattern.match(name);
    return match.hasMatch() ? match.captured(1) : QString();
}

QString firstCaptured(const QString &name, const Patterns &patterns)
{
    for (const QRegularExpression &pattern : patterns) {
        QString rest = captured(name, pattern);
        if (!rest.isEmpty()) {
            return rest;
        }
    }
    return {};
}

const Patterns &wayPatterns()
{
    static const Patterns patterns {whole("models/(.+)"), whole("(?:.+/)?publishers/[^/]+/models/(.+)"),
        whole("arn:aws[a-z-]*:bedrock:[^:]*:[^:]*:(?:foundation-model|inference-profile)/(.+)")};
    return patterns;
}

const Patterns &suffixPatterns(const QByteArray &vendor)
{
    static const Patterns usual {whole("(.+)[-@](?:\\d{4}-\\d{2}-\\d{2}|\\d{8})"), whole("(.+)-latest")};
    static const Patterns bedrock {
        usual[0], usual[1], whole("(.+-v\\d+:\\d+):\\d+k"), whole("(.+)-v\\d+(?::\\d+)?")};
    static const Patterns google {usual[0], usual[1], whole("(.+-preview)-\\d{2}-(?:\\d{2}|\\d{4})"),
        whole("(.+)-preview"), whole("(.+)-\\d{3}")};
    return vendor == "bedrock" ? bedrock : vendor == "google" ? google : usual;
}

void appendBedrock(Names &names, const QString &name)
{
    static const QRegularExpression local = whole("(?:us|us-gov|eu|apac|jp|au|ca|in)\\.([^.]+\\..+)");
    static const QRegularExpression global = whole("global\\.([^.]+\\..+)");
    const QString there = captured(name, local);
    if (!there.isEmpty()) {
        names.push_back(QStringLiteral("regional.") + there);
        names.push_back(there);
        return;
    }
    const QString anywhere = captured(name, global);
    if (!anywhere.isEmpty()) {
        names.push_back(anywhere);
    }
}

void appendOpenAi(Names &names, const QString &name)
{
    static const QRegularExpression azure = whole("gpt-35-(.+)");
    static const QRegularExpression tuned = whole("(ft:[^:]+):.*");
    const QString dotted = captured(name, azure);
    if (!dotted.isEmpty()) {
        names.push_back(QStringLiteral("gpt-3.5-") + dotted);
    }
    const QString base = captured(name, tuned);
    if (!base.isEmpty()) {
        names.push_back(base);
    }
}

// The names that differ in more than their end.
Names heads(const PriceKey &asked)
{
    Names names {QString::fromUtf8(asked.model.toLower())};
    const QString rest = firstCaptured(names.front(), wayPatterns());
    if (!rest.isEmpty()) {
        names.push_back(rest);
    }
    const QString last = names.back();
    if (asked.vendor == "bedrock") {
        appendBedrock(names, last);
    }
    if (asked.vendor == "openai") {
        appendOpenAi(names, last);
    }
    return names;
}

} // namespace

std::vector<QByteArray> priceNames(const PriceKey &asked)
{
    // A name longer than any model's costs no time.
    constexpr qsizetype maxLength = 512;
    if (asked.model.isEmpty() || asked.model.size() > maxLength) {
        return {};
    }
    std::vector<QByteArray> result;
    const Patterns &patterns = suffixPatterns(asked.vendor);
    for (QString name : heads(asked)) {
        for (; !name.isEmpty(); name = firstCaptured(name, patterns)) {
            const QByteArray bytes = name.toUtf8();
            if (std::ranges::find(result, bytes) == result.end()) {
                result.push_back(bytes);
            }
        }
    }
    return result;
}

} // namespace nexus
