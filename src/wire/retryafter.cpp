// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace nexus {

namespace {

using std::chrono::milliseconds;

// A year; what is longer is as good as never.
constexpr double longestMs = 366.0 * 24 * 3600 * 1000;

// Digits with or without a fraction, times \a factor.
std::optional<milliseconds> numberOf(const QByteArray &text, double factor)
{
    const bool isPlain = !text.isEmpty()
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    bool isNumber = false;
    const double number = isPlain ? text.toDouble(&isNumber) : 0;
    if (!isNumber) {
        return std::nullopt;
    }
    return milliseconds(static_cast<qint64>(std::ceil(std::min(number * factor, longestMs))));
}

// Two digits stand for the year that is at most fifty years ahead, or else for the last one of them (RFC 9110
// section 5.6.7).
QDate inRightCentury(QDate date, QDate today)
{
    constexpr int farthest = 50;
    const int latest = today.year() + farthest;
    const int back = (latest - date.year() % 100) % 100;
    return {latest - back, date.month(), date.day()};
}

// The preferred form and the two old ones (RFC 9110 section 5.6.7). The day of the week is not compared.
std::optional<QDateTime> httpDateOf(const QByteArray &text, QDate today)
{
    const QStringList parts = QString::fromLatin1(text).simplified().split(u' ').mid(1);
    const QLocale english = QLocale::c();
    const bool isUtc = !parts.isEmpty() && parts.last() == QLatin1String("GMT");
    QDate date;
    QString time;
    if (parts.size() == 5 && isUtc) {
        date = english.toDate(parts.first(3).join(u' '), QStringLiteral("dd MMM yyyy"));
        time = parts[3];
    } else if (parts.size() == 3 && isUtc) {
        date = inRightCentury(english.toDate(parts[0], QStringLiteral("dd-MMM-yy")), today);
        time = parts[1];
    } else if (parts.size() == 4) {
        const QStringList day {parts[0], parts[1], parts[3]};
        date = english.toDate(day.join(u' '), QStringLiteral("MMM d yyyy"));
        time = parts[2];
    }
    const QTime clock = QTime::fromString(time, QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !clock.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, clock, QTimeZone::utc());
}

} // namespace

std::optional<milliseconds> retryAfterOf(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    if (const auto seconds = numberOf(text, 1'000)) {
        return seconds;
    }
    const std::optional<QDateTime> date = httpDateOf(text, now.toUTC().date());
    if (!date) {
        return std::nullopt;
    }
    return milliseconds(std::max<qint64>(now.msecsTo(*date), 0));
}

} // namespace nexus
