// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/providerrows.h"

#include "service/gatewayhost.h"
#include "service/providerprobe.h"
#include "ui/models/probewords.h"
#include "ui/models/providerpresets.h"
#include "ui/models/words.h"
#include "upstream/modelquery.h"

#include <QCoreApplication>

#include <algorithm>

namespace nexus {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("nexus::ProviderRows", text);
}

QString serviceOf(const ProviderConfig &provider)
{
    const ProviderPreset preset = presetOf(provider);
    return preset.id == QLatin1String("custom") ? providerTypeTitle(provider.type) : preset.title;
}

// What became of the list that did not come.
ProbeReport listingReport(const ProviderConfig &provider, const CatalogProvider &listed)
{
    return probeReport(provider.type, *listed.lastError);
}

// A 403 may be about the list alone.
ProviderState listingState(const ProbeReport &report)
{
    using Verdict = ProbeReport::Verdict;
    if (report.status == 0 && report.verdict != Verdict::WrongUrl) {
        return ProviderState::Unreached;
    }
    const bool isRefused = report.verdict == Verdict::WrongKey && report.status != 403;
    return isRefused ? ProviderState::KeyRefused : ProviderState::Unlisted;
}

ProviderState stateOf(const ProviderConfig &provider, const ProviderHealth &health,
    const CircuitView *circuit, const CatalogProvider *listed)
{
    if (lacksKey(provider)) {
        return ProviderState::NoKey;
    }
    if (circuit != nullptr && circuit->state == CircuitState::Open) {
        return ProviderState::Resting;
    }
    if (circuit != nullptr && circuit->state == CircuitState::HalfOpen) {
        return ProviderState::Probing;
    }
    const bool hasFailed = health.lastFailure.isValid();
    const bool hasSucceeded = health.lastSuccess.isValid();
    if (hasFailed && (!hasSucceeded || health.lastFailure > health.lastSuccess)) {
        return ProviderState::Failing;
    }
    if (listed != nullptr && listed->lastError) {
        return listingState(listingReport(provider, *listed));
    }
    const bool isKnown = hasSucceeded || provider.type == ProviderType::Demo
        || (listed != nullptr && listed->fetchedAt.has_value());
    return isKnown ? ProviderState::Ready : ProviderState::Unused;
}

std::optional<int> modelsOf(const ProviderConfig &provider, const CatalogProvider *listed)
{
    const int named = static_cast<int>(provider.models.size());
    if (listed == nullptr || !listed->fetchedAt) {
        return named > 0 ? std::optional(named) : std::nullopt;
    }
    const auto isNew = [listed](const ModelConfig &model) { return listed->model(model.name) == nullptr; };
    const auto more = std::ranges::count_if(provider.models, isNew);
    return static_cast<int>(listed->models().size()) + static_cast<int>(more);
}

ProviderRow rowOf(const ProviderConfig &provider, const ProviderHealth &health, const CircuitView *circuit,
    const CatalogProvider *listed)
{
    ProviderRow row {.name = provider.name, .service = serviceOf(provider), .type = provider.type};
    row.state = stateOf(provider, health, circuit, listed);
    row.models = modelsOf(provider, listed);
    if (row.state == ProviderState::NoKey && row.models == 0) {
        row.models.reset(); // nobody was asked
    }
    if (row.state == ProviderState::NoKey) {
        row.lastError = provider.keyProblem;
    } else if (row.state == ProviderState::KeyRefused || row.state == ProviderState::Unlisted
        || row.state == ProviderState::Unreached) {
        row.advice = probeSentence(listingReport(provider, *listed), provider);
        const QString &error = listed->lastError->message;
        row.lastError = error == row.advice ? QString() : error;
    } else if (row.state == ProviderState::Failing || row.state == ProviderState::Resting
        || row.state == ProviderState::Probing) {
        row.lastError = health.lastError;
        row.lastErrorAt = health.lastFailure;
    }
    row.untilProbe = row.state == ProviderState::Resting ? circuit->untilProbe : std::chrono::milliseconds(0);
    return row;
}

} // namespace

bool hasProviders(const GatewayConfig &config)
{
    return std::ranges::any_of(config.llm.providers,
        [](const ProviderConfig &provider) { return provider.type != ProviderType::Demo; });
}

bool lacksKey(const ProviderConfig &provider)
{
    if (!provider.apiKeys.empty() || provider.isTokenForwarded || provider.type == ProviderType::Demo) {
        return false;
    }
    return provider.type == ProviderType::Azure || !isListable(provider);
}

std::vector<ProviderRow> providerRows(GatewayHost &host)
{
    std::vector<ProviderRow> rows;
    const ConfigSnapshot config = host.config();
    if (!config) {
        return rows;
    }
    const std::vector<CircuitView> circuits = host.gateway().routing().circuits().snapshot();
    const auto catalog = host.gateway().catalog().snapshot();
    const HealthBoard &board = host.gateway().ledger().health();
    for (const ProviderConfig &provider : config->llm.providers) {
        if (!provider.isListed) {
            continue;
        }
        const auto circuit = std::ranges::find(circuits, provider.name, &CircuitView::provider);
        rows.push_back(rowOf(provider, board.health(provider.name),
            circuit == circuits.end() ? nullptr : &*circuit, catalog->provider(provider.name)));
    }
    return rows;
}

QString providerStateWord(ProviderState state)
{
    switch (state) {
    case ProviderState::Ready:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Ready"));
    case ProviderState::Unused:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Not used yet"));
    case ProviderState::NoKey:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "No key"));
    case ProviderState::KeyRefused:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Key refused"));
    case ProviderState::Unlisted:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Lists no models"));
    case ProviderState::Unreached:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Not reached"));
    case ProviderState::Failing:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Failing"));
    case ProviderState::Resting:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Resting"));
    case ProviderState::Probing:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "Trying again"));
    }
    return {};
}

QString providerStateSentence(const ProviderRow &row)
{
    switch (row.state) {
    case ProviderState::Ready:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "It answered the last time it was asked."));
    case ProviderState::Unused:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows",
            "Nothing has been asked of it since Nexus was started. Test it to be sure."));
    case ProviderState::NoKey:
        return row.lastError.isEmpty()
            ? say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "It needs a key. Add one below."))
            : say(QT_TRANSLATE_NOOP("nexus::ProviderRows",
                "The keychain does not have its key, or is locked. Unlock it, or add the key below."));
    case ProviderState::KeyRefused:
    case ProviderState::Unlisted:
    case ProviderState::Unreached:
        return row.advice;
    case ProviderState::Failing:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows", "The last request to it failed."));
    case ProviderState::Resting:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderRows",
                       "It failed too often and gets no requests for %1. Then one of them finds out whether "
                       "it is back."))
            .arg(words::duration(row.untilProbe));
    case ProviderState::Probing:
        return say(QT_TRANSLATE_NOOP(
            "nexus::ProviderRows", "It failed too often. The next request finds out whether it is back."));
    }
    return {};
}

} // namespace nexus
