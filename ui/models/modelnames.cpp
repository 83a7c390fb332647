// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/modelnames.h"

#include "routing/router.h"
#include "service/gatewayhost.h"
#include "upstream/modelquery.h"

// Behind what calls something of its own Json.
#include "dialects/openai/modeltraits.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace nexus {

namespace {

// What translators see these words under.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModelNames)
};

KeyPath modelsPath(const QString &provider)
{
    return {QStringLiteral("llm"), QStringLiteral("providers"), provider, QStringLiteral("models")};
}

// The first target of the alias called model; model itself when it is none.
QString firstTarget(const GatewayConfig &config, const QString &model)
{
    const auto alias = std::ranges::find(config.llm.aliases, model, &AliasConfig::name);
    return alias == config.llm.aliases.end() || alias->targets.isEmpty() ? model : alias->targets.front();
}

} // namespace

QStringList listedModels(GatewayHost &host)
{
    QStringList names;
    if (const ConfigSnapshot config = host.config()) {
        for (const ListedModel &model : Router(config, host.gateway().catalog().snapshot()).models()) {
            names.append(QString::fromUtf8(model.id));
        }
    }
    names.removeDuplicates();
    return names;
}

QStringList modelNames(GatewayHost &host, const QString &provider)
{
    QStringList out;
    const ConfigSnapshot config = host.config();
    const ProviderConfig *const known = config ? config->provider(provider) : nullptr;
    if (known == nullptr) {
        return out;
    }
    for (const ModelConfig &model : known->models) {
        out.append(QString::fromUtf8(model.name));
    }
    const auto catalog = host.gateway().catalog().snapshot();
    if (const CatalogProvider *const listed = catalog->provider(provider)) {
        for (const DiscoveredModel &model : listed->models()) {
            out.append(QString::fromUtf8(model.id));
        }
    }
    out.removeDuplicates();
    return out;
}

QString missingListReason(GatewayHost &host, const QString &provider)
{
    const ConfigSnapshot config = host.config();
    const ProviderConfig *const known = config ? config->provider(provider) : nullptr;
    if (known == nullptr || known->type == ProviderType::Demo) {
        return {};
    }
    if (known->type == ProviderType::Azure) {
        return Words::tr("Azure does not tell which deployments there are. Type the name of one.");
    }
    if (!isListable(*known)) {
        return Words::tr("Without a key it does not tell which models it has. Type the name of one.");
    }
    const auto catalog = host.gateway().catalog().snapshot();
    const CatalogProvider *const listed = catalog->provider(provider);
    if (listed == nullptr || !listed->models().empty()) {
        return {};
    }
    if (listed->lastError) {
        return Words::tr("Its models cannot be listed, type the name of one. %1", "and the error")
            .arg(listed->lastError->message);
    }
    return listed->fetchedAt ? Words::tr("It lists no models. Type the name of one.") : QString();
}

QStringList typedModels(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    QStringList out = text.split(between, Qt::SkipEmptyParts);
    out.removeDuplicates();
    return out;
}

Result<ConfigText> withModels(const ConfigText &text, const QString &provider, const QStringList &models)
{
    Result<ConfigText> out = text;
    for (const QString &model : models) {
        const KeyPath path = modelsPath(provider) + KeyPath {model};
        if (out && out->find(path) == nullptr) {
            out = out->withTable(path, {});
        }
    }
    return out;
}

bool isPlainModel(const ConfigText &text, const QString &provider, const QString &model)
{
    const TomlValue *const found = text.find(modelsPath(provider) + KeyPath {model});
    return found != nullptr && found->kind == TomlValue::Kind::Table && found->members.empty();
}

Result<ConfigText> withoutModel(const ConfigText &text, const QString &provider, const QString &model)
{
    return text.without(modelsPath(provider) + KeyPath {model});
}

const char *outputLimitKey(const ConfigSnapshot &config, const QString &model)
{
    const QString target = config ? firstTarget(*config, model) : model;
    const ProviderConfig *const provider
        = config ? config->provider(target.section(QLatin1Char('/'), 0, 0)) : nullptr;
    QByteArray name = target.toUtf8();
    if (provider != nullptr) {
        name = target.section(QLatin1Char('/'), 1).toUtf8();
        const auto own = std::ranges::find(provider->models, name, &ModelConfig::name);
        if (own != provider->models.end() && !own->rename.isEmpty()) {
            name = own->rename;
        }
    }
    // OpenAI's own service takes the newer name for all of its models.
    const bool isOpenAi = provider != nullptr && provider->type == ProviderType::OpenAi
        && provider->baseUrl.host() == QLatin1String("api.openai.com");
    return isOpenAi || openai::traitsOf(name.toStdString()).isOpenAiReasoner ? "max_completion_tokens"
                                                                             : "max_tokens";
}

} // namespace nexus
