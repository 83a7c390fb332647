// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/budgets/budgetboard.h"

#include "ledger/prices/cost.h"

#include <QSet>

#include <algorithm>

namespace nexus {

using Level = BudgetState::Level;

namespace {

// Names of models that a budget remembers to have complained about.
constexpr qsizetype maxComplaints = 1'000;

qint64 milliseconds(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

bool isSame(const BudgetConfig &a, const BudgetConfig &b)
{
    return a.name == b.name && a.period == b.period && a.provider == b.provider && a.model == b.model
        && a.client == b.client;
}

} // namespace

struct BudgetBoard::Budget {
    BudgetState state;
    BudgetScope scope;
    Level told = Level::Fine; // in this period
    bool isNew = true;
    QSet<QByteArray> complaints; // models without a price

    //! Whether it stands worse than it was told last.
    [[nodiscard]] bool worsens()
    {
        const Level level = state.level();
        const bool isWorse = level > told;
        told = std::max(told, level);
        return isWorse;
    }

    //! Whether nobody was told yet that it does not see the model.
    [[nodiscard]] bool complainsOf(const RequestRecord &record)
    {
        const QByteArray name = record.provider.toUtf8() + '/' + record.upstreamModel;
        if (complaints.contains(name) || complaints.size() >= maxComplaints) {
            return false;
        }
        complaints.insert(name);
        return true;
    }
};

// A budget that a request holds a part of. It may be gone from the configuration by now.
struct BudgetBoard::Part {
    std::shared_ptr<Budget> budget;
    BudgetPeriod period;
};

struct BudgetBoard::Held {
    quint64 serial = 0;
    qint64 amount = 0; // in each
    std::vector<Part> parts;
};

// What to tell when the lock is open again.
struct BudgetBoard::News {
    struct Complaint {
        QString budget;
        QString provider;
        QByteArray model;
        bool isUsageKnown = false;
    };

