// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace nexus::words {

namespace {

// What translators see these words under.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString fixed(double number, int digits)
{
    return QLocale().toString(number, 'f', digits);
}

} // namespace

QString unknown()
{
    return QStringLiteral("–");
}

QString orUnnamed(const QString &name)
{
    return name.isEmpty() ? Words::tr("without a name") : name;
}

QString inTwoLines(QString head)
{
    if (const qsizetype space = head.indexOf(u' '); space > 0 && !head.contains(u'\n')) {
        head[space] = u'\n';
    }
    return head;
}

QString money(std::optional<qint64> microDollars)
{
    if (!microDollars) {
        return unknown();
    }
    const double dollars = static_cast<double>(*microDollars) / 1e6;
    const double size = std::abs(dollars);
    int digits = 2;
    constexpr qint64 cent = 10'000;
    if (size > 0 && size < 0.000'1) {
        digits = 6;
    } else if (size < 1 && *microDollars % cent != 0) {
        digits = 4;
    }
    return QLatin1Char('$') + fixed(dollars, digits);
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString shortCount(qint64 number)
{
    const double size = static_cast<double>(number);
    if (number < 10'000) {
        return count(number);
    }
    if (number < 1'000'000) {
        return fixed(size / 1e3, number < 100'000 ? 1 : 0) + QLatin1Char('k');
    }
    if (number < 1'000'000'000) {
        return fixed(size / 1e6, number < 100'000'000 ? 1 : 0) + QLatin1Char('M');
    }
    return fixed(size / 1e9, 1) + QLatin1Char('B');
}

QString duration(std::chrono::microseconds time)
{
    const qint64 micros = time.count();
    if (micros <= 0) {
        return unknown();
    }
    if (micros < 1'000) {
        return Words::tr("%1 ms").arg(fixed(static_cast<double>(micros) / 1e3, 1));
    }
    if (micros < 100'000) {
        return Words::tr("%1 ms").arg(count(micros / 1'000));
    }
    const double seconds = static_cast<double>(micros) / 1e6;
    if (seconds < 60) {
        return Words::tr("%1 s").arg(fixed(seconds, seconds < 10 ? 2 : 1));
    }
    const qint64 whole = micros / 1'000'000;
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString speed(double tokensPerSecond)
{
    return tokensPerSecond > 0
        ? Words::tr("%1 tok/s").arg(fixed(tokensPerSecond, tokensPerSecond < 10 ? 1 : 0))
        : unknown();
}

QString bytes(qint64 number)
{
    return QLocale().formattedDataSize(number, number < 1024 ? 0 : 1);
}

QString percent(double share)
{
    const double hundredths = share * 100;
    return Words::tr("%1 %").arg(fixed(hundredths, hundredths > 0 && hundredths < 1 ? 1 : 0));
}

QString moment(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return unknown();
    }
    const QDateTime local = time.toLocalTime();
    QString clock = local.toString(QStringLiteral("HH:mm:ss"));
    if (local.date() == now.toLocalTime().date()) {
        return clock;
    }
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

QString ago(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return unknown();
    }
    const qint64 seconds = time.secsTo(now);
    if (seconds < 10) {
        return Words::tr("just now");
    }
    if (seconds < 60) {
        return Words::tr("%n second(s) ago", nullptr, static_cast<int>(seconds));
    }
    if (seconds < 3600) {
        return Words::tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / 60));
    }
    if (seconds < 86'400) {
        return Words::tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / 3600));
    }
    return Words::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / 86'400));
}

} // namespace nexus::words
