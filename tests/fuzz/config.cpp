// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace nexus;

namespace {

const QString SECRET = QStringLiteral("zQ9-never-shown-7Xk");

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

// One line with a place, and nothing of what the environment holds.
void checkError(const Error &error)
{
    static const QRegularExpression FORM(
        QStringLiteral("^nexus\\.toml:[1-9][0-9]*:[1-9][0-9]*: [^\\n\\r]+$"));
    require(error.kind == ErrorKind::InvalidRequest);
    require(FORM.match(error.message).hasMatch());
    require(!error.message.contains(SECRET));
}

void checkProvider(const ProviderConfig &provider)
{
    const bool mayLackUrl = provider.type == ProviderType::Demo || provider.type == ProviderType::Bedrock;
    require(!provider.name.isEmpty() && !provider.name.contains(u'/'));
    require(mayLackUrl || !provider.baseUrl.host().isEmpty());
    require(!provider.baseUrl.toString().endsWith(u'/'));
    require(provider.retries.baseDelay <= provider.retries.maxDelay);
    require(provider.timeouts.connect.count() >= 0);
    for (const Secret &key : provider.apiKeys) {
        require(!key.isEmpty() && !key.reveal().contains('\n'));
    }
    for (const ModelConfig &model : provider.models) {
        require(!model.name.isEmpty());
    }
}

void checkConfig(const GatewayConfig &config)
{
    require(!config.llm.providers.empty());
    require(config.server.maxBodySize > 0 && config.server.maxConnections > 0);
    require(config.llm.openAiPath.size() > 1 && config.llm.openAiPath.startsWith('/'));
    QStringList names;
    for (const ProviderConfig &provider : config.llm.providers) {
        checkProvider(provider);
        require(!names.contains(provider.name));
        names.append(provider.name);
    }
    for (const AliasConfig &alias : config.llm.aliases) {
        require(!alias.targets.isEmpty());
        for (const QString &target : alias.targets) {
            require(names.contains(target.left(target.indexOf(u'/'))));
        }
    }
    for (const QString &warning : config.warnings) {
        require(!warning.contains(SECRET));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    // An input that spells the secret out itself proves nothing.
    if (text.contains(SECRET.toUtf8())) {
        return 0;
    }
    const Environment environment({{QStringLiteral("KEY"), SECRET}, {QStringLiteral("WORK_KEY"), SECRET},
        {QStringLiteral("TEAM"), SECRET}, {QStringLiteral("REDIS_PASSWORD"), SECRET},
        {QStringLiteral("OPENAI_API_KEY"), SECRET}});
    const Result<GatewayConfig> config = parseConfig(text, QStringLiteral("nexus.toml"), environment);
    if (config) {
        checkConfig(*config);
    } else {
        checkError(config.error());
    }
    return 0;
}
