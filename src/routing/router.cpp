// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/router.h"

#include "base/nearestname.h"
#include "routing/modellisting.h"
#include "routing/strategy.h"

#include <algorithm>

namespace nexus {

namespace {

// How many names an error proposes.
constexpr int nearCount = 3;

RequestDefaults defaultsOf(const AliasConfig &alias)
{
    return {.temperature = alias.temperature, .maxTokens = alias.maxTokens, .system = alias.system};
}

std::vector<Target> asInFile(std::vector<Candidate> candidates)
{
    std::vector<Target> targets;
    for (Candidate &candidate : candidates) {
        targets.push_back(std::move(candidate.target));
    }
    return targets;
}

// The same for the same targets, whatever their order.
QByteArray cacheNameOf(const std::vector<Target> &targets)
{
    QByteArrayList names;
    for (const Target &target : targets) {
        names.append(target.provider.toUtf8() + '/' + target.model);
    }
    std::ranges::sort(names);
    return names.join('\n');
}

} // namespace

Router::Router(ConfigSnapshot config, std::shared_ptr<const CatalogSnapshot> catalog)
    : m_config(std::move(config))
    , m_catalog(catalog ? std::move(catalog) : std::make_shared<const CatalogSnapshot>())
{
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (!provider.modelFilter.isEmpty()) {
            m_filters.insert(provider.name,
                QRegularExpression(provider.modelFilter, QRegularExpression::CaseInsensitiveOption));
        }
    }
}

Router::Router(ConfigSnapshot config, std::shared_ptr<const CatalogSnapshot> catalog, RoutingState &state)
    : Router(std::move(config), std::move(catalog))
{
    m_state = &state;
}

Result<Plan> Router::resolve(const QByteArray &askedModel) const
{
    return planFor(askedModel, m_state);
}

Result<Plan> Router::find(const QByteArray &askedModel) const
{
    return planFor(askedModel, nullptr);
}

bool Router::needsCatalog(const QByteArray &askedModel) const
{
    const auto &aliases = m_config->llm.aliases;
    const bool isAlias = std::ranges::any_of(
        aliases, [&askedModel](const AliasConfig &alias) { return alias.name.toUtf8() == askedModel; });
    const qsizetype slash = askedModel.indexOf('/');
    const bool namesProvider
        = slash >= 0 && m_config->provider(QString::fromUtf8(askedModel.first(slash))) != nullptr;
    return !isAlias && !namesProvider && !findBareModel(*m_config, *m_catalog, askedModel);
}

Result<Plan> Router::planFor(const QByteArray &askedModel, RoutingState *state) const
{
    const QString asked = QString::fromUtf8(askedModel);
    const auto &aliases = m_config->llm.aliases;
    const auto alias = std::ranges::find(aliases, asked, &AliasConfig::name);
    if (alias != aliases.end()) {
        return planOf(*alias, askedModel, state);
    }
    Result<Target> target = targetOf(askedModel);
    if (!target) {
        return failure(target.error());
    }
    Plan plan {.askedModel = askedModel, .alias = {}, .defaults = {}, .targets = {*target}, .cacheName = {}};
    plan.cacheName = cacheNameOf(plan.targets);
    return plan;
}

Result<Plan> Router::planOf(const AliasConfig &alias, const QByteArray &askedModel, RoutingState *state) const
{
    Result<std::vector<Candidate>> candidates = candidatesOf(alias);
    if (!candidates) {
        return failure(candidates.error());
    }
    Plan plan {.askedModel = askedModel,
        .alias = alias.name,
        .defaults = defaultsOf(alias),
        .targets = state ? inOrder(alias, std::move(*candidates), *state) : asInFile(std::move(*candidates)),
        .cacheName = {}};
    plan.cacheName = cacheNameOf(plan.targets);
    return plan;
}

