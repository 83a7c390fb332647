// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatdelta.h"
#include "wire/json.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

namespace nexus::openai {

//! \brief Tells the calls of tools in one choice of a stream apart.
//!
//! Servers differ: an `index` for every call, the same one for all, or none; an id at the first step, at
//! every step, or never; arguments in pieces, whole, or as an object.
class CallSteps final {
public:
    explicit CallSteps(int choice)
        : m_choice(choice)
    { }

    //! \brief Adds the steps that \a entry, one of `tool_calls`, makes to \a steps.
    void read(Json &entry, std::vector<ChatDelta> &steps);

    //! \brief Adds the steps that \a function, the older `function_call`, makes to \a steps.
    void readFunction(Json &function, std::vector<ChatDelta> &steps);

    //! \brief Whether there was a call.
    [[nodiscard]] bool hasCalls() const { return m_begun > 0; }

private:
    struct Call {
        std::optional<qint64> index; // the provider's
        std::string id; // the provider's
        int number = -1; // among those begun; -1 while its name is not known
        std::string waiting; // arguments that came before the name
        std::string signature;
    };

    [[nodiscard]] Call *find(std::optional<qint64> index, const std::string &id, bool isNamed);
    void grow(Call &call, Json &function, std::vector<ChatDelta> &steps);

    int m_choice;
    int m_begun = 0;
    std::vector<Call> m_calls;
};

} // namespace nexus::openai
