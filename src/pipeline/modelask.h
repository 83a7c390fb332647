// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "translate/clientrequest.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"

#include <memory>

namespace nexus {

//! \brief A request to a model, understood and routed.
struct ModelAsk {
    std::shared_ptr<const RequestSnapshot> request;
    Dialect dialect = Dialect::OpenAi;
    ClientRequest client; //!< as it came; what its alias adds depends on the target
    Plan plan;
};

} // namespace nexus
