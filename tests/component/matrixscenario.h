// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matrixfindings.h"

#include <string>
#include <vector>

namespace nexus::matrix {

//! \brief One thing a client does, in no dialect's words.
struct Scenario {
    enum class Talk {
        Plain, //!< a few words, the last ones of the user
        Agent, //!< a picture, two calls, and both results
    };
    enum class End { Answer, Calls, Nothing, Length, Refusal, Error, BrokenStream };

    enum class Refusal { None, WrongKey, NoModel, TooMany, Overloaded, WebPage };

    std::string name;
    Talk talk = Talk::Plain;
    End end = End::Answer;
    std::string suffix; //!< of the model's name: what the scripted model does
    Refusal refusal = Refusal::None; //!< of Error
    bool isStream = false;
    bool wantsUsage = true; //!< of a stream, where a client has to ask
    bool hasTools = false;
    bool forcesTool = false; //!< the second one
    bool thinks = false;
    bool wantsSchema = false;

    //! \brief The words of the user that the model answers; with "both" it calls every tool.
    [[nodiscard]] std::string words() const;
    //! \brief The calls of a good answer: name and arguments.
    [[nodiscard]] Json calls() const;
};

//! \brief Everything that a cell of the table may show with one request.
[[nodiscard]] std::vector<Scenario> answeredScenarios();
[[nodiscard]] std::vector<Scenario> failingScenarios();

//! \brief A tool in neutral words.
struct OfferedTool {
    std::string name;
    std::string description;
    Json schema;
};

//! \brief `weather` and `clock`.
[[nodiscard]] std::vector<OfferedTool> offeredTools();
//! \brief The schema that an answer must follow, and the answer the scripted model gives for it.
[[nodiscard]] Json answerSchema();
[[nodiscard]] Json schemaAnswer();

constexpr const char *systemWords = "Be brief.";
constexpr double temperature = 0.5;
constexpr const char *stopWords = "never said";
//! A PNG of one pixel, base64.
constexpr const char *picture
    = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

//! \brief What stands in the agent's talk: the calls, and what became of them.
struct PastCall {
    std::string id;
    std::string name;
    Json arguments;
    std::string result;
    bool isError = false;
    bool hasPicture = false; //!< beside the result's text
};

//! \brief The first failed, the second brought a picture.
[[nodiscard]] std::vector<PastCall> pastCalls();

} // namespace nexus::matrix
