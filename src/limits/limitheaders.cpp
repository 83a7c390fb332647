// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limitheaders.h"

#include <algorithm>

namespace nexus {

namespace {

bool isTighter(const LimitState &a, const LimitState &b)
{
    return a.remaining != b.remaining ? a.remaining < b.remaining : a.reset > b.reset;
}

QByteArray unitOf(LimitScope scope)
{
    switch (scope) {
    case LimitScope::Gateway:
    case LimitScope::Address:
        return "requests";
    case LimitScope::Provider:
    case LimitScope::Model:
        return "tokens";
    }
    return {};
}

} // namespace

HeaderList limitHeaders(const LimitCheck &check, const LimitVerdict &verdict)
{
    HeaderList headers;
    const auto tightest = std::ranges::min_element(verdict.states, isTighter);
    if (tightest == verdict.states.end()) {
        return headers;
    }
    const auto index = static_cast<std::size_t>(tightest - verdict.states.begin());
    const QByteArray unit = unitOf(check.scopes[index]);
    headers.add("x-ratelimit-limit-" + unit, QByteArray::number(check.asks[index].limit));
    headers.add("x-ratelimit-remaining-" + unit, QByteArray::number(tightest->remaining));
    if (check.asks[index].limit > 0) {
        headers.add("x-ratelimit-reset-" + unit, resetText(tightest->reset));
    }
    if (!std::ranges::all_of(verdict.states, &LimitState::canFit)) {
        headers.add("x-should-retry", "false");
    }
    return headers;
}

QByteArray resetText(std::chrono::nanoseconds duration)
{
    using namespace std::chrono_literals;
    if (const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(duration);
        milliseconds > 0ms && milliseconds < 1s) {
        return QByteArray::number(static_cast<qlonglong>(milliseconds.count())) + "ms";
    }
    const auto seconds = static_cast<qlonglong>(std::chrono::ceil<std::chrono::seconds>(duration).count());
    QByteArray text = QByteArray::number(seconds % 60) + 's';
    if (seconds >= 60) {
        text.prepend(QByteArray::number(seconds / 60 % 60) + 'm');
    }
    if (seconds >= 3600) {
        text.prepend(QByteArray::number(seconds / 3600) + 'h');
    }
    return text;
}

} // namespace nexus
