// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/keychainerrors.h"
#include "secrets/secret.h"

#include <QHash>
#include <QString>

namespace nexus {

//! \brief What the keychain answered for some names, as a value: texts are expanded from it.
class StoredKeys final {
public:
    //! \brief Stands for a keychain that has a key of every name, for who checks a text and sends nothing.
    [[nodiscard]] static StoredKeys assumed()
    {
        StoredKeys keys;
        keys.m_isAssumed = true;
        return keys;
    }

    void set(const QString &name, const Result<Secret> &answer) { m_answers.insert(name, answer); }
    void remove(const QString &name) { m_answers.remove(name); }
    [[nodiscard]] bool contains(const QString &name) const { return m_isAssumed || m_answers.contains(name); }

    //! \brief The key, or why there is none; keychain::missing() for a name nobody asked for.
    [[nodiscard]] Result<Secret> find(const QString &name) const
    {
        if (m_isAssumed) {
            return Secret("assumed");
        }
        return m_answers.value(name, failure(keychain::missing(name)));
    }

private:
    QHash<QString, Result<Secret>> m_answers;
    bool m_isAssumed = false;
};

} // namespace nexus
