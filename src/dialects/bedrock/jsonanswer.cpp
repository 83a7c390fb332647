// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/jsonanswer.h"

#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/schemafit.h"

namespace nexus::bedrock {

JsonAnswerForm jsonAnswerForm(const ResponseFormat &format, const ModelTraits &traits, bool canForceTool)
{
    switch (format.kind) {
    case ResponseFormat::Kind::Unset:
    case ResponseFormat::Kind::Text:
        return JsonAnswerForm::None;
    case ResponseFormat::Kind::JsonObject:
        return JsonAnswerForm::Instruction;
    case ResponseFormat::Kind::JsonSchema:
        break;
    }
    if (!format.schema.is_object()) {
        return JsonAnswerForm::Instruction;
    }
    if (traits.hasJsonSchema && (!traits.wantsClosedSchema || isClosedSchema(format.schema))) {
        return JsonAnswerForm::Native;
    }
    return canForceTool ? JsonAnswerForm::Tool : JsonAnswerForm::Instruction;
}

Json textFormat(const ResponseFormat &format)
{
    Json schema = single("schema", toText(format.schema).toStdString());
    schema["name"] = format.name.empty() ? "answer" : format.name;
    if (!format.description.empty()) {
        schema["description"] = format.description;
    }
    Json text = single("type", "json_schema");
    text["structure"] = single("jsonSchema", std::move(schema));
    return text;
}

Tool jsonTool(ResponseFormat format)
{
    std::string description = "Gives the answer to the user. Call it once, with the whole answer.";
    if (!format.description.empty()) {
        description += " The answer: " + format.description;
    }
    return {.name = std::string(jsonAnswerTool),
        .description = std::move(description),
        .parameters = std::move(format.schema)};
}

std::string jsonInstruction(const ResponseFormat &format)
{
    std::string words = "Answer with one JSON object and nothing else: no code fence and no words around it.";
    if (format.kind == ResponseFormat::Kind::JsonSchema && format.schema.is_object()) {
        words += " It must be valid under this JSON Schema: " + toText(format.schema).toStdString();
    }
    return words;
}

} // namespace nexus::bedrock
