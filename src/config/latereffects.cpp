// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/latereffects.h"

#include <algorithm>
#include <array>

namespace nexus {

namespace {

// When a key that fits a pattern counts as being without effect.
enum class When {
    Always,
    SeveralItems, // a list with more than one item
};

struct LaterEffect {
    const char *pattern; // dotted, `*` stands for one name chosen by the user
    When when = When::Always;
};

// Whoever builds one of these takes its line out.
constexpr std::array LATER_EFFECTS {
    LaterEffect {"server.allowed_hosts"},
    LaterEffect {"server.tls"},
    LaterEffect {"server.health.listen"},
    LaterEffect {"server.csrf"},
    LaterEffect {"server.cors"},
    LaterEffect {"server.oauth"},
    LaterEffect {"server.rate_limits"},
    LaterEffect {"server.client_identification"},
    LaterEffect {"server.client_ip"},
    LaterEffect {"llm.proxy"},
    LaterEffect {"llm.retries"},
    LaterEffect {"llm.cache"},
    LaterEffect {"llm.circuit_breaker"},
    LaterEffect {"llm.providers.*.api_keys", When::SeveralItems},
    LaterEffect {"llm.providers.*.forward_token"},
    LaterEffect {"llm.providers.*.headers"},
    LaterEffect {"llm.providers.*.rate_limits"},
    LaterEffect {"llm.providers.*.retries"},
    LaterEffect {"llm.providers.*.models.*.headers"},
    LaterEffect {"llm.providers.*.models.*.rate_limits"},
    LaterEffect {"llm.providers.*.models.*.price"},
    LaterEffect {"llm.aliases.*.targets", When::SeveralItems},
    LaterEffect {"llm.aliases.*.strategy"},
    LaterEffect {"llm.aliases.*.weights"},
    LaterEffect {"llm.aliases.*.temperature"},
    LaterEffect {"llm.aliases.*.max_tokens"},
    LaterEffect {"llm.aliases.*.system"},
    LaterEffect {"ledger"},
    LaterEffect {"budgets"},
    LaterEffect {"telemetry"},
};

struct Found {
    TextPosition at;
    QString name;
};

bool applies(When when, const TomlValue &value)
{
    switch (when) {
    case When::Always:
        return true;
    case When::SeveralItems:
        return value.items.size() > 1;
    }
    return false;
}

void search(
    const TomlValue &table, QStringList pattern, When when, const QString &path, std::vector<Found> &out)
{
    const QString step = pattern.takeFirst();
    for (const TomlMember &member : table.members) {
        if (step != QLatin1String("*") && step != member.key) {
            continue;
        }
        const QString name = tomlPath(path, member.key);
        if (!pattern.isEmpty()) {
            search(member.value, pattern, when, name, out);
        } else if (applies(when, member.value)) {
            out.push_back({member.at, name});
        }
    }
}

} // namespace

QStringList keysWithoutEffect(const TomlValue &root)
{
    std::vector<Found> found;
    for (const LaterEffect &effect : LATER_EFFECTS) {
        search(root, QString(QLatin1String(effect.pattern)).split(u'.'), effect.when, {}, found);
    }
    std::ranges::stable_sort(found, std::less(), &Found::at);
    QStringList names;
    for (const Found &key : found) {
        const bool isInside = std::ranges::any_of(
            names, [&key](const QString &outer) { return key.name.startsWith(outer + u'.'); });
        if (!isInside) {
            names.append(key.name);
        }
    }
    return names;
}

} // namespace nexus
