// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/rawclient.h"
#include "matrixscenario.h"

#include <array>
#include <optional>

namespace nexus::matrix {

//! \brief An answer as a client of any dialect understands it.
struct ClientView {
    struct Call {
        std::string id;
        std::string name;
        std::string arguments; //!< JSON text
    };
    struct Usage {
        int prompt = 0; //!< everything the model read
        int cached = 0;
        int completion = 0; //!< reasoning included
        int reasoning = 0;
    };
    struct Error {
        std::string type;
        std::string code; //!< empty where there is none
        std::string message;
    };

    int status = 0;
    std::string model;
    std::string thinking;
    std::string signature;
    std::string text;
    std::vector<Call> calls;
    std::string finish;
    std::optional<Usage> usage;
    std::optional<Error> error;
    bool isComplete = false; //!< ends as its dialect says that an answer ends
    QByteArrayList problems; //!< where the answer breaks the rules of its dialect

    //! \brief The calls without their ids: name and arguments.
    [[nodiscard]] Json callsAsJson() const;
};

//! \brief What a client is told, of which each dialect has a word.
struct FinishWords {
    std::string answer;
    std::string calls;
    std::string length;
    std::string refusal;
};

//! \brief One way of asking and of reading answers.
class ClientSide {
public:
    ClientSide() = default;
    virtual ~ClientSide() = default;
    Q_DISABLE_COPY_MOVE(ClientSide)

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual QByteArray path() const = 0;
    [[nodiscard]] virtual kit::Headers headers() const = 0;
    [[nodiscard]] virtual FinishWords finishWords() const = 0;
    //! \brief The type of an error with that status.
    [[nodiscard]] virtual std::string errorType(int status) const = 0;
    //! \brief What a client says of how long an answer may be, 0 for nothing.
    [[nodiscard]] virtual int maxTokens() const = 0;
    //! \brief Whether the results of tools can hold pictures and be called errors.
    [[nodiscard]] virtual bool hasRichResults() const = 0;

    [[nodiscard]] virtual Json body(const Scenario &scenario, const std::string &model) const = 0;
    //! \brief The next request: \a body, what the model answered, and \a result for each of its calls.
    [[nodiscard]] virtual Json continued(
        const Json &body, const ClientView &answer, const std::string &result) const = 0;
    //! \brief Reads a whole answer or a stream, and checks its form.
    [[nodiscard]] virtual ClientView read(const kit::Answer &answer) const = 0;
};

[[nodiscard]] const ClientSide &openAiClient();
[[nodiscard]] const ClientSide &anthropicClient();
[[nodiscard]] std::array<const ClientSide *, 2> allClients();

//! \brief Reads a stream into \a view; an exception means a member that is not there.
void readOpenAiStream(const kit::Answer &answer, ClientView &view);
void readAnthropicStream(const kit::Answer &answer, ClientView &view);

//! \brief The counts of a usage object.
[[nodiscard]] ClientView::Usage openAiUsage(const Json &usage);
[[nodiscard]] ClientView::Usage anthropicUsage(const Json &usage);

//! \brief The error in a body.
[[nodiscard]] ClientView::Error openAiError(const Json &body);
[[nodiscard]] ClientView::Error anthropicError(const Json &body);

} // namespace nexus::matrix
