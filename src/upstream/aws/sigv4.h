// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/awscredentials.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QByteArrayView>

namespace nexus::aws {

//! \brief A request as it will travel, for its signature.
struct SigningRequest {
    QByteArray method;
    QByteArray path; //!< percent-encoded as sent
    QByteArray query; //!< as sent, without `?`
    HeaderList headers; //!< all of them are signed; `host` must be there
    QByteArrayView body; //!< must live until the signature is made
};

//! \brief What a signature is good for.
struct SigningScope {
    QByteArray region;
    QByteArray service; //!< the signing name, for example `bedrock`
    TimePoint time;
    bool isBodyHashSent = false; //!< adds `x-amz-content-sha256`
};

//! \brief `YYYYMMDDTHHMMSSZ` in UTC, the form of `x-amz-date`.
[[nodiscard]] QByteArray amzDate(TimePoint time);

//! \brief The canonical form of \a request with exactly its headers.
//!
//! The path is put in order and encoded once more, as every service but S3 has it: `%3A` becomes `%253A`.
[[nodiscard]] QByteArray canonicalRequest(const SigningRequest &request);

//! \brief The text that is signed, for a request in canonical form.
[[nodiscard]] QByteArray stringToSign(const QByteArray &canonicalRequest, const SigningScope &scope);

//! \brief The 32 bytes that sign everything of one day, region and service.
[[nodiscard]] Secret signingKey(const Secret &secretAccessKey, const SigningScope &scope);

//! \brief The headers that make \a request a signed one, to be added to those it has: `x-amz-date`,
//! `x-amz-security-token` for credentials with a token, `x-amz-content-sha256` if asked for, `Authorization`.
//!
//! AWS Signature Version 4, "Create a signed AWS API request" in the IAM User Guide.
[[nodiscard]] HeaderList signatureHeaders(
    const SigningRequest &request, const Credentials &credentials, const SigningScope &scope);

} // namespace nexus::aws
