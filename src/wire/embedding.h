// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

namespace nexus {

//! \brief A request for embeddings, in no provider's words.
struct EmbeddingRequest {
    std::string model; //!< as the provider knows it
    std::vector<std::string> inputs; //!< never empty
    std::optional<qint64> dimensions;
    bool isBase64 = false; //!< vectors go to the client as base64 of little-endian 32-bit floats
    std::string inputType; //!< Cohere's and Gemini's purpose of the vectors; empty leaves it to the writer
    std::vector<std::string> dropped; //!< names of fields that had no effect

    bool operator==(const EmbeddingRequest &) const = default;
};

struct EmbeddingAnswer {
    std::vector<std::vector<float>> vectors; //!< one for each input, in order
    qint64 inputTokens = 0;
    bool hasUsage = false; //!< false where the provider does not count; then inputTokens is 0

    bool operator==(const EmbeddingAnswer &) const = default;
};

} // namespace nexus
