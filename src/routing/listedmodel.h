// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace nexus {

//! \brief A name clients can ask for.
struct ListedModel {
    QByteArray id;
    QByteArray ownedBy;
    qint64 created = 0; //!< seconds since 1970, 0 when not known
    QByteArray displayName; //!< may be empty
    qint64 contextTokens = 0; //!< how much it reads, 0 when not known
    qint64 maxOutputTokens = 0; //!< how much it writes, 0 when not known

    bool operator==(const ListedModel &) const = default;
};

} // namespace nexus
