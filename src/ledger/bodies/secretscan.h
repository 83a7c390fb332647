// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace nexus {

//! \brief A place in a text that is not to be kept as it is.
struct Finding {
    enum class Kind {
        Secret, //!< a key or token
        Media, //!< base64 of an image, a file, a signature, or another thing that nobody reads
    };

    Kind kind = Kind::Secret;
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const Finding &) const = default;
};

//! \brief Keys, tokens and base64 in \a text, in order and apart from each other.
//!
//! Keys are known by how they begin (`sk-`, `AIza`, `AKIA`, `eyJ`, …) or by the word before them (`Bearer`,
//! `api_key`, `password`, …). The text may be JSON, JSON within strings of JSON, server-sent events, or
//! anything else, and be cut anywhere: letters written as escapes are read, everything else is not.
[[nodiscard]] std::vector<Finding> findSecrets(QByteArrayView text);

//! \brief The bytes that \a base64 stands for, which may hold escapes of JSON and line ends.
[[nodiscard]] QByteArray decodedMedia(QByteArrayView base64);

} // namespace nexus
