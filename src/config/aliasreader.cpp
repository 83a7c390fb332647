// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/aliasreader.h"

#include "base/nearestname.h"
#include "config/aliasexpansion.h"

#include <QSet>

#include <limits>

namespace nexus {

namespace {

// Checks the targets of one alias against the providers there are.
class TargetCheck final {
public:
    TargetCheck(ReadContext &context, const LlmConfig &llm, QSet<QString> aliases, QString alias)
        : m_context(context)
        , m_llm(llm)
        , m_aliases(std::move(aliases))
        , m_alias(std::move(alias))
    { }

    void check(const TomlValue &value, const QString &target)
    {
        // What came from the environment is never repeated.
        const bool isPlain = value.text == target;
        const qsizetype slash = target.indexOf(u'/');
        const QString provider = target.first(std::max<qsizetype>(slash, 0));
        if (target == m_alias) {
            report(value, QStringLiteral("points to itself"));
        } else if (m_aliases.contains(target)) {
            return; // expandAliases() sees to it
        } else if (slash <= 0 || slash == target.size() - 1) {
            report(value,
                QStringLiteral("must point to a target of the form provider/model or to another alias"));
        } else if (!hasProvider(provider)) {
            const QString name = isPlain ? QLatin1Char(' ') + quoted(provider) : QString();
            report(value,
                QStringLiteral("points to the unknown provider%1%2")
                    .arg(name, isPlain ? didYouMean(provider) : QString()));
        }
    }

private:
    void report(const TomlValue &value, const QString &problem)
    {
        m_context.report(value.at, QStringLiteral("the alias %1 %2").arg(quoted(m_alias), problem));
    }

    [[nodiscard]] bool hasProvider(const QString &name) const
    {
        return std::ranges::find(m_llm.providers, name, &ProviderConfig::name) != m_llm.providers.end();
    }

    [[nodiscard]] QString didYouMean(const QString &name) const
    {
        QStringList names;
        for (const ProviderConfig &provider : m_llm.providers) {
            names.append(provider.name);
        }
        const QString nearest = nearestName(name, names);
        return nearest.isEmpty() ? QString() : QStringLiteral(", did you mean '%1'?").arg(nearest);
    }

    ReadContext &m_context;
    const LlmConfig &m_llm;
    QSet<QString> m_aliases;
    QString m_alias;
};

void readTargets(TableReader &table, AliasDraft &draft, TargetCheck &check)
{
    AliasConfig &alias = draft.alias;
    table.require("targets");
    if (!table.read("targets", alias.targets)) {
        return;
    }
    const TomlValue *list = table.find("targets");
    if (alias.targets.isEmpty()) {
        table.refuse("targets", QStringLiteral("must name at least one target"));
    }
    for (qsizetype i = 0; i < alias.targets.size(); ++i) {
        const TomlValue &item = list->items[static_cast<std::size_t>(i)];
        draft.places.push_back(item.at);
        check.check(item, alias.targets.at(i));
    }
}

void readWeights(TableReader &table, AliasConfig &alias)
{
    const bool isWeighted = alias.strategy == AliasConfig::Strategy::Weighted;
    const TomlValue *list = table.find("weights");
    if (!list) {
        if (isWeighted) {
            table.require("weights");
        }
        return;
    }
    const auto isWeight = [](const TomlValue &item) {
        return item.kind == TomlValue::Kind::Integer && item.integer >= 0 && item.integer <= 1'000'000;
    };
    if (list->kind != TomlValue::Kind::Array || !std::ranges::all_of(list->items, isWeight)) {
        table.refuse("weights", QStringLiteral("must be a list of numbers from 0 to 1000000"));
        return;
    }
    if (!isWeighted) {
        table.refuse("weights", QStringLiteral("needs strategy = \"weighted\""));
        return;
    }
    qint64 sum = 0;
    for (const TomlValue &item : list->items) {
        alias.weights.push_back(static_cast<int>(item.integer));
        sum += item.integer;
    }
    if (static_cast<qsizetype>(alias.weights.size()) != alias.targets.size() || sum == 0) {
        table.refuse("weights", QStringLiteral("must hold one number for each target, and one above zero"));
    }
}

void readAliasTable(TableReader &table, AliasDraft &draft, TargetCheck &check)
{
    using Strategy = AliasConfig::Strategy;
    AliasConfig &alias = draft.alias;
    readTargets(table, draft, check);
    table.readChoice("strategy", alias.strategy,
        {{"fallback", Strategy::Fallback}, {"round_robin", Strategy::RoundRobin},
            {"weighted", Strategy::Weighted}, {"least_latency", Strategy::LeastLatency}});
    readWeights(table, alias);
    double temperature = 0;
    if (table.readNumber("temperature", temperature, 0, 2)) {
        alias.temperature = temperature;
    }
    int maxTokens = 0;
    if (table.readInteger("max_tokens", maxTokens, 1, std::numeric_limits<int>::max())) {
        alias.maxTokens = maxTokens;
    }
    table.read("system", alias.system);
}

void checkName(ReadContext &context, const TomlMember &member)
{
    const bool isBlank = member.key.trimmed().isEmpty();
    const bool hasControl
        = std::ranges::any_of(member.key, [](QChar c) { return c < u' ' || c == QChar(0x7f); });
    if (isBlank || hasControl) {
        context.report(member.at, QStringLiteral("an alias needs a name without control characters"));
    }
}

} // namespace

void readAliases(TableReader &llm, LlmConfig &out)
{
    ReadContext &context = llm.context();
    QSet<QString> names;
    llm.readNamed(
        "aliases", [&names](const TomlMember &member, const QString &) { names.insert(member.key); });
    std::vector<AliasDraft> drafts;
    llm.readNamed("aliases", [&](const TomlMember &member, const QString &path) {
        AliasDraft draft;
        draft.alias.name = member.key;
        checkName(context, member);
        TargetCheck check(context, out, names, member.key);
        if (member.value.kind == TomlValue::Kind::Table) {
            readTableAt(
                context, member, path, [&](TableReader &table) { readAliasTable(table, draft, check); });
        } else if (const std::optional<QString> target = llm.text(member.value, member.key)) {
            draft.alias.targets.append(*target);
            draft.places.push_back(member.value.at);
            check.check(member.value, *target);
        }
        drafts.push_back(std::move(draft));
    });
    out.aliases = expandAliases(std::move(drafts), context);
}

} // namespace nexus
