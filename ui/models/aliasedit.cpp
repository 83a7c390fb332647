// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/aliasedit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace nexus {

namespace {

using Kind = TomlValue::Kind;

constexpr int usualWeight = 1;

QString say(const char *text)
{
    return QCoreApplication::translate("nexus::AliasEntry", text);
}

KeyPath aliasPath(const QString &name)
{
    return {QStringLiteral("llm"), QStringLiteral("aliases"), name};
}

// A figure as people write it; anything else stays what it is.
QString textOf(const TomlMember *member)
{
    if (member == nullptr) {
        return {};
    }
    switch (member->value.kind) {
    case Kind::Integer:
        return QString::number(member->value.integer);
    case Kind::Float:
        return QString::number(member->value.number, 'g', QLocale::FloatingPointShortest);
    case Kind::String:
    case Kind::Boolean:
    case Kind::DateTime:
    case Kind::Array:
    case Kind::Table:
        break;
    }
    return member->value.text;
}

AliasEntry entryOf(const TomlMember &alias)
{
    AliasEntry out {.name = alias.key};
    const TomlValue &value = alias.value;
    if (value.kind == Kind::String) {
        out.targets.append(value.text);
        return out;
    }
    if (const TomlMember *const targets = value.member(u"targets")) {
        for (const TomlValue &item : targets->value.items) {
            out.targets.append(item.text);
        }
    }
    if (const TomlMember *const strategy = value.member(u"strategy")) {
        out.strategy = strategy->value.text;
    }
    if (const TomlMember *const weights = value.member(u"weights")) {
        for (const TomlValue &item : weights->value.items) {
            out.weights.push_back(static_cast<int>(std::clamp<qint64>(item.integer, 0, 1'000'000)));
        }
    }
    out.temperature = textOf(value.member(u"temperature"));
    out.maxTokens = textOf(value.member(u"max_tokens"));
    out.system = textOf(value.member(u"system"));
    return out;
}

TomlValue weightsOf(const AliasEntry &alias)
{
    std::vector<TomlValue> out;
    for (std::size_t i = 0; i < static_cast<std::size_t>(alias.targets.size()); ++i) {
        out.push_back(tomlInteger(i < alias.weights.size() ? alias.weights[i] : usualWeight));
    }
    return tomlArray(std::move(out));
}

// A key that says what holds anyway is written only where it stood before.
std::vector<TomlMember> membersOf(const AliasEntry &alias, bool hasStrategy)
{
    std::vector<TomlMember> out {tomlMember(QStringLiteral("targets"), tomlStrings(alias.targets))};
    if (hasStrategy || alias.strategy != aliasStrategies().constFirst()) {
        out.push_back(tomlMember(QStringLiteral("strategy"), tomlString(alias.strategy)));
    }
    if (alias.isWeighted()) {
        out.push_back(tomlMember(QStringLiteral("weights"), weightsOf(alias)));
    }
    if (!alias.temperature.trimmed().isEmpty()) {
        out.push_back(tomlMember(QStringLiteral("temperature"), tomlNumber(alias.temperature.trimmed())));
    }
    if (!alias.maxTokens.trimmed().isEmpty()) {
        out.push_back(tomlMember(QStringLiteral("max_tokens"), tomlNumber(alias.maxTokens.trimmed())));
    }
    if (!alias.system.isEmpty()) {
        out.push_back(tomlMember(QStringLiteral("system"), tomlString(alias.system)));
    }
    return out;
}

// The other aliases, with `from` called `to` among their targets; an empty `to` takes it out.
Result<ConfigText> targetsReplaced(const ConfigText &text, const QString &from, const QString &to)
{
    Result<ConfigText> out = text;
    for (AliasEntry alias : aliasesOf(text)) {
        const QString before = alias.name;
        bool isNamed = false;
        for (qsizetype i = alias.targets.size(); i-- > 0;) {
            if (alias.targets.at(i) != from) {
                continue;
            }
            isNamed = true;
            if (!to.isEmpty()) {
                alias.targets[i] = to;
                continue;
            }
            alias.targets.removeAt(i);
            if (i < static_cast<qsizetype>(alias.weights.size())) {
                alias.weights.erase(alias.weights.begin() + i);
            }
        }
        if (out && isNamed) {
            out = withAlias(*out, before, alias);
        }
    }
    return out;
}

} // namespace

AliasEntry withoutIdleWeights(AliasEntry alias)
{
    if (!alias.isWeighted()) {
        alias.weights.clear();
    }
    return alias;
}

