// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secret.h"

#include <openssl/crypto.h>

namespace nexus {

void Secret::wipe()
{
    if (!m_value.isEmpty() && m_value.isDetached()) {
        OPENSSL_cleanse(m_value.data(), static_cast<std::size_t>(m_value.size()));
    }
}

} // namespace nexus
