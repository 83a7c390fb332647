// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyfiltervalue.h"

#include "base/units.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

using Field = HistoryTerm::Field;
using NumberReader = std::optional<qint64> (*)(QStringView);

constexpr qint64 microDollars = 1'000'000;
constexpr qint64 largest = 1'000'000'000'000'000; // of every number in a filter

std::optional<qint64> readCount(QStringView text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && text.first(1) != u'+' && number >= 0 && number <= largest ? std::optional(number)
                                                                                 : std::nullopt;
}

// Digit by digit, since a filter for a cent should find a cent.
std::optional<qint64> readDollars(QStringView text)
{
    if (text.startsWith(u'$')) {
        text = text.sliced(1);
    }
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    QString fraction = point < 0 ? QString() : text.sliced(point + 1).toString();
    if (whole.isEmpty() || fraction.size() > 6 || (point >= 0 && fraction.isEmpty())) {
        return std::nullopt;
    }
    const auto dollars = readCount(whole);
    const auto micros = readCount(fraction.leftJustified(6, u'0'));
    return dollars && micros && *dollars <= largest / microDollars
        ? std::optional(*dollars * microDollars + *micros)
        : std::nullopt;
}

std::optional<qint64> readTimeSpan(QStringView text)
{
    const auto duration = parseDuration(text);
    return duration ? std::optional<qint64>(duration->count()) : std::nullopt;
}

std::optional<NumberRange> between(QStringView text, qsizetype dots, NumberReader read)
{
    const QStringView from = text.first(dots);
    const QStringView to = text.sliced(dots + 2);
    NumberRange range;
    if (from.isEmpty() && to.isEmpty()) {
        return std::nullopt;
    }
    if (!from.isEmpty()) {
        const auto low = read(from);
        if (!low) {
            return std::nullopt;
        }
        range.low = *low;
    }
    if (!to.isEmpty()) {
        const auto high = read(to);
        if (!high) {
            return std::nullopt;
        }
        range.high = *high;
    }
    return range;
}

std::optional<NumberRange> readRange(QStringView text, NumberReader read)
{
    if (const qsizetype dots = text.indexOf(QLatin1String("..")); dots >= 0) {
        return between(text, dots, read);
    }
    const bool isMore = text.startsWith(u'>');
    const bool isLess = text.startsWith(u'<');
    const bool isBare = !isMore && !isLess;
    const bool isOrEqual = !isBare && text.sliced(1).startsWith(u'=');
    text = text.sliced(isBare ? 0 : isOrEqual ? 2 : 1);
    const auto number = text.isEmpty() ? std::nullopt : read(text);
    if (!number) {
        return std::nullopt;
    }
    if (isBare) {
        return NumberRange {*number, *number};
    }
    NumberRange range;
    if (isMore) {
        range.low = *number + (isOrEqual ? 0 : 1);
    } else {
        range.high = *number - (isOrEqual ? 0 : 1);
    }
    return range;
}

std::optional<NumberRange> readStatus(QStringView text)
{
    if (text.size() == 3 && text.endsWith(QLatin1String("xx")) && text.first(1) >= QLatin1String("1")
        && text.first(1) <= QLatin1String("5")) {
        const qint64 low = 100LL * text.first(1).toLongLong();
        return NumberRange {low, low + 99};
    }
    return readRange(text, readCount);
}

