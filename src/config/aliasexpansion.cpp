// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/aliasexpansion.h"

#include "config/tablereader.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace nexus {

namespace {

constexpr std::size_t longestChain = 32;
constexpr qsizetype mostTargets = 100;

void addOnce(QStringList &list, const QStringList &texts)
{
    for (const QString &text : texts) {
        if (list.size() <= mostTargets && !list.contains(text)) {
            list.append(text);
        }
    }
}

//! \brief Walks from alias to alias, each of them once.
class Expansion final {
public:
    Expansion(std::vector<AliasDraft> &drafts, ReadContext &context)
        : m_drafts(drafts)
        , m_context(context)
        , m_nodes(drafts.size())
    {
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            m_byName.insert(drafts[i].alias.name, i);
        }
    }

    //! \brief Expands the alias \a index and all that it names.
    void expand(std::size_t index);

private:
    enum class Progress { None, Running, Done };
    struct Node {
        Progress progress = Progress::None;
        std::size_t height = 1; // aliases on the longest way from here to a target
    };

    bool follow(std::size_t inner, TextPosition place);
    QStringList gather(const AliasDraft &draft, const std::vector<std::optional<std::size_t>> &inner);
    [[nodiscard]] std::vector<std::optional<std::size_t>> innerOf(const AliasDraft &draft) const;
    void report(TextPosition place, const QString &problem);
    [[nodiscard]] QString chainTo(std::size_t inner) const;

    std::vector<AliasDraft> &m_drafts;
    ReadContext &m_context;
    std::vector<Node> m_nodes;
    QHash<QString, std::size_t> m_byName;
    std::vector<std::size_t> m_way; // the running ones, outermost first
};

// For each target the alias that it names, where it names one.
std::vector<std::optional<std::size_t>> Expansion::innerOf(const AliasDraft &draft) const
{
    std::vector<std::optional<std::size_t>> inner;
    for (const QString &target : draft.alias.targets) {
        const auto found = m_byName.constFind(target);
        inner.push_back(found == m_byName.constEnd() ? std::nullopt : std::optional(*found));
    }
    return inner;
}

void Expansion::report(TextPosition place, const QString &problem)
{
    const QString name = quoted(m_drafts[m_way.back()].alias.name);
    m_context.report(place, QStringLiteral("the alias %1 %2").arg(name, problem));
}

// From the running alias once around to itself.
QString Expansion::chainTo(std::size_t inner) const
{
    QStringList names {quoted(m_drafts[m_way.back()].alias.name)};
    for (auto step = std::ranges::find(m_way, inner); step != m_way.end(); ++step) {
        names.append(quoted(m_drafts[*step].alias.name));
    }
    return names.join(QStringLiteral(" -> "));
}

// Expands an alias that the running one names; false when it cannot be taken over.
bool Expansion::follow(std::size_t inner, TextPosition place)
{
    if (m_nodes[inner].progress == Progress::Running) {
        // One that names itself was reported where it was read.
        if (inner != m_way.back()) {
            report(place, QStringLiteral("leads back to itself: %1").arg(chainTo(inner)));
        }
        return false;
    }
    if (m_way.size() < longestChain) {
        expand(inner);
    }
    Node &outer = m_nodes[m_way.back()];
    outer.height = std::max(outer.height, m_nodes[inner].height + 1);
    const bool isTooLong = m_nodes[inner].progress != Progress::Done || outer.height > longestChain;
    if (isTooLong) {
        report(place, QStringLiteral("leads through more than %1 aliases").arg(longestChain));
    }
    return !isTooLong;
}

// The targets of \a draft with those of the ones it names in their place.
QStringList Expansion::gather(const AliasDraft &draft, const std::vector<std::optional<std::size_t>> &inner)
{
    QStringList targets;
    QSet<std::size_t> followed;
    for (std::size_t i = 0; i < inner.size() && targets.size() <= mostTargets; ++i) {
        const QString &target = draft.alias.targets[static_cast<qsizetype>(i)];
        if (!inner[i]) {
            addOnce(targets, {target});
        } else if (!followed.contains(*inner[i])) {
            followed.insert(*inner[i]);
            if (follow(*inner[i], draft.places[i])) {
                addOnce(targets, m_drafts[*inner[i]].alias.targets);
            }
        }
    }
    return targets;
}

void Expansion::expand(std::size_t index)
{
    if (m_nodes[index].progress != Progress::None) {
        return;
    }
    AliasDraft &draft = m_drafts[index];
    const std::vector<std::optional<std::size_t>> inner = innerOf(draft);
    const auto first = std::ranges::find_if(inner, [](const auto &found) { return found.has_value(); });
    if (first == inner.end()) {
        m_nodes[index].progress = Progress::Done;
        return;
    }
    m_nodes[index].progress = Progress::Running;
    m_way.push_back(index);
    const TextPosition place = draft.places[static_cast<std::size_t>(first - inner.begin())];
    if (draft.alias.strategy == AliasConfig::Strategy::Weighted && **first != index) {
        report(place, QStringLiteral("is weighted, so it must not point to another alias"));
    }
    QStringList targets = gather(draft, inner);
    if (targets.size() > mostTargets) {
        report(place, QStringLiteral("has more than %1 targets").arg(mostTargets));
    }
    draft.alias.targets = std::move(targets);
    m_way.pop_back();
    m_nodes[index].progress = Progress::Done;
}

} // namespace

std::vector<AliasConfig> expandAliases(std::vector<AliasDraft> drafts, ReadContext &context)
{
    Expansion expansion(drafts, context);
    std::vector<AliasConfig> aliases;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        expansion.expand(i);
    }
    for (AliasDraft &draft : drafts) {
        aliases.push_back(std::move(draft.alias));
    }
    return aliases;
}

} // namespace nexus
