// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/priceedit.h"

#include "ledger/prices/modelprice.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace nexus {

namespace {

using Kind = TomlValue::Kind;

constexpr double mostDollars = 1'000'000;
constexpr int mostDigits = 6; // behind the point

struct Figure {
    const char *key;
    QString PriceEntry::*text;
};

constexpr std::array FIGURES {
    Figure {"input", &PriceEntry::input},
    Figure {"output", &PriceEntry::output},
    Figure {"cache_read", &PriceEntry::cacheRead},
    Figure {"cache_write", &PriceEntry::cacheWrite},
};

KeyPath providerPath(const QString &provider)
{
    return {QStringLiteral("llm"), QStringLiteral("providers"), provider};
}

KeyPath modelPath(const QString &provider, const QString &model)
{
    return providerPath(provider) + KeyPath {QStringLiteral("models"), model};
}

KeyPath pricePath(const QString &provider, const QString &model)
{
    return modelPath(provider, model) + KeyPath {QStringLiteral("price")};
}

QString plainNumber(double number)
{
    QString out = QString::number(number, 'f', mostDigits);
    while (out.endsWith(QLatin1Char('0'))) {
        out.chop(1);
    }
    if (out.endsWith(QLatin1Char('.'))) {
        out.chop(1);
    }
    return out;
}

QString textOf(const TomlValue &value)
{
    switch (value.kind) {
    case Kind::Integer:
        return QString::number(value.integer);
    case Kind::Float:
        return std::isfinite(value.number) ? plainNumber(value.number) : QString::number(value.number);
    case Kind::String:
    case Kind::Boolean:
    case Kind::DateTime:
    case Kind::Array:
    case Kind::Table:
        break;
    }
    return value.text;
}

// A price where there was none: below a model with a header of its own as a table too, within a line as one.
Result<ConfigText> withNewPrice(
    const ConfigText &text, const QString &provider, const QString &model, const PriceEntry &now)
{
    std::vector<TomlMember> members;
    for (const Figure &figure : FIGURES) {
        if (const QString &wanted = now.*figure.text; !wanted.isEmpty()) {
            members.push_back(tomlMember(QString::fromLatin1(figure.key), tomlNumber(wanted)));
        }
    }
    const KeyPath path = pricePath(provider, model);
    Result<ConfigText> out = text.withTable(path, members);
    return out ? out : text.withValue(path, tomlTable(std::move(members)));
}

Result<ConfigText> withoutPrice(
    const ConfigText &text, const QString &provider, const QString &model, bool isListed)
{
    const Result<ConfigText> out = text.without(pricePath(provider, model));
    const bool isGone = out && out->find(modelPath(provider, model)) == nullptr;
    return isGone && !isListed ? out->withTable(modelPath(provider, model), {}) : out;
}

} // namespace

MergedForm<PriceEntry> mergeForms(const PriceEntry &base, const PriceEntry &theirs, const PriceEntry &mine)
{
    using P = PriceEntry;
    return mergeFields(base, theirs, mine, &P::input, &P::output, &P::cacheRead, &P::cacheWrite);
}

bool isPrice(const QString &text)
{
    static const QRegularExpression figure(QStringLiteral("\\A[0-9]{1,7}(\\.[0-9]{1,6})?\\z"));
    return figure.match(text).hasMatch() && text.toDouble() <= mostDollars;
}

QString tidyPrice(const QString &typed)
{
    QString out = typed.trimmed();
    if (out.startsWith(QLatin1Char('$'))) {
        out = out.mid(1).trimmed();
    }
    return isPrice(out) ? plainNumber(out.toDouble()) : out;
}

PriceEntry priceOf(const ConfigText &text, const QString &provider, const QString &model)
{
    PriceEntry out;
    for (const Figure &figure : FIGURES) {
        const KeyPath path = pricePath(provider, model) + KeyPath {QString::fromLatin1(figure.key)};
        if (const TomlValue *const value = text.find(path)) {
            out.*figure.text = textOf(*value);
        }
    }
    return out;
}

Result<ConfigText> withPrice(const ConfigText &text, const QString &provider, const QString &model,
    const PriceEntry &now, bool isListed)
{
    if (text.find(providerPath(provider)) == nullptr) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message = QCoreApplication::translate(
                "nexus::PriceEntry", "The provider %1 is not in the file any more. Add it again first.")
                           .arg(provider),
            .detail = {}});
    }
    const KeyPath path = pricePath(provider, model);
    const PriceEntry before = priceOf(text, provider, model);
    if (now == before) {
        return text;
    }
    if (now == PriceEntry()) {
        return withoutPrice(text, provider, model, isListed);
    }
    if (text.find(path) == nullptr) {
        return withNewPrice(text, provider, model, now);
    }
    // New figures first: a table without any may be none.
    Result<ConfigText> out = text;
    for (const bool isRemoval : {false, true}) {
        for (const Figure &figure : FIGURES) {
            const QString &wanted = now.*figure.text;
            if (!out || wanted == before.*figure.text || wanted.isEmpty() != isRemoval) {
                continue;
            }
            const KeyPath place = path + KeyPath {QString::fromLatin1(figure.key)};
            out = isRemoval ? out->without(place) : out->withValue(place, tomlNumber(wanted));
        }
    }
    return out;
}

std::optional<Price> tablePrice(const PriceBook &prices, const ProviderConfig &provider, const QString &model)
{
    const QByteArray name = model.toUtf8();
    ProviderConfig bare;
    bare.name = provider.name;
    bare.type = provider.type;
    bare.baseUrl = provider.baseUrl;
    if (const ModelConfig *const named = provider.model(name)) {
        ModelConfig &unpriced = bare.models.emplace_back();
        unpriced.name = named->name;
        unpriced.rename = named->rename;
    }
    return modelPrice(prices, bare, name, QDateTime::currentDateTimeUtc());
}

PriceEntry entryOf(const TokenRates &rates)
{
    const auto text = [](const std::optional<qint64> &rate) {
        return rate ? plainNumber(static_cast<double>(*rate) / 1e6) : QString();
    };
    return {.input = text(rates.input),
        .output = text(rates.output),
        .cacheRead = text(rates.cacheRead),
        .cacheWrite = text(rates.cacheWrite)};
}

} // namespace nexus
