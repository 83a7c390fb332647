// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/budgets/budgetboard.h"

#include <QDateTime>
#include <QMutex>

#include <algorithm>
#include <atomic>

namespace nexus {

constexpr qint64 DOLLAR = 1'000'000;

//! \brief Milliseconds since 1970 of a UTC time such as `2026-01-31T12:00:00Z`.
inline qint64 utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
}

//! \brief A board with a clock that a test moves. One token of input costs one thousandth of a dollar, one of
//! output two; the model `priceless` has no price.
class BudgetKit final {
public:
    explicit BudgetKit(const char *zone = "UTC")
        : m_output(LogLevel::Debug, LogStyle::Text,
            [this](std::string_view line) {
                const QMutexLocker lock(&m_mutex);
                m_log.append(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
            })
        , board({.prices = &BudgetKit::priceOf,
              .log = m_output.logger("ledger"),
              .today
              = [this] { return std::chrono::system_clock::time_point(std::chrono::milliseconds(now)); },
              .zone = [zone] { return QTimeZone(zone); },
              .tripped =
                  [this](const BudgetState &state) {
                      const QMutexLocker lock(&m_mutex);
                      m_tripped.append(state.config.name.toUtf8() + ' ' + levelWord(state.level()));
                  }})
    { }

    static std::shared_ptr<const std::optional<Price>> priceOf(
        const QString &, const QByteArray &model, std::chrono::system_clock::time_point)
    {
        std::optional<Price> price;
        if (model != "priceless") {
            price.emplace().rates = {.input = 1'000 * DOLLAR, .output = 2'000 * DOLLAR};
        }
        return std::make_shared<const std::optional<Price>>(std::move(price));
    }

    void setBudgets(const std::vector<BudgetConfig> &budgets)
    {
        config.budgets = budgets;
        board.setConfig(config);
    }

    //! \brief A request of now to model `m` of provider `up`, as it is known before it is sent.
    [[nodiscard]] RequestRecord request(quint64 number = 0) const
    {
        RequestRecord record;
        record.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(now));
        record.number = number;
        record.operation = Operation::Chat;
        record.askedModel = "up/m";
        record.provider = QStringLiteral("up");
        record.upstreamModel = "m";
        return record;
    }

    //! \brief Records that \a request has ended and cost so much.
    void spend(RequestRecord request, std::optional<qint64> microDollars)
    {
        request.usage = TokenUsage {.input = 1};
        request.microDollars = microDollars;
        board.record(request);
    }
    void spend(qint64 microDollars) { spend(request(), microDollars); }

    [[nodiscard]] BudgetState state(std::size_t index = 0) { return board.states().at(index); }

    [[nodiscard]] QByteArrayList tripped() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_tripped;
    }

    //! \brief The lines of the log that contain \a part.
    [[nodiscard]] qsizetype logged(const QByteArray &part) const
    {
        const QMutexLocker lock(&m_mutex);
        return std::ranges::count_if(m_log, [&part](const QByteArray &line) { return line.contains(part); });
    }

    std::atomic<qint64> now = utc("2026-01-15T12:00:00Z");
    GatewayConfig config;

private:
    mutable QMutex m_mutex;
    QByteArrayList m_log;
    QByteArrayList m_tripped;
    LogOutput m_output;

public:
    BudgetBoard board;
};

//! \brief A budget of so many dollars.
inline BudgetConfig budgetOf(qint64 dollars, BudgetConfig::Action action = BudgetConfig::Action::Block)
{
    return {.name = QStringLiteral("team"),
        .limitMicroUsd = dollars * DOLLAR,
        .period = BudgetConfig::Period::Day,
        .action = action,
        .provider = {},
        .model = {},
        .client = {}};
}

} // namespace nexus
