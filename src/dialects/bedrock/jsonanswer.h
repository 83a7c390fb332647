// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/modelfamily.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <string>
#include <string_view>

namespace nexus::bedrock {

//! \brief The tool that a model is made to call when only so it can be bound to a schema. Its arguments are
//! the answer, and the readers turn them back into text.
inline constexpr std::string_view jsonAnswerTool = "nexus_json_answer";

//! \brief How a model is brought to answer in JSON.
enum class JsonAnswerForm {
    None, //!< it is not
    Native, //!< `outputConfig.textFormat`
    Tool, //!< by jsonAnswerTool
    Instruction, //!< by words in the system prompt
};

//! \param canForceTool whether a tool can be forced on the model in this request
[[nodiscard]] JsonAnswerForm jsonAnswerForm(
    const ResponseFormat &format, const ModelTraits &traits, bool canForceTool);

//! \brief The `textFormat` of \a format, for Native.
[[nodiscard]] Json textFormat(const ResponseFormat &format);

//! \brief The tool of \a format, for Tool.
[[nodiscard]] Tool jsonTool(ResponseFormat format);

//! \brief The words for \a format, for Instruction.
[[nodiscard]] std::string jsonInstruction(const ResponseFormat &format);

} // namespace nexus::bedrock
