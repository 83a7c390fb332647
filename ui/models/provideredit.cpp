// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/provideredit.h"

#include "upstream/aws/bedrockaccess.h"

#include <array>
#include <set>

namespace nexus {

namespace {

using Kind = TomlValue::Kind;

KeyPath providerPath(const QString &provider)
{
    return {QStringLiteral("llm"), QStringLiteral("providers"), provider};
}

KeyPath aliasPath(const QString &alias)
{
    return {QStringLiteral("llm"), QStringLiteral("aliases"), alias};
}

const TomlValue *aliasesIn(const ConfigText &text)
{
    return text.find({QStringLiteral("llm"), QStringLiteral("aliases")});
}

QStringList targetsOf(const TomlValue &alias)
{
    if (alias.kind == Kind::String) {
        return {alias.text};
    }
    QStringList out;
    if (const TomlMember *const targets = alias.member(u"targets")) {
        for (const TomlValue &item : targets->value.items) {
            out.append(item.text);
        }
    }
    return out;
}

// Aliases may stand for aliases, so that one that goes can take others with it.
std::set<QString> aliasesWithout(const TomlValue &aliases, const QString &prefix)
{
    std::set<QString> gone;
    const auto isGone
        = [&](const QString &target) { return target.startsWith(prefix) || gone.contains(target); };
    for (bool isNew = true; isNew;) {
        isNew = false;
        for (const TomlMember &alias : aliases.members) {
            const QStringList targets = targetsOf(alias.value);
            if (!targets.isEmpty() && std::ranges::all_of(targets, isGone)) {
                isNew |= gone.insert(alias.key).second;
            }
        }
    }
    return gone;
}

QStringList budgetsOf(const ConfigText &text, const QString &provider)
{
    QStringList out;
    if (const TomlValue *const budgets = text.find({QStringLiteral("budgets")})) {
        for (const TomlMember &budget : budgets->members) {
            const TomlMember *const its = budget.value.member(u"provider");
            if (its != nullptr && its->value.text == provider) {
                out.append(budget.key);
            }
        }
    }
    return out;
}

// An alias without those of its targets that go, and their weights.
Result<ConfigText> shortenedAlias(
    const ConfigText &text, const QString &alias, const std::function<bool(const QString &target)> &isGone)
{
    const TomlValue *const table = text.find(aliasPath(alias));
    const TomlMember *const weights = table->member(u"weights");
    std::vector<TomlValue> keptWeights;
    QStringList kept;
    const QStringList targets = targetsOf(*table);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (isGone(targets.at(i))) {
            continue;
        }
        kept.append(targets.at(i));
        const auto index = static_cast<std::size_t>(i);
        if (weights != nullptr && index < weights->value.items.size()) {
            keptWeights.push_back(weights->value.items[index]);
        }
    }
    const bool hasWeights = weights != nullptr;
    Result<ConfigText> out
        = text.withValue(aliasPath(alias) + KeyPath {QStringLiteral("targets")}, tomlStrings(kept));
    if (out && hasWeights) {
        out = out->withValue(
            aliasPath(alias) + KeyPath {QStringLiteral("weights")}, tomlArray(std::move(keptWeights)));
    }
    return out;
}

Result<ConfigText> aliasRenamed(
    const ConfigText &text, const TomlMember &alias, const QString &from, const QString &to)
{
    const auto renamed = [&](const QString &target) {
        return target.startsWith(from) ? to + target.mid(from.size()) : target;
    };
    if (alias.value.kind == Kind::String) {
        const QString target = renamed(alias.value.text);
        return target == alias.value.text ? text : text.withValue(aliasPath(alias.key), tomlString(target));
    }
    const QStringList targets = targetsOf(alias.value);
    QStringList now;
    std::ranges::transform(targets, std::back_inserter(now), renamed);
    if (now == targets) {
        return text;
    }
    return text.withValue(aliasPath(alias.key) + KeyPath {QStringLiteral("targets")}, tomlStrings(now));
}

// One line of ProviderSettings: where it stands, and which of its texts it is.
struct Field {
    const char *table; //!< empty for the provider's own
    const char *key;
    QString ProviderSettings::*text;
};

constexpr std::array FIELDS {
    Field {"", "base_url", &ProviderSettings::baseUrl},
    Field {"", "region", &ProviderSettings::region},
    Field {"", "api_version", &ProviderSettings::apiVersion},
    Field {"", "model_filter", &ProviderSettings::modelFilter},
    Field {"timeouts", "connect", &ProviderSettings::connect},
    Field {"timeouts", "first_byte", &ProviderSettings::firstByte},
    Field {"timeouts", "idle", &ProviderSettings::idle},
    Field {"timeouts", "total", &ProviderSettings::total},
    Field {"retries", "max_attempts", &ProviderSettings::maxAttempts},
    Field {"retries", "base_delay", &ProviderSettings::baseDelay},
    Field {"retries", "max_delay", &ProviderSettings::maxDelay},
};

KeyPath pathOf(const QString &provider, const Field &field)
{
    KeyPath path = providerPath(provider);
    if (*field.table != '\0') {
        path.append(QString::fromLatin1(field.table));
    }
    path.append(QString::fromLatin1(field.key));
    return path;
}

KeyPath tokenPath(const QString &provider)
{
    return providerPath(provider) + KeyPath {QStringLiteral("forward_token")};
}

TomlValue valueOf(const Field &field, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && *field.table != '\0' ? tomlInteger(number) : tomlString(text);
}

} // namespace

