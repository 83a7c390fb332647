// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace nexus {

class GatewayHost;

//! \brief How a provider fares, in one word.
enum class ProviderState {
    Ready, //!< it answered the last time it was asked
    Unused, //!< nothing has been asked of it yet
    NoKey, //!< it needs a key and has none
    KeyRefused, //!< it answered, and refused the key, when it was asked for its models
    Unlisted, //!< it answered, but not with its models
    Unreached, //!< it gave no answer when it was asked for its models
    Failing, //!< the last request to it failed
    Resting, //!< too many failures: nothing is sent to it for a while
    Probing, //!< after that, the next request finds out
};

//! \brief One provider as lists show it.
struct ProviderRow {
    QString name;
    QString service; //!< what it is: `OpenRouter`, `OpenAI compatible`
    ProviderType type = ProviderType::OpenAi;
    ProviderState state = ProviderState::Unused;
    std::optional<int> models; //!< nothing where nobody knows yet
    QString lastError; //!< of the last request or listing, or why its key is not there; else empty
    QString advice; //!< why its models could not be listed and what to do; empty in other states
    QDateTime lastErrorAt; //!< UTC, invalid for a listing or a key
    std::chrono::milliseconds untilProbe {0}; //!< while it rests

    bool operator==(const ProviderRow &) const = default;
};

//! \brief Whether nobody can use \a provider before it gets a key.
[[nodiscard]] bool lacksKey(const ProviderConfig &provider);

//! \brief Whether somebody has set up a provider; the demo is none.
[[nodiscard]] bool hasProviders(const GatewayConfig &config);

//! \brief All providers of \a host in file order, without the demo as long as it is not listed.
[[nodiscard]] std::vector<ProviderRow> providerRows(GatewayHost &host);

//! \brief A state for people: `Ready`, `Resting`, …
[[nodiscard]] QString providerStateWord(ProviderState state);

//! \brief What a state means and what to do, in a sentence or two.
[[nodiscard]] QString providerStateSentence(const ProviderRow &row);

} // namespace nexus
