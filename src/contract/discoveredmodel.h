// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/modelabilities.h"

#include <QByteArray>
#include <QtGlobal>

namespace nexus {

//! \brief A model that a provider says it has. The texts are UTF-8 of at most 256 bytes without control
//! characters.
struct DiscoveredModel {
    QByteArray id; //!< the name the provider knows; never empty, may contain slashes
    qint64 created = 0; //!< seconds since 1970, 0 when not told
    QByteArray ownedBy; //!< may be empty
    QByteArray displayName; //!< may be empty
    qint64 contextTokens = 0; //!< how much it reads, 0 when not told
    qint64 maxOutputTokens = 0; //!< how much it writes, 0 when not told
    ModelAbilities abilities = {};

    bool operator==(const DiscoveredModel &) const = default;
};

} // namespace nexus
