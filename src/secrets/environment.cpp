// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/environment.h"

#include <QProcessEnvironment>

namespace nexus {

Environment Environment::ofProcess()
{
    const QProcessEnvironment process = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> variables;
    for (const QString &name : process.keys()) {
        variables.insert(name, process.value(name));
    }
    return Environment(std::move(variables));
}

std::optional<QString> Environment::value(const QString &name) const
{
    const auto found = m_variables.constFind(name);
    return found == m_variables.cend() ? std::nullopt : std::optional(*found);
}

QString Environment::text(const QString &name) const
{
    return m_variables.value(name).trimmed();
}

} // namespace nexus
