// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/units.h"

#include <array>

namespace nexus {

namespace {

struct Unit {
    QLatin1String name;
    qint64 factor;
};

constexpr qint64 DAY = 24LL * 60 * 60 * 1000;
constexpr qint64 MAX_DURATION = 100 * 366 * DAY;
constexpr qint64 MAX_SIZE = 1LL << 62;

constexpr std::array DURATION_UNITS {
    Unit {QLatin1String("d"), DAY},
    Unit {QLatin1String("h"), 60LL * 60 * 1000},
    Unit {QLatin1String("m"), 60LL * 1000},
    Unit {QLatin1String("s"), 1000},
    Unit {QLatin1String("ms"), 1},
};

constexpr std::array SIZE_UNITS {
    Unit {QLatin1String(""), 1},
    Unit {QLatin1String("B"), 1},
    Unit {QLatin1String("KB"), 1000},
    Unit {QLatin1String("MB"), 1000LL * 1000},
    Unit {QLatin1String("GB"), 1000LL * 1000 * 1000},
    Unit {QLatin1String("TB"), 1000LL * 1000 * 1000 * 1000},
    Unit {QLatin1String("KiB"), 1LL << 10},
    Unit {QLatin1String("MiB"), 1LL << 20},
    Unit {QLatin1String("GiB"), 1LL << 30},
    Unit {QLatin1String("TiB"), 1LL << 40},
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Takes what fits from the start of the text.
template<typename Predicate>
QStringView take(QStringView &text, Predicate fits)
{
    const auto end = std::ranges::find_if_not(text, fits);
    const QStringView head = text.first(end - text.begin());
    text = text.sliced(head.size());
    return head;
}

template<typename Units>
std::optional<qint64> factorOf(const Units &units, QStringView name)
{
    const auto unit = std::ranges::find_if(units, [name](const Unit &u) { return name == u.name; });
    return unit == units.end() ? std::nullopt : std::optional(unit->factor);
}

// The product, or nothing when it is larger than the limit.
std::optional<qint64> scaled(QStringView digits, qint64 factor, qint64 limit)
{
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number > limit / factor) {
        return std::nullopt;
    }
    return number * factor;
}

} // namespace

std::optional<std::chrono::milliseconds> parseDuration(QStringView text)
{
    QStringView rest = text.trimmed();
    if (rest.isEmpty()) {
        return std::nullopt;
    }
    qint64 sum = 0;
    while (!rest.isEmpty()) {
        const QStringView digits = take(rest, isDigit);
        const QStringView unit = take(rest, [](QChar c) { return c >= u'a' && c <= u'z'; });
        const std::optional<qint64> factor = factorOf(DURATION_UNITS, unit);
        const std::optional<qint64> part = factor ? scaled(digits, *factor, MAX_DURATION) : std::nullopt;
        if (!part || sum + *part > MAX_DURATION) {
            return std::nullopt;
        }
        sum += *part;
        take(rest, [](QChar c) { return c == u' '; });
    }
    return std::chrono::milliseconds(sum);
}

QString formatDuration(std::chrono::milliseconds duration)
{
    const qint64 count = duration.count();
    if (count == 0) {
        return QStringLiteral("0s");
    }
    const auto unit
        = std::ranges::find_if(DURATION_UNITS, [count](const Unit &u) { return count % u.factor == 0; });
    return QString::number(count / unit->factor) + unit->name;
}

std::optional<qint64> parseByteSize(QStringView text)
{
    QStringView rest = text.trimmed();
    const QStringView digits = take(rest, isDigit);
    const std::optional<qint64> factor = factorOf(SIZE_UNITS, rest.trimmed());
    return factor ? scaled(digits, *factor, MAX_SIZE) : std::nullopt;
}

} // namespace nexus
