// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matrixgateway.h"

namespace nexus::matrix {

//! \brief A row and a column of the table, and what is done there.
struct Cell {
    const ClientSide &client;
    const ProviderSide &provider;
    const Scenario &scenario;

    [[nodiscard]] bool isSameDialect() const { return client.name() == provider.name(); }
    //! \brief The model as the client names it.
    [[nodiscard]] std::string askedModel() const;
    //! \brief What the client sends.
    [[nodiscard]] Json body() const { return client.body(scenario, askedModel()); }
    //! \brief Whether a tool's picture follows the results as words of the user, which the scripted model
    //! answers with a call.
    [[nodiscard]] bool hasPictureApart() const;
};

//! \brief What the client got.
void checkAnswer(const Cell &cell, const Trip &trip, Findings &findings);
void checkError(const Cell &cell, const Trip &trip, Findings &findings);
void checkBrokenStream(const Cell &cell, const Trip &trip, Findings &findings);
//! \brief What the provider got.
void checkAsked(const Cell &cell, const Trip &trip, Findings &findings);
//! \brief That nothing but the model's name changed on the way, where both sides speak the same.
void checkBytes(const Cell &cell, const Trip &trip, Findings &findings);
//! \brief One line for the request, one for the attempt, no key.
void checkLog(const Cell &cell, const MatrixGateway &gateway, Findings &findings);

} // namespace nexus::matrix
