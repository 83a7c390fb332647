// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/receivedrequest.h"
#include "matrixscenario.h"

#include <array>
#include <optional>

namespace nexus::matrix {

//! \brief A request as a provider of any dialect understands it.
struct ProviderView {
    struct Result {
        std::string id;
        std::string text;
        bool isError = false;
    };

    std::string system;
    std::vector<std::string> turns; //!< `user`, `assistant` or `results`
    Json tools = Json::array(); //!< `name` and `schema`
    std::string toolChoice; //!< `auto`, `none`, `required`, the name of the one tool, empty when unsaid
    std::vector<Json> calls; //!< `name` and `arguments`
    std::vector<Result> results;
    int pictures = 0; //!< everywhere
    bool isStream = false;
    int maxTokens = 0; //!< 0 when unsaid
    int budget = 0; //!< of thinking, in tokens
    std::string effort; //!< of thinking, in words
    Json answerSchema;
    Json temperature;
    Json stops;
    std::string thought; //!< what the model thought in an earlier turn
    std::string signature; //!< of that
    QByteArrayList problems; //!< what this dialect says at another place
};

//! \brief What a provider's scripted answer is said to have used.
struct ExpectedUsage {
    int prompt = 0;
    int cached = 0;
    int completion = 0;
    int reasoning = 0;
};

//! \brief One service as the gateway meets it.
class ProviderSide {
public:
    ProviderSide() = default;
    virtual ~ProviderSide() = default;
    Q_DISABLE_COPY_MOVE(ProviderSide)

    //! \brief Its name in the configuration.
    [[nodiscard]] virtual std::string name() const = 0;
    //! \brief The model, without what tells its behaviour.
    [[nodiscard]] virtual std::string modelFor(const Scenario &scenario) const = 0;
    //! \brief The status with which this service says that it is overloaded.
    [[nodiscard]] virtual int overloadedStatus() const { return 503; }
    //! \brief The status with which it refuses a key.
    [[nodiscard]] virtual int wrongKeyStatus() const { return 401; }
    //! \brief How it says when to come back; empty when it does not.
    [[nodiscard]] virtual QByteArray retryAfter() const { return "7"; }
    [[nodiscard]] virtual bool needsMaxTokens() const { return false; }
    //! \brief Whether it shows its thoughts, and counts them.
    [[nodiscard]] virtual bool showsThoughts() const { return true; }
    //! \brief Whether thoughts come back to it, or only their signature.
    [[nodiscard]] virtual bool takesThoughts() const { return showsThoughts(); }
    //! \brief Whether a tool's schema arrives as the client wrote it.
    [[nodiscard]] virtual bool keepsSchemas() const { return true; }
    //! \brief Whether a tool's result can be called an error, other than in words.
    [[nodiscard]] virtual bool hasErrorResults() const { return true; }
    //! \brief Whether pictures may stand in a tool's result.
    [[nodiscard]] virtual bool hasPictureResults() const { return true; }
    [[nodiscard]] virtual bool hasCallIds() const { return true; }
    [[nodiscard]] virtual ExpectedUsage usage(const Scenario &scenario) const = 0;

    //! \brief Reads what came in, and checks path, key and what only this dialect has.
    [[nodiscard]] virtual ProviderView read(
        const kit::ReceivedRequest &request, const std::string &model) const = 0;

    //! \brief The model's name with what tells its behaviour.
    [[nodiscard]] std::string model(const Scenario &scenario) const;
    //! \brief What a client gets of this provider's refusal.
    [[nodiscard]] int clientStatus(const Scenario &scenario) const;
};

[[nodiscard]] const ProviderSide &openAiProvider();
[[nodiscard]] const ProviderSide &anthropicProvider();
[[nodiscard]] const ProviderSide &googleProvider();
[[nodiscard]] const ProviderSide &bedrockProvider();
[[nodiscard]] std::array<const ProviderSide *, 4> allProviders();

} // namespace nexus::matrix