// The targets that are served; an error when none is.
Result<std::vector<Candidate>> Router::candidatesOf(const AliasConfig &alias) const
{
    std::vector<Candidate> candidates;
    std::optional<Error> firstError;
    for (qsizetype i = 0; i < alias.targets.size(); ++i) {
        const Result<Target> target = targetOf(alias.targets[i].toUtf8());
        if (target) {
            const int weight = alias.weights.empty() ? 0 : alias.weights[static_cast<std::size_t>(i)];
            candidates.push_back({.target = *target, .weight = weight});
        } else if (!firstError) {
            firstError = target.error();
        }
    }
    if (candidates.empty() && firstError) {
        return failure(*firstError);
    }
    return candidates;
}

Result<Target> Router::targetOf(const QByteArray &name) const
{
    const qsizetype slash = name.indexOf('/');
    const QString first = QString::fromUtf8(name.first(std::max<qsizetype>(slash, 0)));
    if (const ProviderConfig *provider = slash < 0 ? nullptr : m_config->provider(first)) {
        return targetAt(*provider, name.sliced(slash + 1));
    }
    if (const std::optional<Target> bare = findBareModel(*m_config, *m_catalog, name)) {
        return *bare;
    }
    return failure(notFound(name,
        slash < 0 ? QStringLiteral("The model '%1' does not exist.").arg(QString::fromUtf8(name))
                  : QStringLiteral("There is no provider '%1'.").arg(first)));
}

Result<Target> Router::targetAt(const ProviderConfig &provider, const QByteArray &model) const
{
    const std::optional<QByteArray> upstream = upstreamModel(provider, model);
    if (!upstream) {
        return failure(notFound(provider.name.toUtf8() + '/' + model,
            QStringLiteral("Provider '%1' does not serve the model '%2'.")
                .arg(provider.name, QString::fromUtf8(model))));
    }
    return Target {.provider = provider.name, .model = *upstream, .publicName = model};
}

// The model a provider is asked for under a public name; nothing when its filter keeps that name out.
std::optional<QByteArray> Router::upstreamModel(const ProviderConfig &provider, const QByteArray &name) const
{
    if (const ModelConfig *model = provider.model(name)) {
        return model->rename.isEmpty() ? model->name : model->rename;
    }
    const auto filter = m_filters.constFind(provider.name);
    const bool isServed = filter == m_filters.constEnd() || filter->match(QString::fromUtf8(name)).hasMatch();
    return isServed && !name.isEmpty() ? std::optional(name) : std::nullopt;
}

Error Router::notFound(const QByteArray &askedModel, const QString &why) const
{
    const QStringList near = nearModels(QString::fromUtf8(askedModel));
    const QString hint = near.isEmpty()
        ? providerHint(askedModel)
        : QStringLiteral(" Did you mean '%1'?").arg(near.join(QStringLiteral("' or '")));
    return {.kind = ErrorKind::ModelNotFound, .message = why + hint, .detail = {}, .param = "model"};
}

// Many ask without the provider, so a name may be near another one's end.
QStringList Router::nearModels(const QString &asked) const
{
    QStringList full;
    QStringList ends;
    for (const ListedModel &model : models()) {
        full.append(QString::fromUtf8(model.id));
        ends.append(full.last().sliced(full.last().indexOf(u'/') + 1));
    }
    QStringList near = nearestNames(asked, full, nearCount);
    for (const QString &end : nearestNames(asked, ends, nearCount)) {
        near.append(full.at(ends.indexOf(end)));
    }
    near.removeDuplicates();
    return near.first(std::min<qsizetype>(near.size(), nearCount));
}

// For a name that is near no known one: the providers it could be asked of, of which the demo is none.
QString Router::providerHint(const QByteArray &askedModel) const
{
    QStringList names;
    for (const ProviderConfig &provider : m_config->llm.providers) {
        if (provider.isListed && provider.type != ProviderType::Demo) {
            names.append(provider.name);
        }
    }
    if (names.isEmpty()) {
        return QStringLiteral(" Only the demo model is set up. Add a provider under [llm.providers] in the "
                              "configuration to reach real models.");
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
    return listModels(*m_config, *m_catalog);
}

} // namespace nexus
