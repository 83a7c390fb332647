// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace nexus {

//! \brief The names of the keys in a keyring, which cannot list them itself, and when each was written.
//!
//! It is kept as an entry of that keyring and is a help only: whoever loses it loses no key.
class KeychainIndex final {
public:
    //! \brief The entry it is kept in; no key can have this name.
    static constexpr char entryName[] = "nexus:index";

    //! \brief Reads what toJson() wrote; what cannot be read is left out.
    [[nodiscard]] static KeychainIndex fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;

    void insert(const QString &name, const QDateTime &savedAt) { m_entries.insert(name, savedAt); }
    void remove(const QString &name) { m_entries.remove(name); }
    [[nodiscard]] const QMap<QString, QDateTime> &entries() const { return m_entries; }

private:
    QMap<QString, QDateTime> m_entries;
};

} // namespace nexus
