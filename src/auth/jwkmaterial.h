// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwtalgorithm.h"
#include "base/result.h"

#include <QByteArray>

#include <openssl/err.h>
#include <openssl/evp.h>

#include <memory>

namespace nexus {

//! \brief Frees what OpenSSL made.
template<auto Free>
struct OpenSslFree {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

//! \brief A public key in the form that OpenSSL verifies with. Several threads may use one at a time.
using PublicKey = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;

//! \brief Takes back what a failed call leaves in the thread's error queue, where TLS would find it.
class OpenSslErrorMark final {
public:
    OpenSslErrorMark() { ERR_set_mark(); }
    ~OpenSslErrorMark() { ERR_pop_to_mark(); }
    Q_DISABLE_COPY_MOVE(OpenSslErrorMark)
};

//! \brief A key from the big-endian numbers of RFC 7518 section 6.3.1. The modulus has 2048 to 8192 bits; an
//! exponent under which anyone could sign is refused.
[[nodiscard]] Result<PublicKey> makeRsaKey(const QByteArray &modulus, const QByteArray &exponent);

//! \brief A key from the point of RFC 7518 section 6.2.1, which must be one of the curve and in full length.
//! \param curve P256, P384 or P521
[[nodiscard]] Result<PublicKey> makeEcKey(JwkKind curve, const QByteArray &x, const QByteArray &y);

//! \brief A key from the 32 bytes of RFC 8032 section 5.1.5.
[[nodiscard]] Result<PublicKey> makeEd25519Key(const QByteArray &point);

//! \brief The bytes of one coordinate of \a curve; 0 when it is no elliptic curve of RFC 7518.
[[nodiscard]] int coordinateLength(JwkKind curve);

//! \brief A key that cannot be used, and why: a clause that follows the name of the key.
[[nodiscard]] Error unusableKey(const char *why);

} // namespace nexus
