// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "ledger/budgets/budgetstate.h"
#include "ledger/healthboard.h"
#include "routing/circuitboard.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief The body of `GET /health`: state, version, uptime, configuration, and every provider with its
//! last error and whether it rests, and how the budgets stand.
[[nodiscard]] QByteArray healthAnswer(const GatewayConfig &config, const GatewayStatus &status,
    const HealthBoard &board, const CircuitBoard &circuits, const std::vector<BudgetState> &budgets);

} // namespace nexus