    std::vector<BudgetState> tripped;
    std::vector<Complaint> complaints;
};

BudgetBoard::BudgetBoard(BudgetOptions options)
    : m_options(std::move(options))
{ }

BudgetBoard::~BudgetBoard() = default;

void BudgetBoard::setConfig(const GatewayConfig &config)
{
    News news;
    {
        const QMutexLocker lock(&m_mutex);
        std::vector<std::shared_ptr<Budget>> budgets;
        for (const BudgetConfig &wanted : config.budgets) {
            const auto known = std::ranges::find_if(
                m_budgets, [&wanted](const auto &budget) { return isSame(budget->state.config, wanted); });
            auto budget = known == m_budgets.end() ? std::make_shared<Budget>() : *known;
            budget->state.config = wanted;
            budget->scope = BudgetScope(wanted, config.llm);
            turn(*budget);
            // With another limit it may come to its end once more.
            budget->told = std::min(budget->told, budget->state.level());
            if (budget->worsens()) {
                news.tripped.push_back(budget->state);
            }
            budgets.push_back(std::move(budget));
        }
        m_budgets = std::move(budgets);
        m_isEmpty = m_budgets.empty();
        m_isBlocking = std::ranges::any_of(config.budgets,
            [](const BudgetConfig &budget) { return budget.action == BudgetConfig::Action::Block; });
    }
    tell(news);
}

std::vector<BudgetOpening> BudgetBoard::takeOpenings()
{
    std::vector<BudgetOpening> openings;
    const QMutexLocker lock(&m_mutex);
    for (const auto &budget : m_budgets) {
        if (std::exchange(budget->isNew, false)) {
            turn(*budget);
            openings.push_back(
                {.name = budget->state.config.name, .scope = budget->scope, .period = budget->state.period});
        }
    }
    return openings;
}

void BudgetBoard::restore(const BudgetOpening &opening, qint64 microDollars, qint64 unpriced)
{
    News news;
    {
        const QMutexLocker lock(&m_mutex);
        for (const auto &budget : m_budgets) {
            turn(*budget);
            BudgetState &state = budget->state;
            if (state.config.name != opening.name || state.period != opening.period) {
                continue;
            }
            state.spent = boundedSum(state.spent, std::max<qint64>(microDollars, 0));
            state.unpriced = boundedSum(state.unpriced, std::max<qint64>(unpriced, 0));
            if (budget->worsens()) {
                news.tripped.push_back(state);
            }
        }
    }
    tell(news);
}

std::vector<BudgetState> BudgetBoard::states()
{
    std::vector<BudgetState> states;
    const QMutexLocker lock(&m_mutex);
    for (const auto &budget : m_budgets) {
        turn(*budget);
        states.push_back(budget->state);
    }
    return states;
}

void BudgetBoard::record(const RequestRecord &record)
{
    if (m_isEmpty.load(std::memory_order_relaxed)) {
        return;
    }
    News news;
    {
        const QMutexLocker lock(&m_mutex);
        giveBack(record.number);
        if (record.microDollars != 0) {
            for (const auto &budget : m_budgets) {
                if (budget->scope.covers(record)) {
                    count(*budget, record, news);
                }
            }
        }
    }
    tell(news);
}

void BudgetBoard::count(Budget &budget, const RequestRecord &record, News &news) const
{
    turn(budget);
    BudgetState &state = budget.state;
    if (milliseconds(record.time) < state.period.begin) {
        return;
    }
    if (!record.microDollars) {
        if (record.upstreamModel.isEmpty()) {
            return; // no model was asked
        }
        state.unpriced = boundedSum(state.unpriced, 1);
        if (budget.complainsOf(record)) {
            news.complaints.push_back({.budget = state.config.name,
                .provider = record.provider,
                .model = record.upstreamModel,
                .isUsageKnown = record.usage.has_value()});
        }
        return;
    }
    state.spent = boundedSum(state.spent, std::max<qint64>(*record.microDollars, 0));
    if (budget.worsens()) {
        news.tripped.push_back(state);
    }
}

Result<BudgetHold> BudgetBoard::take(const RequestRecord &record, const TokenUsage &expected)
{
    const qint64 cost = expectedCost(record, expected);
    BudgetState full;
    {
        const QMutexLocker lock(&m_mutex);
        giveBack(record.number);
        std::vector<Part> parts;
        const Budget *const refusing = findParts(record, cost, parts);
        if (refusing == nullptr) {
            return hold(record.number, cost, std::move(parts));
        }
        full = refusing->state;
    }
    return failure(budgetError(full, cost, m_options.zone()));
}

// All budgets that hold for a request, or the first that has no room for it.
const BudgetBoard::Budget *BudgetBoard::findParts(
    const RequestRecord &record, qint64 cost, std::vector<Part> &parts) const
{
    for (const auto &budget : m_budgets) {
        if (budget->state.config.action != BudgetConfig::Action::Block || !budget->scope.covers(record)) {
            continue;
        }
        turn(*budget);
        if (!budget->state.hasRoom(cost)) {
            return budget.get();
        }
        parts.push_back({.budget = budget, .period = budget->state.period});
    }
    return nullptr;
}

BudgetHold BudgetBoard::hold(quint64 request, qint64 cost, std::vector<Part> parts)
{
    if (parts.empty() || cost == 0 || request == 0) {
        return {};
    }
    for (const Part &part : parts) {
        part.budget->state.held = boundedSum(part.budget->state.held, cost);
    }
    const quint64 serial = ++m_lastSerial;
    m_held.insert_or_assign(request, Held {.serial = serial, .amount = cost, .parts = std::move(parts)});
    return BudgetHold(*this, request, serial);
}

qint64 BudgetBoard::expectedCost(const RequestRecord &record, const TokenUsage &expected) const
{
    const auto price
        = m_options.prices ? m_options.prices(record.provider, record.upstreamModel, record.time) : nullptr;
    const std::optional<qint64> cost
        = price && *price ? microDollarsOf(expected, **price) : std::optional<qint64>();
    return std::max<qint64>(cost.value_or(0), 0);
}

void BudgetBoard::release(quint64 request, quint64 serial)
{
    const QMutexLocker lock(&m_mutex);
    const auto held = m_held.find(request);
    if (held != m_held.end() && held->second.serial == serial) {
        giveBack(request);
    }
}

// What was held in a period that is over is gone with it.
void BudgetBoard::giveBack(quint64 request)
{
    const auto held = m_held.find(request);
    if (held == m_held.end()) {
        return;
    }
    for (const Part &part : held->second.parts) {
        BudgetState &state = part.budget->state;
        if (state.period == part.period) {
            state.held = std::max<qint64>(state.held - held->second.amount, 0);
        }
    }
    m_held.erase(held);
}

// Begins a new period where the old one is over. Where the clock was set back, what is spent stays spent.
void BudgetBoard::turn(Budget &budget) const
{
    BudgetState &state = budget.state;
    const qint64 now = milliseconds(m_options.today());
    if (state.period.contains(now)) {
        return;
    }
    const bool isBack = now < state.period.begin;
    state.period = budgetPeriod(state.config.period, now, m_options.zone());
    state.held = 0;
    if (!isBack) {
        state.spent = 0;
        state.unpriced = 0;
        budget.told = Level::Fine;
    }
}

void BudgetBoard::tell(const News &news) const
{
    for (const BudgetState &state : news.tripped) {
        const bool isBlocking = state.config.action == BudgetConfig::Action::Block;
        m_options.log.event(LogLevel::Warn, "budget",
            {{"budget", state.config.name}, {"level", levelWord(state.level())},
                {"spent", dollarText(state.spent)}, {"limit", dollarText(state.config.limitMicroUsd)},
                {"until", periodEndText(state.period, m_options.zone())},
                {"action", isBlocking ? "block" : "warn"}});
        if (m_options.tripped) {
            m_options.tripped(state);
        }
    }
    for (const News::Complaint &complaint : news.complaints) {
        m_options.log.event(LogLevel::Warn, "budget_blind",
            {{"budget", complaint.budget}, {"provider", complaint.provider}, {"model", complaint.model},
                {"reason",
                    complaint.isUsageKnown ? "its price is not known, so the budget does not count it"
                                           : "its tokens are not known, so the budget does not count it"}});
    }
}

} // namespace nexus
