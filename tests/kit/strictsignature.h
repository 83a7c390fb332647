// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace nexus::kit {

//! \brief The signature that a scripted service puts on \a text: the same each time, and no other text has
//! it.
//!
//! \a service keeps one service's signatures from passing at another. The result is standard base64.
[[nodiscard]] std::string issueSignature(std::string_view service, std::string_view text);

//! \brief Whether \a signature is the one that was issued for \a text.
[[nodiscard]] bool isIssuedSignature(
    std::string_view service, std::string_view text, std::string_view signature);

//! \brief Whether \a text is base64 with the alphabet and padding of RFC 4648 section 4, and not empty.
[[nodiscard]] bool isBase64(std::string_view text);

//! \brief \a text in the alphabet and padding of RFC 4648 section 4, from that or from the one for URLs
//! (section 5).
[[nodiscard]] std::string standardBase64(std::string text);

//! \brief The image type that the first bytes of \a base64 show (`image/png`, …); empty when unknown.
[[nodiscard]] std::string imageTypeOf(std::string_view base64);

} // namespace nexus::kit
