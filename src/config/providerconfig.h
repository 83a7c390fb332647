// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace nexus {

enum class ProviderType { OpenAi, Anthropic, Google, Bedrock, Ollama, Azure, Demo };

//! \brief The `type` of a provider as the configuration writes it, for example `openai`.
[[nodiscard]] QString providerTypeName(ProviderType type);

//! \brief The four time limits of one call to a provider; 0 stands for none.
struct Timeouts {
    std::chrono::milliseconds connect {10'000}; //!< name look-up, TCP and TLS until the request is sent
    std::chrono::milliseconds firstByte {120'000}; //!< from the request sent to the answer's head
    std::chrono::milliseconds idle {60'000}; //!< longest silence inside an answer
    std::chrono::milliseconds total {0}; //!< the whole call

    bool operator==(const Timeouts &) const = default;
};

//! \brief `[llm.providers.N.models.M]`: a model named by hand.
struct ModelConfig {
    QByteArray name; //!< public name, the table key
    QByteArray rename; //!< upstream id, empty when it is the same

    bool operator==(const ModelConfig &) const = default;
};

//! \brief `[llm.providers.N]`: one provider.
struct ProviderConfig {
    QString name;
    ProviderType type = ProviderType::OpenAi;
    QUrl baseUrl; //!< never empty except for demo; without a slash at its end
    std::vector<Secret> apiKeys; //!< api_key or api_keys, in order; empty when there is none
    QByteArray apiVersion; //!< azure only
    QString modelFilter; //!< regular expression, empty for none
    Timeouts timeouts;
    std::vector<ModelConfig> models; //!< in file order

    //! \brief The model named by hand under that public name, or nullptr.
    [[nodiscard]] const ModelConfig *model(QByteArrayView publicName) const;

    bool operator==(const ProviderConfig &) const = default;
};

} // namespace nexus
