// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/discoveredmodel.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace nexus {

//! \brief The forms in which providers list their models.
enum class ModelListKind {
    OpenAi, //!< also what compatible servers and Ollama make of it
    Anthropic,
    Google,
    FoundationModels, //!< of Bedrock
    InferenceProfiles, //!< of Bedrock
};

//! \brief One page of a list of models.
struct ModelPage {
    std::vector<DiscoveredModel> models; //!< those that can be asked for text or embeddings
    QByteArray next; //!< what the next page is asked for with; empty on the last one

    bool operator==(const ModelPage &) const = default;
};

//! \brief The page in \a body, or nothing when it is no list of models. A model without a usable id (one with
//! control characters or more than 256 bytes) is left out.
[[nodiscard]] std::optional<ModelPage> readModelPage(ModelListKind kind, QByteArrayView body);

} // namespace nexus
