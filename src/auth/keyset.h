// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwk.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <vector>

namespace nexus {

//! \brief The keys that tokens may be signed with (RFC 7517 section 5).
struct KeySet {
    //! \brief A key of the document that is not used.
    struct Skipped {
        QByteArray id; //!< as far as it can be read, cut to be logged
        QString reason; //!< a clause that follows the name of the key
    };

    static constexpr qsizetype maxSize = 1024 * 1024; //!< of a document, in bytes
    static constexpr std::size_t maxKeys = 100;

    std::vector<Jwk> keys; //!< in the document's order
    std::vector<Skipped> skipped;
};

//! \brief A set that all threads share.
using KeySetPointer = std::shared_ptr<const KeySet>;

//! \brief Reads a JWKS document. A key that is unknown, unfit or broken is skipped, the others stay.
//! \return UpstreamInvalid when \a document is no key set, or beyond the limits. A set without a key is one.
[[nodiscard]] Result<KeySet> readKeySet(QByteArrayView document);

} // namespace nexus
