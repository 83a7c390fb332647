// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

namespace nexus::openai {

//! \brief What a `data:` URL carries (RFC 2397).
struct DataUrl {
    std::string mediaType; //!< in small letters, without parameters; `image/jpg` is said as `image/jpeg`
    std::string base64;
};

//! \brief Whether \a url is one, whatever the case of its scheme.
[[nodiscard]] bool isDataUrl(const std::string &url);

//! \brief \a url read; data that is percent-encoded comes out as base64 too.
//! \return nothing when it has no comma or no media type
[[nodiscard]] std::optional<DataUrl> readDataUrl(std::string url);

//! \brief \a base64 of type \a mediaType as one URL.
[[nodiscard]] std::string writeDataUrl(const std::string &mediaType, const std::string &base64);

//! \brief Whether \a url is an address that a provider could fetch.
[[nodiscard]] bool isWebAddress(const std::string &url);

} // namespace nexus::openai
