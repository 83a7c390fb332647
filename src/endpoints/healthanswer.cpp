// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/healthanswer.h"

#include "wire/json.h"

#include <algorithm>

namespace nexus {

namespace {

std::string text(const QString &value)
{
    return value.toStdString();
}

Json timeOrNull(const QDateTime &time)
{
    return time.isValid() ? Json(text(time.toString(Qt::ISODate))) : Json(nullptr);
}

const char *stateOf(const ProviderHealth &health)
{
    if (health.attempts == 0) {
        return "unused";
    }
    const bool isFailing = health.lastFailure.isValid()
        && (!health.lastSuccess.isValid() || health.lastFailure > health.lastSuccess);
    return isFailing ? "failing" : "ok";
}

// Whether nobody can use it until there is a key.
bool lacksKey(const ProviderConfig &provider)
{
    return provider.lacksKey() && !provider.isTokenForwarded;
}

CircuitView circuitOf(const std::vector<CircuitView> &views, const QString &provider)
{
    const auto found = std::ranges::find(views, provider, &CircuitView::provider);
    return found == views.end() ? CircuitView() : *found;
}

Json providerHealth(const ProviderConfig &provider, const ProviderHealth &health, const CircuitView &circuit)
{
    Json object;
    object["name"] = text(provider.name);
    object["type"] = text(providerTypeName(provider.type));
    object["state"] = lacksKey(provider) ? "no_key" : stateOf(health);
    object["key_problem"] = provider.keyProblem.isEmpty() ? Json(nullptr) : Json(text(provider.keyProblem));
    object["circuit"] = text(circuitStateName(circuit.state));
    object["attempts"] = health.attempts;
    object["failures"] = health.failures;
    object["last_success"] = timeOrNull(health.lastSuccess);
    object["last_error"] = nullptr;
    if (health.lastFailure.isValid()) {
        Json error;
        error["message"] = text(health.lastError);
        error["code"]
            = health.lastErrorCode.isEmpty() ? Json(nullptr) : Json(health.lastErrorCode.toStdString());
        error["time"] = timeOrNull(health.lastFailure);
        object["last_error"] = std::move(error);
    }
    return object;
}

const char *stateOf(const BudgetState &budget)
{
    switch (budget.level()) {
    case BudgetState::Level::Fine:
        return "ok";
    case BudgetState::Level::Near:
        return "warned";
    case BudgetState::Level::Spent:
        return budget.config.action == BudgetConfig::Action::Block ? "blocked" : "warned";
    }
    return "ok";
}

double dollars(qint64 microDollars)
{
    return static_cast<double>(microDollars) / 1e6;
}

// Without what it holds for: the page is open to more than those who pay.
Json budgetJson(const BudgetState &budget)
{
    Json object;
    object["name"] = text(budget.config.name);
    object["period"] = budget.config.period == BudgetConfig::Period::Day ? "day" : "month";
    object["period_end"] = timeOrNull(QDateTime::fromMSecsSinceEpoch(budget.period.end).toUTC());
    object["spent_usd"] = dollars(budget.spent);
    object["limit_usd"] = dollars(budget.config.limitMicroUsd);
    object["state"] = stateOf(budget);
    return object;
}

} // namespace

QByteArray healthAnswer(const GatewayConfig &config, const GatewayStatus &status, const HealthBoard &board,
    const CircuitBoard &circuits, const std::vector<BudgetState> &budgets)
{
    Json body;
    body["status"] = "healthy";
    body["state"] = status.isDraining ? "draining" : status.isPaused ? "paused" : "serving";
    body["version"] = NEXUS_VERSION;
    body["uptime_seconds"] = status.uptimeSeconds;
    Json source;
    source["path"] = status.configPath.isEmpty() ? Json(nullptr) : Json(text(status.configPath));
    source["loaded_at"] = timeOrNull(status.configLoadedAt);
    source["error"] = status.configError.isEmpty() ? Json(nullptr) : Json(text(status.configError));
    body["config"] = std::move(source);
    const std::vector<CircuitView> views = circuits.snapshot();
    body["providers"] = Json::array();
    for (const ProviderConfig &provider : config.llm.providers) {
        body["providers"].push_back(
            providerHealth(provider, board.health(provider.name), circuitOf(views, provider.name)));
    }
    body["budgets"] = Json::array();
    for (const BudgetState &budget : budgets) {
        body["budgets"].push_back(budgetJson(budget));
    }
    return toText(body);
}

} // namespace nexus
