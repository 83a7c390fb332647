// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbedrockrules.h"
#include "strictshape.h"

#include <algorithm>

namespace nexus::kit {

namespace {

constexpr std::string_view s_table = R"(
Converse: messages=Message[] system=System[] inferenceConfig=Inference toolConfig=Tools guardrailConfig=any additionalModelRequestFields=object promptVariables=object additionalModelResponseFieldPaths=string[] requestMetadata=string{} performanceConfig=Performance serviceTier=Tier outputConfig=Output
Message: role!='user'|'assistant' content!=Block[]
Block^: text=string image=Image document=Document video=any audio=any toolUse=ToolUse toolResult=ToolResult guardContent=any cachePoint=CachePoint reasoningContent=Reasoning citationsContent=any searchResult=any
System^: text=string guardContent=any cachePoint=CachePoint
Image: format!='png'|'jpeg'|'gif'|'webp' source!=BytesOrS3
BytesOrS3^: bytes=base64 s3Location=any
Document: format='pdf'|'csv'|'doc'|'docx'|'xls'|'xlsx'|'html'|'txt'|'md' name!=string source!=DocumentSource context=string citations=any
DocumentSource^: bytes=base64 s3Location=any text=string content=any
ToolUse: toolUseId!=string name!=string input!=any type='server_tool_use'
ToolResult: toolUseId!=string content!=ResultBlock[] status='success'|'error' type=string
ResultBlock^: json=any text=string image=Image document=Document video=any searchResult=any
CachePoint: type!='default' ttl='5m'|'1h'
Reasoning^: reasoningText=ReasoningText redactedContent=base64
ReasoningText: text!=string signature=string
Inference: maxTokens=int temperature=number topP=number stopSequences=string[]
Tools: tools!=Tool[] toolChoice=Choice
Tool^: toolSpec=Spec systemTool=any cachePoint=CachePoint
Spec: name!=string description=string inputSchema!=InputSchema strict=bool
InputSchema^: json=object
Choice^: auto=Nothing any=Nothing tool=NamedTool
Nothing:
NamedTool: name!=string
Performance: latency='standard'|'optimized'
Tier: type!='priority'|'default'|'flex'|'reserved'
Output: textFormat=TextFormat effort=string
TextFormat: type!='json_schema' structure!=Structure
Structure^: jsonSchema=JsonSchema
JsonSchema: schema!=string name=string description=string
)";

std::string wordsFor(const Violation &violation)
{
    const std::string place = dottedPlace(violation.place, false);
    switch (violation.kind) {
    case Violation::Kind::Unknown:
        return "Malformed input request: #/" + place + ": extraneous key [" + violation.place.back().text
            + "] is not permitted, please reformat your input and try again.";
    case Violation::Kind::Missing:
        return "1 validation error detected: Value at '" + place
            + "' failed to satisfy constraint: Member must not be null";
    case Violation::Kind::WrongValue:
        return "1 validation error detected: Value " + violation.found.dump() + " at '" + place
            + "' failed to satisfy constraint: Member must satisfy enum value set: " + violation.expected;
    case Violation::Kind::NotExactlyOne:
        return "The value at " + place + " must have exactly one member of: " + violation.expected + '.';
    case Violation::Kind::WrongTag:
    case Violation::Kind::WrongType:
        break;
    }
    return "The format of the value at " + place + " is invalid. Provide a " + violation.expected
        + " for the field and try again.";
}

} // namespace

bool isNameOf(const std::string &text, const std::string &others, std::size_t longest)
{
    return !text.empty() && text.size() <= longest
        && std::ranges::all_of(text, [&others](unsigned char letter) {
               return (letter < 0x80 && std::isalnum(letter) != 0)
                   || others.find(static_cast<char>(letter)) != std::string::npos;
           });
}

std::optional<std::string> converseShapeRefusal(const Json &body)
{
    const ShapeBook book(s_table, ShapeBook::Null::Absent);
    const auto violation = book.check("Converse", body);
    return violation ? std::optional(wordsFor(*violation)) : std::nullopt;
}

} // namespace nexus::kit