std::optional<qint64> readTime(const QString &text, qint64 now)
{
    if (const auto ago = parseDuration(text)) {
        return std::max<qint64>(now - ago->count(), 0);
    }
    // Qt reads more forms than the two that are promised.
    if (text.size() < 10 || text.at(4) != u'-') {
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    const bool isSound = time.isValid() && time.date().year() >= 1970 && time.date().year() < 9999;
    return isSound ? std::optional(std::max<qint64>(time.toMSecsSinceEpoch(), 0)) : std::nullopt;
}

QString readTimes(const QString &value, qint64 now, HistoryTerm &term)
{
    const auto time = readTime(value, now);
    if (!time) {
        return QStringLiteral("'%1' is no time such as 7d, 2026-01-31 or 2026-01-31T12:00:00Z").arg(value);
    }
    if (term.field == Field::Since) {
        term.range.low = *time;
    } else {
        term.range.high = *time;
    }
    return {};
}

QString readWord(const QString &value, HistoryTerm &term)
{
    const QStringList words {QStringLiteral("stream"), QStringLiteral("error"), QStringLiteral("cached"),
        QStringLiteral("failed"), QStringLiteral("refused"), QStringLiteral("gone"),
        QStringLiteral("retried"), QStringLiteral("probe")};
    if (!words.contains(value)) {
        return QStringLiteral("'%1' is none of %2").arg(value, words.join(QStringLiteral(", ")));
    }
    term.text = value;
    return {};
}

QString dollars(qint64 micros)
{
    return QStringLiteral("%1.%2").arg(micros / microDollars).arg(micros % microDollars, 6, 10, QChar(u'0'));
}

QString timeText(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODateWithMs);
}

// The open side is left out.
QString rangeText(const NumberRange &range, QString (*write)(qint64))
{
    const auto side = [&](qint64 number, qint64 open) { return number == open ? QString() : write(number); };
    // Less than nothing, which no other form says.
    if (range.high < 0) {
        return QStringLiteral("<") + write(0);
    }
    return side(range.low, NumberRange::lowest) + QStringLiteral("..")
        + side(range.high, NumberRange::highest);
}

QString plainText(qint64 number)
{
    return QString::number(number);
}

QString millisecondsText(qint64 number)
{
    return QStringLiteral("%1ms").arg(number);
}

template<NumberReader read>
std::optional<NumberRange> rangeOf(QStringView text)
{
    return readRange(text, read);
}

// How a field that is about numbers is read, written and explained.
struct NumberForm {
    Field field;
    std::optional<NumberRange> (*read)(QStringView);
    QString (*write)(qint64);
    const char *problem;
};

constexpr std::array FORMS {
    NumberForm {
        Field::Status, readStatus, plainText, "'%1' is no status such as 404, 5xx, >=400 or 400..499"},
    NumberForm {
        Field::Cost, rangeOf<readDollars>, dollars, "'%1' is no amount of dollars such as >0.01 or 0.5..2"},
    NumberForm {Field::Tokens, rangeOf<readCount>, plainText, "'%1' is no number such as >1000 or 10..20"},
    NumberForm {Field::Duration, rangeOf<readTimeSpan>, millisecondsText,
        "'%1' is no time span such as >2s or 100ms..1s"},
    NumberForm {Field::FirstByte, rangeOf<readTimeSpan>, millisecondsText,
        "'%1' is no time span such as >2s or 100ms..1s"},
};

const NumberForm *formOf(Field field)
{
    const auto found = std::ranges::find(FORMS, field, &NumberForm::field);
    return found == FORMS.end() ? nullptr : &*found;
}

} // namespace

QString readFilterValue(const QString &value, qint64 now, HistoryTerm &term)
{
    if (term.field == Field::Is) {
        return readWord(value, term);
    }
    if (term.field == Field::Since || term.field == Field::Until) {
        return readTimes(value, now, term);
    }
    const NumberForm *const form = formOf(term.field);
    if (form == nullptr) {
        term.text = value;
        return {};
    }
    const std::optional<NumberRange> range = form->read(value);
    if (!range) {
        return QString::fromLatin1(form->problem).arg(value);
    }
    term.range = *range;
    return {};
}

QString filterRangeText(const HistoryTerm &term)
{
    if (term.field == Field::Since || term.field == Field::Until) {
        return timeText(term.field == Field::Since ? term.range.low : term.range.high);
    }
    const NumberForm *const form = formOf(term.field);
    return form == nullptr ? QString() : rangeText(term.range, form->write);
}

} // namespace nexus
