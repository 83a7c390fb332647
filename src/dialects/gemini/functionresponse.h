// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "dialects/gemini/modelfamily.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <QByteArray>

#include <string>

namespace nexus::gemini {

//! \brief A tool's result in Gemini's words.
struct FunctionResponse {
    Json part; //!< with its `functionResponse`
    Json after = Json::array(); //!< media that must follow in parts of their own, outside the responses
};

//! \brief \a result as the answer to the call of the function \a name.
//!
//! A result that is a JSON object goes as it is, any other text as `{"result": …}`, a failure as
//! `{"error": …}`. An object with a `$ref` goes as text too: the service takes that word for a reference to
//! one of the response's own parts and refuses what it cannot find.
//! \param param names the field in an error
[[nodiscard]] Result<FunctionResponse> functionResponse(
    ToolResultPart result, const std::string &name, const ModelFamily &family, const QByteArray &param);

//! \brief \a result whose call is not in the conversation, as plain parts.
[[nodiscard]] Result<Json> orphanParts(ToolResultPart result, const QByteArray &param);

//! \brief The JSON text \a arguments as the object that a functionCall needs. What is no object, or nests too
//! deep for the service, goes as the text of a single argument.
[[nodiscard]] Json functionArguments(std::string arguments);

} // namespace nexus::gemini
