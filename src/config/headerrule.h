// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QByteArray>
#include <QString>

namespace nexus {

//! \brief One entry of a `headers` list: changes the headers that go to a provider.
struct HeaderRule {
    enum class Kind {
        Forward, //!< copies the client's header
        Insert, //!< sets a fixed value
        Remove, //!< takes out what earlier rules put in
        RenameDuplicate, //!< sets the client's header under both names
    };

    Kind kind = Kind::Forward;
    QByteArray name; //!< either this or the pattern is not empty
    QString pattern; //!< regular expression on the name, case-insensitive and unanchored
    QByteArray rename; //!< the name at the provider, empty for the same
    Secret value; //!< of an insert; also what forward and rename_duplicate fall back to

    bool operator==(const HeaderRule &) const = default;
};

} // namespace nexus
