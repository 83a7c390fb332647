// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/gatewayconfig.h"
#include "contract/budgetgate.h"
#include "ledger/budgets/budgetscope.h"
#include "ledger/budgets/budgetstate.h"
#include "ledger/prices/price.h"

#include <QMutex>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace nexus {

//! \brief The price of a provider's model, by the provider's name for it; nullptr or nothing where it is not
//! known. Called from any worker's thread.
using BudgetPrices = std::function<std::shared_ptr<const std::optional<Price>>(
    const QString &provider, const QByteArray &model, std::chrono::system_clock::time_point time)>;

//! \brief What a BudgetBoard needs from outside.
struct BudgetOptions {
    BudgetPrices prices;
    Logger log;
    std::function<std::chrono::system_clock::time_point()> today = std::chrono::system_clock::now;
    //! In which days and months begin; asked at the beginning of each period.
    std::function<QTimeZone()> zone = [] { return QTimeZone::systemTimeZone(); };
    //! Told from any thread of a budget that comes near its end or reaches it, once for each in a period.
    std::function<void(const BudgetState &)> tripped = {};
};

//! \brief A budget that has begun to count and does not know what was spent in its period before.
struct BudgetOpening {
    QString name;
    BudgetScope scope;
    BudgetPeriod period;
};

//! \brief Adds up what requests cost, and refuses those that a spent budget does not let through.
//!
//! A request counts with its cost in the period that it began in. One whose cost is not known is counted
//! apart and said in the log once for each model. What running requests are expected to cost is held free in
//! budgets that block, so that together they do not overrun them by more than the expectation was wrong.
//! Thread-safe.
class BudgetBoard final : public RecordSink, public BudgetGate {
public:
    explicit BudgetBoard(BudgetOptions options);
    ~BudgetBoard() override;

    //! \brief Takes over the budgets of \a config. One with the same name, period and scope goes on with what
    //! it has counted.
    void setConfig(const GatewayConfig &config);

    //! \brief The budgets that are new since the last call.
    [[nodiscard]] std::vector<BudgetOpening> takeOpenings();

    //! \brief Adds what was spent before \a opening; nothing when its period or the budget is over.
    void restore(const BudgetOpening &opening, qint64 microDollars, qint64 unpriced);

    //! \brief How all budgets stand, in the order of the file.
    [[nodiscard]] std::vector<BudgetState> states();

    //! \brief Takes the record of a request, its cost filled in.
    void record(const RequestRecord &record) override;

    [[nodiscard]] bool isOn() const override { return m_isBlocking.load(std::memory_order_relaxed); }
    [[nodiscard]] Result<BudgetHold> take(const RequestRecord &record, const TokenUsage &expected) override;

private:
    struct Budget;
    struct Part;
    struct Held;
    struct News;

    void release(quint64 request, quint64 serial) override;
    [[nodiscard]] qint64 expectedCost(const RequestRecord &record, const TokenUsage &expected) const;
    [[nodiscard]] const Budget *findParts(
        const RequestRecord &record, qint64 cost, std::vector<Part> &parts) const;
    [[nodiscard]] BudgetHold hold(quint64 request, qint64 cost, std::vector<Part> parts);
    void turn(Budget &budget) const;
    void count(Budget &budget, const RequestRecord &record, News &news) const;
    void giveBack(quint64 request);
    void tell(const News &news) const;

    const BudgetOptions m_options;
    std::atomic<bool> m_isEmpty = true;
    std::atomic<bool> m_isBlocking = false;

    QMutex m_mutex; // for all below
    std::vector<std::shared_ptr<Budget>> m_budgets;
    std::unordered_map<quint64, Held> m_held; // by the request's number
    quint64 m_lastSerial = 0;
};

} // namespace nexus
