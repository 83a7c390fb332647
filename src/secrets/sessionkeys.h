// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace nexus {

//! \brief Keys that are kept in memory and gone when the program ends, for machines without a keyring.
class SessionKeys final {
public:
    void set(const QString &name, const Secret &secret) { m_keys.insert(name, secret); }
    //! \return false when there was none
    bool remove(const QString &name) { return m_keys.remove(name); }

    [[nodiscard]] std::optional<Secret> find(const QString &name) const
    {
        const auto found = m_keys.constFind(name);
        return found == m_keys.cend() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] QStringList names() const { return m_keys.keys(); }

private:
    QHash<QString, Secret> m_keys;
};

} // namespace nexus
