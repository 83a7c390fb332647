// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgeminirules.h"
#include "strictshape.h"

namespace nexus::kit {

namespace {

constexpr std::string_view s_table = R"(
Generate: model=string contents=Content[] systemInstruction=Content tools=Tool[] toolConfig=ToolConfig safetySettings=Safety[] generationConfig=Config cachedContent=string serviceTier=string store=bool
Count: contents=Content[] generateContentRequest=Generate
Embed: requests=EmbedRequest[]
EmbedRequest: model=string content=Content taskType=string title=string outputDimensionality=int
Content: role=string parts=Part[]
Part: text=string inlineData=Blob fileData=FileData functionCall=Call functionResponse=Response executableCode=any codeExecutionResult=any thought=bool thoughtSignature=string videoMetadata=any mediaResolution=any partMetadata=object toolCall=any toolResponse=any
Blob: mimeType=string data=base64url
FileData: mimeType=string fileUri=string
Call: id=string name=string args=object
Response: id=string name=string response=object willContinue=bool scheduling=string parts=ResponsePart[]
ResponsePart: inlineData=Blob
Safety: category=string threshold=string
Tool: functionDeclarations=Declaration[] googleSearch=any googleSearchRetrieval=any codeExecution=any urlContext=any computerUse=any fileSearch=any googleMaps=any mcpServers=any
Declaration: name=string description=string parameters=Schema parametersJsonSchema=any response=Schema responseJsonSchema=any behavior=string
ToolConfig: functionCallingConfig=CallingConfig retrievalConfig=any includeServerSideToolInvocations=bool
CallingConfig: mode='MODE_UNSPECIFIED'|'AUTO'|'ANY'|'NONE'|'VALIDATED' allowedFunctionNames=string[]
Config: candidateCount=int stopSequences=string[] maxOutputTokens=int temperature=number topP=number topK=number seed=int presencePenalty=number frequencyPenalty=number responseMimeType=string responseSchema=Schema responseJsonSchema=any responseModalities=string[] responseLogprobs=bool logprobs=int thinkingConfig=Thinking speechConfig=any imageConfig=any mediaResolution=string enableEnhancedCivicAnswers=bool
Thinking: includeThoughts=bool thinkingBudget=int thinkingLevel='MINIMAL'|'LOW'|'MEDIUM'|'HIGH'|'minimal'|'low'|'medium'|'high'
Schema: type=string format=string title=string description=string nullable=bool enum=string[] maxItems=int|string minItems=int|string properties=Schema{} required=string[] minProperties=int|string maxProperties=int|string minLength=int|string maxLength=int|string pattern=string example=any anyOf=Schema[] propertyOrdering=string[] default=any items=Schema minimum=number maximum=number
)";

GeminiRefusal refusalFor(const Violation &violation)
{
    Place parent = violation.place;
    const std::string name = parent.empty() ? "" : parent.back().text;
    const std::string place = bracketedPlace(violation.place);
    if (violation.kind == Violation::Kind::Unknown) {
        parent.pop_back();
        const std::string at = bracketedPlace(parent);
        return {"Invalid JSON payload received. Unknown name \"" + name + '"'
                + (at.empty() ? "" : " at '" + at + "'") + ": Cannot find field.",
            at};
    }
    if (violation.found.is_array()) {
        return {"Invalid JSON payload received. Unknown name \"" + name
                + "\": Proto field is not repeating, cannot start list.",
            place};
    }
    if (violation.expected == "base64url") {
        return {"Invalid value at '" + place + "' (TYPE_BYTES), Base64 decoding failed for "
                + violation.found.dump(),
            place};
    }
    return {
        "Invalid value at '" + place + "' (" + violation.expected + "), " + violation.found.dump(), place};
}

} // namespace

std::optional<GeminiRefusal> geminiShapeRefusal(const Json &body, const std::string &shape)
{
    const ShapeBook book(s_table, ShapeBook::Null::Absent);
    const auto violation = book.check(shape, body);
    return violation ? std::optional(refusalFor(*violation)) : std::nullopt;
}

} // namespace nexus::kit
