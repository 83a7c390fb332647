// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/router.h"

#include "base/nearestname.h"

namespace nexus {

Router::Router(ConfigSnapshot config)
    : m_config(std::move(config))
{
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (!provider.modelFilter.isEmpty()) {
            m_filters.insert(provider.name,
                QRegularExpression(provider.modelFilter, QRegularExpression::CaseInsensitiveOption));
        }
    }
}

// The model a provider is asked for under a public name, empty when its filter keeps that name out.
QByteArray Router::upstreamModel(const ProviderConfig &provider, const QByteArray &name) const
{
    if (const ModelConfig *model = provider.model(name)) {
        return model->rename.isEmpty() ? model->name : model->rename;
    }
    const auto filter = m_filters.constFind(provider.name);
    const bool isServed = filter == m_filters.constEnd() || filter->match(QString::fromUtf8(name)).hasMatch();
    return isServed ? name : QByteArray();
}

Result<Plan> Router::resolve(const QByteArray &askedModel) const
{
    const QString asked = QString::fromUtf8(askedModel);
    for (const AliasConfig &alias : m_config->llm.aliases) {
        if (alias.name != asked) {
            continue;
        }
        const Result<Target> target = targetOf(alias.targets.first().toUtf8());
        if (!target) {
            return failure(target.error());
        }
        return Plan {.askedModel = askedModel, .alias = alias.name, .targets = {*target}};
    }
    if (askedModel.contains('/')) {
        const Result<Target> target = targetOf(askedModel);
        if (!target) {
            return failure(target.error());
        }
        return Plan {.askedModel = askedModel, .alias = {}, .targets = {*target}};
    }
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (provider.model(askedModel) != nullptr) {
            return Plan {.askedModel = askedModel,
                .alias = {},
                .targets = {{.provider = provider.name, .model = upstreamModel(provider, askedModel)}}};
        }
    }
    return failure(notFound(askedModel, QStringLiteral("The model '%1' does not exist.").arg(asked)));
}

Result<Target> Router::targetOf(const QByteArray &providerAndModel) const
{
    const qsizetype slash = providerAndModel.indexOf('/');
    const QString name = QString::fromUtf8(providerAndModel.first(slash));
    const QByteArray model = providerAndModel.sliced(slash + 1);
    const ProviderConfig *provider = m_config->provider(name);
    if (provider == nullptr) {
        return failure(notFound(providerAndModel, QStringLiteral("There is no provider '%1'.").arg(name)));
    }
    const QByteArray upstream = upstreamModel(*provider, model);
    if (upstream.isEmpty()) {
        return failure(notFound(providerAndModel,
            QStringLiteral("Provider '%1' does not serve the model '%2'.")
                .arg(name, QString::fromUtf8(model))));
    }
    return Target {.provider = name, .model = upstream};
}

Error Router::notFound(const QByteArray &askedModel, const QString &why) const
{
    QStringList known;
    for (const ListedModel &model : models()) {
        known.append(QString::fromUtf8(model.id));
    }
    const QStringList near = nearestNames(QString::fromUtf8(askedModel), known, 3);
    const QString hint = near.isEmpty()
        ? providerHint(askedModel)
        : QStringLiteral(" Did you mean '%1'?").arg(near.join(QStringLiteral("' or '")));
    return {.kind = ErrorKind::ModelNotFound, .message = why + hint, .detail = {}, .param = "model"};
}

// For a name that is near no known one: the providers it could be asked of.
QString Router::providerHint(const QByteArray &askedModel) const
{
    QStringList names;
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (provider.isListed) {
            names.append(provider.name);
        }
    }
    const QString bare = QString::fromUtf8(askedModel.sliced(askedModel.indexOf('/') + 1));
    if (names.size() == 1) {
        return QStringLiteral(" Ask for '%1/%2'.").arg(names.first(), bare);
    }
    return QStringLiteral(" Ask for 'provider/%1' with one of the providers %2.")
        .arg(bare, names.join(QStringLiteral(", ")));
}

std::vector<ListedModel> Router::models() const
{
    std::vector<ListedModel> list;
    for (const AliasConfig &alias : m_config->llm.aliases) {
        list.push_back({.id = alias.name.toUtf8(), .ownedBy = "nexus"});
    }
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (!provider.isListed) {
            continue;
        }
        const QByteArray prefix = provider.name.toUtf8() + '/';
        for (const ModelConfig &model : provider.models) {
            list.push_back({.id = prefix + model.name, .ownedBy = provider.name.toUtf8()});
        }
    }
    return list;
}

} // namespace nexus
