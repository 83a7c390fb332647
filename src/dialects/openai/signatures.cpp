// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/signatures.h"

#include "dialects/openai/jsonaccess.h"

namespace nexus::openai {

Json signatureOfCall(std::string signature)
{
    Json google {{"thought_signature", std::move(signature)}};
    return Json {{"google", std::move(google)}};
}

std::string takeSignature(Json &call)
{
    Json *const extra = memberOf(call, "extra_content");
    Json *const google = extra ? memberOf(*extra, "google") : nullptr;
    return google ? takeText(*google, "thought_signature") : std::string();
}

} // namespace nexus::openai
