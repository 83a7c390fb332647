// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/anthropic/modeltraits.h"
#include "dialects/anthropic/schema.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <string>
#include <vector>

namespace nexus::anthropic {

//! \brief How the model is bound to the form its answer must have.
struct AnswerForm {
    enum class Kind {
        Free, //!< not at all
        Native, //!< `output_config.format`
        Tool, //!< it must call a tool whose input is the answer, see jsonAnswerTool
        Instruction, //!< it is told so
    };

    Kind kind = Kind::Free;
    Json schema; //!< with Native and Tool
    std::string text; //!< for the model: with Tool what the tool is for, with Instruction what to do
};

//! \brief The `tools` of \a request, moved out, and those that its history shows and it does not define: the
//! API wants each tool that was called to be known. An empty list when there are none.
//!
//! `strict` stays where the model has it and the schemas are narrow enough, at most 20 times.
[[nodiscard]] Json writeTools(ChatRequest &request, const ModelTraits &traits,
    const std::vector<std::string> &calledTools, GrammarLoad &load);

//! \brief The form of the answer that \a request asks for, in the best way that the model has.
[[nodiscard]] AnswerForm planAnswer(ChatRequest &request, const ModelTraits &traits, GrammarLoad &load);

//! \brief The tool for a form of the kind Tool.
[[nodiscard]] Json answerTool(AnswerForm &form);

//! \brief What becomes of \a request.toolChoice beside \a form, for a request with tools of its own or not.
[[nodiscard]] ToolChoice settleChoice(const ChatRequest &request, const AnswerForm &form, bool hasOwnTools);

//! \brief The `tool_choice` object; null when it says nothing.
[[nodiscard]] Json toolChoiceObject(const ToolChoice &choice, bool allowsParallel);

} // namespace nexus::anthropic
