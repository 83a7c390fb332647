// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "limits/limitask.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <vector>

namespace nexus {

//! \brief The input tokens of one request on their way to one model.
struct TokenAsk {
    QByteArray clientId; //!< whose; nobody's are not limited
    QByteArray group; //!< chooses the limit and not the count; empty for none
    QString provider;
    QByteArray model; //!< public name
    qint64 tokens = 0;
};

//! \brief What a limit is about.
enum class LimitScope {
    Gateway, //!< requests of everybody
    Address, //!< requests of one address
    Provider, //!< tokens of a client for all models of a provider
    Model, //!< tokens of a client for one model
};

//! \brief The limits of one request, ready to be counted.
struct LimitCheck {
    std::vector<LimitAsk> asks;
    std::vector<LimitScope> scopes; //!< one for each ask
    QString name; //!< of the provider, or `provider/model`; empty for requests
};

//! \brief The limits on requests that hold for \a address; none unless they are enabled.
[[nodiscard]] LimitCheck requestCheck(const RateLimits &limits, const QHostAddress &address);

//! \brief The one limit on tokens that holds for \a ask, or none.
//!
//! A model with `per_user` limits of its own counts for itself; all others of a provider count together. Of
//! either table the entry of the client's group holds, else the one for everyone.
[[nodiscard]] LimitCheck tokenCheck(const LlmConfig &llm, const TokenAsk &ask);

//! \brief Whether any provider or model has a limit on tokens.
[[nodiscard]] bool hasTokenLimits(const LlmConfig &llm);

} // namespace nexus
