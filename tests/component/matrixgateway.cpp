// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixgateway.h"

#include "kit/modelreplies.h"
#include "kit/strictprobe.h"

#include <QSignalSpy>

namespace nexus::matrix {

namespace {

QByteArray providerTable(const QByteArray &name, const QByteArray &more)
{
    return "[llm.providers." + name + "]\ntype = \"" + name + "\"\napi_key = \"" + GatewayFixture::key
        + "\"\n" + more + '\n';
}

} // namespace

MatrixGateway::MatrixGateway()
{
    fixture.provider.setHandler([this](const kit::ReceivedRequest &request) {
        const kit::Reply reply = kit::modelReply(request);
        m_said.append(kit::seen(reply).body);
        return m_isDripping ? reply.dripping() : reply;
    });
    const QByteArray base = "base_url = \"@BASE@\"";
    fixture.startWith(
        "server.workers = 1\n[llm.retries]\nmax_attempts = 1\n[llm.circuit_breaker]\nfailures = 1000000\n"
        + providerTable("openai", base) + providerTable("anthropic", base)
        + providerTable("google", "base_url = \"@BASE@beta\"")
        + providerTable("bedrock", base + "\nregion = \"us-east-1\""));
}

Trip MatrixGateway::ask(const ClientSide &client, const Json &body)
{
    // Spread over lines, as no writer of the gateway does it.
    Trip trip {.sent = QByteArray::fromStdString(body.dump(1))};
    const qsizetype before = m_said.size();
    trip.answer = post(client.path(), trip.sent, client.headers());
    trip.view = client.read(trip.answer);
    trip.received = fixture.provider.received(static_cast<int>(before));
    trip.said = m_said.value(before);
    return trip;
}

kit::Answer MatrixGateway::post(const QByteArray &path, const QByteArray &body, const kit::Headers &headers)
{
    const auto client = fixture.connect();
    // A wait that sleeps between two looks would slow the providers down.
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    client->post(path, body, headers);
    if (completed.isEmpty()) {
        static_cast<void>(completed.wait(static_cast<int>(kit::RawClient::s_limit.count())));
    }
    return client->completeCount() == 1 ? client->answer() : kit::Answer();
}

} // namespace nexus::matrix
