// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/plan.h"
#include "wire/jsonscan.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief A client's request, checked as far as routing needs it, with its bytes as they came.
struct ClientRequest {
    Operation operation = Operation::Chat;
    QByteArray body;
    std::vector<JsonMember> members; //!< the outermost members of body
    QByteArray model; //!< what the client asked for, decoded; never empty
    bool isStream = false;

    //! \brief The body with every outermost `model` saying \a name; all other bytes as the client sent them.
    [[nodiscard]] QByteArray withModel(const QByteArray &name) const;
};

//! \brief Reads \a body in one pass and checks what routing and the provider cannot do without.
//!
//! That is: a JSON object, `model` a non-empty string, `stream` a boolean or null, and `messages` (an array
//! of objects), `prompt` or `input` as \a operation needs it. Everything else is the provider's to judge.
//! \return InvalidRequest with the field as Error::param and its JSON pointer in the message
[[nodiscard]] Result<ClientRequest> parseRequest(const QByteArray &body, Operation operation);

} // namespace nexus
