// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricedecimal.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr int MAX_DIGITS = 18;
constexpr int MAX_EXPONENT = 10'000;

// digits * 10^exponent.
struct Decimal {
    qint64 digits = 0;
    int exponent = 0;
};

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

// Digits that do not fit are dropped: a rate has far fewer.
void append(Decimal &number, int &count, char digit, bool isFraction)
{
    if (count == MAX_DIGITS) {
        number.exponent += isFraction ? 0 : 1;
        return;
    }
    number.digits = number.digits * 10 + (digit - '0');
    count += number.digits == 0 ? 0 : 1;
    number.exponent -= isFraction ? 1 : 0;
}

// The exponent of "e-07" behind the e, or nothing.
std::optional<int> readExponent(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+')) {
        text = text.sliced(1);
    }
    if (text.isEmpty() || !std::ranges::all_of(text, isDigit)) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : text) {
        value = std::min(value * 10 + (digit - '0'), MAX_EXPONENT);
    }
    return isNegative ? -value : value;
}

std::optional<Decimal> readDecimal(QByteArrayView text)
{
    Decimal number;
    int count = 0;
    bool isFraction = false;
    bool hasDigit = false;
    qsizetype at = 0;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !isFraction)); ++at) {
        if (text[at] == '.') {
            isFraction = true;
            continue;
        }
        hasDigit = true;
        append(number, count, text[at], isFraction);
    }
    if (!hasDigit) {
        return std::nullopt;
    }
    if (at == text.size()) {
        return number;
    }
    const auto exponent
        = text[at] == 'e' || text[at] == 'E' ? readExponent(text.sliced(at + 1)) : std::nullopt;
    if (!exponent) {
        return std::nullopt;
    }
    number.exponent += *exponent;
    return number;
}

// The number as a multiple of 10^-power, half up.
std::optional<qint64> scaled(QByteArrayView text, int power)
{
    const auto number = readDecimal(text);
    if (!number) {
        return std::nullopt;
    }
    qint64 value = number->digits;
    int shift = number->exponent + power;
    if (value == 0) {
        return 0;
    }
    for (; shift > 0; --shift) {
        if (value > maxTokenRate) {
            return std::nullopt;
        }
        value *= 10;
    }
    // Only the last digit that falls away decides, as half up needs no more.
    qint64 last = 0;
    for (; shift < 0 && (value > 0 || last > 0); ++shift) {
        last = value % 10;
        value /= 10;
    }
    value += last >= 5 ? 1 : 0;
    return value <= maxTokenRate ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<qint64> rateFromDollarsPerToken(QByteArrayView number)
{
    return scaled(number, 12);
}

std::optional<qint64> rateFromDollarsPerMillion(QByteArrayView number)
{
    return scaled(number, 6);
}

} // namespace nexus