ProviderLosses lossesOf(const ConfigText &text, const QString &name)
{
    ProviderLosses out;
    out.budgets = budgetsOf(text, name);
    const TomlValue *const aliases = aliasesIn(text);
    if (aliases == nullptr) {
        return out;
    }
    const QString prefix = name + QLatin1Char('/');
    const std::set<QString> gone = aliasesWithout(*aliases, prefix);
    for (const TomlMember &alias : aliases->members) {
        if (gone.contains(alias.key)) {
            out.aliases.append(alias.key);
            continue;
        }
        const QStringList targets = targetsOf(alias.value);
        const bool isShorter = std::ranges::any_of(targets,
            [&](const QString &target) { return target.startsWith(prefix) || gone.contains(target); });
        if (isShorter) {
            out.shortened.append(alias.key);
        }
    }
    return out;
}

Result<ConfigText> withoutProvider(const ConfigText &text, const QString &name)
{
    const ProviderLosses losses = lossesOf(text, name);
    const QString prefix = name + QLatin1Char('/');
    const auto isGone
        = [&](const QString &target) { return target.startsWith(prefix) || losses.aliases.contains(target); };
    Result<ConfigText> out = text.without(providerPath(name));
    for (const QString &alias : losses.shortened) {
        if (out) {
            out = shortenedAlias(*out, alias, isGone);
        }
    }
    for (const QString &alias : losses.aliases) {
        if (out) {
            out = out->without(aliasPath(alias));
        }
    }
    for (const QString &budget : losses.budgets) {
        if (out) {
            out = out->without({QStringLiteral("budgets"), budget});
        }
    }
    return out;
}

Result<ConfigText> withProviderRenamed(const ConfigText &text, const QString &from, const QString &to)
{
    Result<ConfigText> out = text.renamed(providerPath(from), to);
    if (const TomlValue *const aliases = aliasesIn(text)) {
        for (const TomlMember &alias : aliases->members) {
            if (out) {
                out = aliasRenamed(*out, alias, from + QLatin1Char('/'), to + QLatin1Char('/'));
            }
        }
    }
    for (const QString &budget : budgetsOf(text, from)) {
        if (out) {
            out = out->withValue(
                {QStringLiteral("budgets"), budget, QStringLiteral("provider")}, tomlString(to));
        }
    }
    return out;
}

Result<ConfigText> withKeySource(const ConfigText &text, const QString &provider, const KeySource &source)
{
    const std::vector<TomlMember> lines = keyLines(source);
    Result<ConfigText> out = text;
    for (const QString &name : keyLineNames()) {
        const KeyPath path = providerPath(provider) + KeyPath {name};
        const bool isKept = std::ranges::find(lines, name, &TomlMember::key) != lines.end();
        if (out && !isKept && out->find(path) != nullptr) {
            out = out->without(path);
        }
    }
    for (const TomlMember &line : lines) {
        if (out) {
            out = out->withValue(providerPath(provider) + KeyPath {line.key}, line.value);
        }
    }
    return out;
}

MergedForm<ProviderSettings> mergeForms(
    const ProviderSettings &base, const ProviderSettings &theirs, const ProviderSettings &mine)
{
    using S = ProviderSettings;
    return mergeFields(base, theirs, mine, &S::baseUrl, &S::region, &S::apiVersion, &S::modelFilter,
        &S::connect, &S::firstByte, &S::idle, &S::total, &S::maxAttempts, &S::baseDelay, &S::maxDelay,
        &S::isTokenForwarded);
}

bool hasProvider(const ConfigText &text, const QString &name)
{
    return text.find(providerPath(name)) != nullptr;
}

ProviderSettings settingsOf(const ConfigText &text, const QString &provider)
{
    ProviderSettings out;
    for (const Field &field : FIELDS) {
        if (const TomlValue *const value = text.find(pathOf(provider, field))) {
            out.*field.text
                = value->kind == Kind::Integer ? QString::number(value->integer) : value->text.trimmed();
        }
    }
    const TomlValue *const forwarded = text.find(tokenPath(provider));
    out.isTokenForwarded = forwarded != nullptr && forwarded->boolean;
    return out;
}

QString usualRegion(const ProviderConfig &provider, const Environment &environment)
{
    BedrockAccess access = provider.bedrock;
    access.region.clear();
    return aws::regionOf(access, environment, aws::SharedFiles::read(environment));
}

Result<ConfigText> withSettings(const ConfigText &text, const QString &provider, const ProviderSettings &now)
{
    const ProviderSettings before = settingsOf(text, provider);
    Result<ConfigText> out = text;
    for (const Field &field : FIELDS) {
        const QString wanted = (now.*field.text).trimmed();
        if (!out || wanted == before.*field.text) {
            continue;
        }
        const KeyPath path = pathOf(provider, field);
        out = wanted.isEmpty() ? out->without(path) : out->withValue(path, valueOf(field, wanted));
    }
    if (out && now.isTokenForwarded != before.isTokenForwarded) {
        const KeyPath path = tokenPath(provider);
        out = now.isTokenForwarded ? out->withValue(path, tomlBoolean(true)) : out->without(path);
    }
    return out;
}

} // namespace nexus
