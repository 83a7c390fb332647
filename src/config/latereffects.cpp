// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/latereffects.h"

#include <algorithm>
#include <array>

namespace nexus {

namespace {

// Dotted, `*` stands for one name chosen by the user. Whoever builds one of these takes its line out.
constexpr std::array LATER_EFFECTS {
    "llm.providers.*.models.*.price",
    "ledger",
    "budgets",
    "telemetry",
};

struct Found {
    TextPosition at;
    QString name;
};

void search(const TomlValue &table, QStringList pattern, const QString &path, std::vector<Found> &out)
{
    const QString step = pattern.takeFirst();
    for (const TomlMember &member : table.members) {
        if (step != QLatin1String("*") && step != member.key) {
            continue;
        }
        const QString name = tomlPath(path, member.key);
        if (!pattern.isEmpty()) {
            search(member.value, pattern, name, out);
        } else {
            out.push_back({member.at, name});
        }
    }
}

} // namespace

QStringList keysWithoutEffect(const TomlValue &root)
{
    std::vector<Found> found;
    for (const char *pattern : LATER_EFFECTS) {
        search(root, QString(QLatin1String(pattern)).split(u'.'), {}, found);
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
