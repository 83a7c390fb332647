// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/builtinprices.h"

#include "wire/jsonaccess.h"

#include <QFile>
#include <QTime>

#include <algorithm>

// Outside of any namespace, as Qt wants it. The table lies in a static library, whose resources nobody else
// would register.
static void registerPrices()
{
    Q_INIT_RESOURCE(prices);
}

namespace nexus {

namespace {

std::optional<qint64> numberOf(const Json &object, std::string_view key)
{
    const Json *const member = memberOf(object, key);
    return member && member->is_number_integer() && member->get<qint64>() >= 0
        ? std::optional(member->get<qint64>())
        : std::nullopt;
}

QDate dateOf(const Json &object, std::string_view key)
{
    return QDate::fromString(QString::fromStdString(textOf(object, key)), Qt::ISODate);
}

TokenRates readRates(const Json &object)
{
    return {
        .input = numberOf(object, "input"),
        .output = numberOf(object, "output"),
        .cacheRead = numberOf(object, "cache_read"),
        .cacheWrite = numberOf(object, "cache_write"),
        .longCacheWrite = numberOf(object, "cache_write_1h"),
        .reasoning = numberOf(object, "reasoning"),
    };
}

int minuteOf(const Json &object, std::string_view key)
{
    const QTime time
        = QTime::fromString(QString::fromStdString(textOf(object, key)), QStringLiteral("HH:mm"));
    return time.hour() * 60 + time.minute();
}

DailyRates readHours(const Json &object)
{
    DailyRates hours {.fromMinute = minuteOf(object, "from"),
        .toMinute = minuteOf(object, "to"),
        .rates = readRates(object)};
    // `1-5`
    const std::string days = textOf(object, "days");
    if (days.size() == 3) {
        hours.firstDay = days[0] - '0';
        hours.lastDay = days[2] - '0';
    }
    return hours;
}

PricePeriod readPeriod(const Json &object)
{
    PricePeriod period {.since = dateOf(object, "since"), .rates = readRates(object)};
    if (const Json *const tiers = memberOf(object, "long")) {
        for (const Json &tier : *tiers) {
            period.tiers.push_back({numberOf(tier, "above").value_or(0), readRates(tier)});
        }
    }
    if (const Json *const batch = memberOf(object, "batch")) {
        period.batch = readRates(*batch);
    }
    if (const Json *const hours = memberOf(object, "hours")) {
        for (const Json &some : *hours) {
            period.hours.push_back(readHours(some));
        }
    }
    return period;
}

// What people read of `litellm` and the like: the name before the comma.
QString sourceName(const Json &sources, const std::string &key)
{
    const QString text = QString::fromStdString(textOf(sources, key));
    return text.isEmpty() ? QString::fromStdString(key) : text.section(QLatin1Char(','), 0, 0);
}

// The table names what a model can do and what it cannot; what it does not name is not known.
ModelAbilities readAbilities(const Json &object)
{
    const auto isNamed = [&object](std::string_view list, const char *ability) {
        const Json *const named = memberOf(object, list);
        return named != nullptr && std::ranges::find(*named, ability) != named->end();
    };
    const auto can = [&isNamed](const char *ability) {
        return isNamed("can", ability)   ? std::optional(true)
            : isNamed("cannot", ability) ? std::optional(false)
                                         : std::nullopt;
    };
    return {.vision = can("vision"), .tools = can("tools"), .reasoning = can("reasoning")};
}

PriceRow readRow(const Json &object, const Json &sources, const QString &table)
{
    PriceRow row;
    if (const Json *const periods = memberOf(object, "prices")) {
        for (const Json &period : *periods) {
            row.periods.push_back(readPeriod(period));
        }
    }
    QStringList from;
    if (const Json *const names = memberOf(object, "from")) {
        for (const Json &name : *names) {
            from.push_back(name.is_string() ? sourceName(sources, name.get<std::string>()) : QString());
        }
    }
    row.source = QStringLiteral("%1 (%2)").arg(table, from.join(QLatin1String(", ")));
    if (const Json *const differs = memberOf(object, "differs")) {
        for (const auto &[name, rates] : differs->items()) {
            row.differing.push_back({sourceName(sources, name), readRates(rates)});
        }
    }
    row.facts = {.contextWindow = numberOf(object, "context").value_or(0),
        .maxOutput = numberOf(object, "max_output").value_or(0),
        .abilities = readAbilities(object)};
    return row;
}

tl::unexpected<Error> broken(const QString &what)
{
    return failure({.kind = ErrorKind::Internal,
        .message = QStringLiteral("The built-in prices cannot be read: %1.").arg(what),
        .detail = {}});
}

} // namespace

Result<PriceTable> builtInPrices()
{
    registerPrices();
    QFile file(QStringLiteral(":/nexus/prices.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return broken(file.errorString());
    }
    return readBuiltInPrices(file.readAll());
}

Result<PriceTable> readBuiltInPrices(QByteArrayView json)
{
    const auto tree = parseJson(json);
    const Json *const providers = tree ? memberOf(*tree, "providers") : nullptr;
    if (!providers || !providers->is_object()) {
        return broken(QStringLiteral("this is no table of prices"));
    }
    const qint64 version = numberOf(*tree, "version").value_or(0);
    PriceTable table;
    table.date = dateOf(*tree, "date");
    table.version = "built-in-" + QByteArray::number(version);
    table.source
        = QStringLiteral("built-in table %1 of %2").arg(version).arg(table.date.toString(Qt::ISODate));
    if (version == 0 || !table.date.isValid()) {
        return broken(QStringLiteral("it has no version or no date"));
    }
    const Json none;
    const Json *const sources = memberOf(*tree, "sources");
    for (const auto &[vendor, models] : providers->items()) {
        for (const auto &[model, object] : models.items()) {
            PriceRow row = readRow(object, sources ? *sources : none, table.source);
            const bool isWhole = !row.periods.empty()
                && std::ranges::all_of(
                    row.periods, [](const PricePeriod &p) { return p.rates.input.has_value(); });
            if (!isWhole) {
                return broken(QStringLiteral("%1, %2").arg(
                    QString::fromStdString(vendor), QString::fromStdString(model)));
            }
            table.rows.emplace(
                PriceKey {QByteArray::fromStdString(vendor), QByteArray::fromStdString(model).toLower()},
                std::move(row));
        }
    }
    return table;
}

} // namespace nexus
