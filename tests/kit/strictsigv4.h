// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"

#include <optional>
#include <string>

namespace nexus::kit {

//! \brief The credentials that the scripted Bedrock knows.
struct AwsCredentials {
    static constexpr const char *accessKey = "AKIDEXAMPLE";
    static constexpr const char *secretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    //! Needs the session token beside it; the secret is the same.
    static constexpr const char *temporaryKey = "ASIAEXAMPLE";
    static constexpr const char *sessionToken = "scripted-session-token";
};

//! \brief Why AWS turns a signature away.
struct AwsRefusal {
    std::string type; //!< `InvalidSignatureException`
    std::string message;
};

//! \brief Recomputes the signature of version 4 on \a request for the service `bedrock`; nothing when it is
//! right.
//!
//! The clock is not compared. The path is encoded once more than it was sent, as every service but S3 has it.
[[nodiscard]] std::optional<AwsRefusal> signatureRefusal(const ReceivedRequest &request);

} // namespace nexus::kit
