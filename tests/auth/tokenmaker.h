// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwkmaterial.h"
#include "auth/jwtalgorithm.h"
#include "wire/json.h"

#include <QByteArray>

namespace nexus {

//! \brief A key that a test signs with: what an authorization server has.
class TokenMaker final {
public:
    //! \brief A new key of \a kind; \a id becomes its `kid` unless it is empty.
    explicit TokenMaker(JwkKind kind, QByteArray id = {});

    //! \brief What the key server publishes of it.
    [[nodiscard]] Json jwk() const;

    //! \brief A token of these parts, signed. The header gets `alg`, and `kid` where the key has one.
    [[nodiscard]] QByteArray token(const QByteArray &algorithm, const Json &claims) const;

    //! \brief A token of exactly this header and payload, signed as \a algorithm says.
    [[nodiscard]] QByteArray raw(
        const QByteArray &algorithm, const QByteArray &header, const QByteArray &payload) const;

    //! \brief The signature of \a text in the form of JWS.
    [[nodiscard]] QByteArray sign(const QByteArray &algorithm, const QByteArray &text) const;

    //! \brief The signature of \a text as OpenSSL makes it: for elliptic curves in DER.
    [[nodiscard]] QByteArray signDer(const QByteArray &algorithm, const QByteArray &text) const;

    [[nodiscard]] const QByteArray &secret() const { return m_secret; }

private:
    JwkKind m_kind;
    QByteArray m_id;
    PublicKey m_pair; // both halves
    QByteArray m_secret; // of a symmetric key
};

//! \brief A JWKS document of \a keys.
[[nodiscard]] QByteArray keySetDocument(const std::vector<Json> &keys);

//! \brief The HMAC of \a text as a signature, for any secret.
[[nodiscard]] QByteArray macOf(const QByteArray &algorithm, const QByteArray &secret, const QByteArray &text);

} // namespace nexus
