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
    object["state"] = stateOf(health);
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

} // namespace

QByteArray healthAnswer(const GatewayConfig &config, const GatewayStatus &status, const HealthBoard &board,
    const CircuitBoard &circuits)
{
    Json body;
    body["status"] = "healthy";
    body["state"] = status.isDraining ? "draining" : "serving";
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
    return toText(body);
}

} // namespace nexus
