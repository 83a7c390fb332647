// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include "config/configreader.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace nexus {

GatewayFixture::GatewayFixture()
    : m_log(LogLevel::Debug, LogStyle::Text, [this](std::string_view line) {
        const QMutexLocker lock(&m_mutex);
        m_lines.append(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
    })
{ }

GatewayFixture::~GatewayFixture()
{
    gateway.reset();
}

void GatewayFixture::start(const QByteArray &extra, const QByteArray &inProvider, const QByteArray &atTop)
{
    const QByteArray retries = inProvider.contains("retries") ? QByteArray() : "retries.max_attempts = 1\n";
    startWith(atTop + "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\napi_key = \""
        + QByteArray(key) + "\"\n" + retries + inProvider
        + "\n[llm.providers.up.models.renamed]\nrename = \"real-name\"\n" + extra);
}

void GatewayFixture::startWith(const QByteArray &toml)
{
    const ConfigSnapshot config = parse(toml);
    gateway = std::make_unique<Gateway>(m_log, environment, historyPath);
    const Result<void> started = gateway->start(config);
    if (!started) {
        qFatal("%s", qPrintable(started.error().message));
    }
}

void GatewayFixture::reload(const QByteArray &toml)
{
    QSignalSpy applied(gateway.get(), &Gateway::configApplied);
    gateway->setConfig(parse(toml));
    if (!applied.wait()) {
        qFatal("the gateway did not take the configuration");
    }
}

ConfigSnapshot GatewayFixture::parse(QByteArray toml) const
{
    toml.replace("@BASE@", provider.baseUrl().toEncoded());
    if (!toml.contains("listen_address")) {
        toml.prepend("server.listen_address = \"127.0.0.1:0\"\n");
    }
    Result<GatewayConfig> config = parseConfig(toml, QStringLiteral("test.toml"), environment);
    if (!config) {
        qFatal("%s", qPrintable(config.error().message));
    }
    return std::make_shared<const GatewayConfig>(std::move(*config));
}

QUrl GatewayFixture::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(gateway->port()));
}

std::unique_ptr<kit::RawClient> GatewayFixture::connect() const
{
    return std::make_unique<kit::RawClient>(url());
}

std::unique_ptr<kit::RawClient> GatewayFixture::post(const QByteArray &body) const
{
    auto client = connect();
    client->post("/llm/v1/chat/completions", body);
    return client;
}

QByteArray GatewayFixture::chat(bool isStream)
{
    return QByteArray(R"({"model":"up/renamed","messages":[{"role":"user","content":"hi"}],"stream":)")
        + (isStream ? "true}" : "false}");
}

int GatewayFixture::modelRequestCount() const
{
    const std::vector<kit::ReceivedRequest> received = provider.received();
    return static_cast<int>(std::ranges::count(received, "POST", &kit::ReceivedRequest::method));
}

QByteArrayList GatewayFixture::logLines() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lines;
}

QByteArrayList GatewayFixture::events(const QByteArray &name) const
{
    QByteArrayList found;
    for (const QByteArray &line : logLines()) {
        if (line.trimmed().endsWith(": " + name) || line.contains(": " + name + ' ')) {
            found.append(line);
        }
    }
    return found;
}

QByteArray GatewayFixture::requestLine(int index) const
{
    (void)QTest::qWaitFor([this, index] { return events("request").size() > index; });
    return events("request").value(index);
}

} // namespace nexus
