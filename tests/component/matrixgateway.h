// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gatewayfixture.h"
#include "matrixclient.h"
#include "matrixprovider.h"

namespace nexus::matrix {

//! \brief One request through the gateway: what the client sent and got, what the provider got and said.
struct Trip {
    QByteArray sent;
    kit::Answer answer;
    ClientView view; //!< of answer
    kit::ReceivedRequest received;
    QByteArray said; //!< the body of the provider's answer, up to where it was cut
};

//! \brief A gateway with the providers `openai`, `anthropic`, `google` and `bedrock`, all strict services.
class MatrixGateway final {
public:
    MatrixGateway();
    Q_DISABLE_COPY_MOVE(MatrixGateway)

    //! \brief From now on the providers send every answer byte by byte.
    void drip() { m_isDripping = true; }

    //! \brief Sends \a body as \a client does and waits for the end of the answer.
    [[nodiscard]] Trip ask(const ClientSide &client, const Json &body);
    //! \brief The answer to a POST; an empty one when it does not end in time.
    [[nodiscard]] kit::Answer post(
        const QByteArray &path, const QByteArray &body, const kit::Headers &headers = {});

    GatewayFixture fixture;

private:
    QByteArrayList m_said;
    bool m_isDripping = false;
};

} // namespace nexus::matrix