MergedForm<AliasEntry> mergeForms(const AliasEntry &base, const AliasEntry &theirs, const AliasEntry &mine)
{
    constexpr std::size_t targetsPlace = 5;
    MergedForm<AliasEntry> out = mergeFields(base, theirs, mine, &AliasEntry::name, &AliasEntry::strategy,
        &AliasEntry::temperature, &AliasEntry::maxTokens, &AliasEntry::system);
    // A weight means nothing without its target.
    const auto parts = [](const AliasEntry &alias) { return std::tie(alias.targets, alias.weights); };
    const auto take = [&theirs](AliasEntry &to) {
        to.targets = theirs.targets;
        to.weights = theirs.weights;
    };
    if (parts(mine) == parts(base)) {
        take(out.mine);
        take(out.theirs);
    } else if (parts(theirs) != parts(base) && parts(theirs) != parts(mine)) {
        take(out.theirs);
        out.conflicts.push_back(targetsPlace);
    }
    return out;
}

std::vector<AliasEntry> aliasesOf(const ConfigText &text)
{
    std::vector<AliasEntry> out;
    const TomlValue *const aliases = text.find({QStringLiteral("llm"), QStringLiteral("aliases")});
    if (aliases != nullptr) {
        std::ranges::transform(aliases->members, std::back_inserter(out), entryOf);
    }
    return out;
}

Result<ConfigText> withAlias(const ConfigText &text, const QString &former, const AliasEntry &alias)
{
    Result<ConfigText> out = text;
    if (!former.isEmpty() && former != alias.name) {
        out = text.renamed(aliasPath(former), alias.name);
        if (out) {
            out = targetsReplaced(*out, former, alias.name);
        }
    }
    if (!out) {
        return out;
    }
    const KeyPath path = aliasPath(alias.name);
    const TomlValue *const now = out->find(path);
    const bool isTable = now != nullptr && now->kind == Kind::Table;
    const bool hasStrategy = isTable && now->member(u"strategy") != nullptr;
    std::vector<TomlMember> members = membersOf(alias, hasStrategy);
    if (!isTable && members.size() == 1 && alias.targets.size() == 1) {
        const bool isSame = now != nullptr && now->text == alias.targets.constFirst();
        return isSame ? out : out->withValue(path, tomlString(alias.targets.constFirst()));
    }
    // One that was a line keeps its place, and becomes another line.
    return now != nullptr && !isTable ? out->withValue(path, tomlTable(std::move(members)))
                                      : out->withTable(path, members);
}

AliasLosses aliasLosses(const ConfigText &text, const QString &name)
{
    const std::vector<AliasEntry> aliases = aliasesOf(text);
    QStringList gone {name};
    const auto isGone = [&gone](const QString &target) { return gone.contains(target); };
    for (bool isNew = true; isNew;) {
        isNew = false;
        for (const AliasEntry &alias : aliases) {
            if (!isGone(alias.name) && !alias.targets.isEmpty()
                && std::ranges::all_of(alias.targets, isGone)) {
                gone.append(alias.name);
                isNew = true;
            }
        }
    }
    AliasLosses out;
    out.gone = gone.mid(1);
    for (const AliasEntry &alias : aliases) {
        if (!isGone(alias.name) && std::ranges::any_of(alias.targets, isGone)) {
            out.shortened.append(alias.name);
        }
    }
    return out;
}

Result<ConfigText> withoutAlias(const ConfigText &text, const QString &name)
{
    const QStringList gone = QStringList {name} + aliasLosses(text, name).gone;
    Result<ConfigText> out = text;
    for (const QString &alias : gone) {
        if (out) {
            out = out->without(aliasPath(alias));
        }
    }
    for (const QString &alias : gone) {
        if (out) {
            out = targetsReplaced(*out, alias, {});
        }
    }
    return out;
}

QStringList aliasStrategies()
{
    return {QStringLiteral("fallback"), QStringLiteral("round_robin"), QStringLiteral("weighted"),
        QStringLiteral("least_latency")};
}

QString strategyTitle(const QString &strategy)
{
    const qsizetype at = aliasStrategies().indexOf(strategy);
    switch (at) {
    case 0:
        return say(QT_TRANSLATE_NOOP("nexus::AliasEntry", "In order"));
    case 1:
        return say(QT_TRANSLATE_NOOP("nexus::AliasEntry", "In turns"));
    case 2:
        return say(QT_TRANSLATE_NOOP("nexus::AliasEntry", "By weight"));
    case 3:
        return say(QT_TRANSLATE_NOOP("nexus::AliasEntry", "Fastest first"));
    default:
        return strategy;
    }
}

QString strategySentence(const QString &strategy)
{
    const qsizetype at = aliasStrategies().indexOf(strategy);
    switch (at) {
    case 0:
        return say(QT_TRANSLATE_NOOP(
            "nexus::AliasEntry", "The first target answers; the next one does when it fails."));
    case 1:
        return say(QT_TRANSLATE_NOOP(
            "nexus::AliasEntry", "Each request begins with the next target, the others stand by."));
    case 2:
        return say(
            QT_TRANSLATE_NOOP("nexus::AliasEntry", "Targets get requests in proportion to their weights."));
    case 3:
        return say(QT_TRANSLATE_NOOP(
            "nexus::AliasEntry", "The target that has answered soonest of late goes first."));
    default:
        return {};
    }
}

} // namespace nexus
