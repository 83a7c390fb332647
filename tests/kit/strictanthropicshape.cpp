// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictanthropicshape.h"

namespace nexus::kit {

namespace {

constexpr std::string_view s_table = R"(
Messages: model!=string messages!=Message[] max_tokens!=int system=string|SystemText[] metadata=Metadata service_tier='auto'|'standard_only' stop_sequences=string[] stream=bool temperature=number thinking=Thinking tool_choice=ToolChoice tools=Tool[] top_k=int top_p=number output_config=OutputConfig cache_control=Cache|null container=string|null inference_geo=string|null
Count: model!=string messages!=Message[] system=string|SystemText[] thinking=Thinking tool_choice=ToolChoice tools=Tool[] output_config=OutputConfig cache_control=Cache|null
Metadata: user_id=string|null
Message: role!='user'|'assistant' content!=string|Block[]
SystemText@type: text=Text
Block@type: text=Text image=Image document=Document search_result=SearchResult thinking=Thought redacted_thinking=Redacted tool_use=ToolUse tool_result=ToolResult server_tool_use=any web_search_tool_result=any
Text: text!=string cache_control=Cache|null citations=any
Image: source!=ImageSource cache_control=Cache|null
ImageSource@type: base64=Base64Image url=Url file=File
Base64Image: media_type!='image/jpeg'|'image/png'|'image/gif'|'image/webp' data!=base64
Url: url!=string
File: file_id!=string
Document: source!=DocumentSource cache_control=Cache|null citations=any context=string|null title=string|null
DocumentSource@type: base64=Base64Pdf text=PlainText url=Url file=File content=DocumentContent
Base64Pdf: media_type!='application/pdf' data!=base64
PlainText: media_type!='text/plain' data!=string
DocumentContent: content!=string|ResultBlock[]
SearchResult: source!=string title!=string content!=SystemText[] cache_control=Cache|null citations=any
Thought: thinking!=string signature!=string
Redacted: data!=string
ToolUse: id!=string name!=string input!=object cache_control=Cache|null caller=any
ToolResult: tool_use_id!=string content=string|ResultBlock[] is_error=bool cache_control=Cache|null
ResultBlock@type: text=Text image=Image document=Document search_result=SearchResult
Cache@type: ephemeral=Ephemeral
Ephemeral: ttl='5m'|'1h'
Thinking@type: enabled=Enabled disabled=Disabled adaptive=Adaptive
Enabled: budget_tokens!=int display='summarized'|'omitted'|null
Adaptive: display='summarized'|'omitted'|null
Disabled:
ToolChoice@type: auto=AnyChoice any=AnyChoice tool=NamedChoice none=NoChoice
AnyChoice: disable_parallel_tool_use=bool
NamedChoice: name!=string disable_parallel_tool_use=bool
NoChoice:
Tool@type/custom: custom=Custom bash_20250124=any computer_20250124=any text_editor_20250728=any web_search_20250305=any web_fetch_20250910=any code_execution_20250825=any memory_20250818=any
Custom: name!=string input_schema!=object description=string cache_control=Cache|null strict=bool eager_input_streaming=bool|null defer_loading=bool allowed_callers=string[] input_examples=any
OutputConfig: effort='low'|'medium'|'high'|'xhigh'|'max'|null format=Format|null
Format@type: json_schema=JsonSchema
JsonSchema: schema!=object
)";

std::string wordsFor(const Violation &violation)
{
    const std::string place = dottedPlace(violation.place, true);
    switch (violation.kind) {
    case Violation::Kind::Unknown:
        return place + ": Extra inputs are not permitted";
    case Violation::Kind::Missing:
        return place + ": Field required";
    case Violation::Kind::WrongTag:
        return place + ": Input tag " + violation.found.dump()
            + " found using 'type' does not match any of the expected tags: " + violation.expected;
    case Violation::Kind::WrongValue:
        return place + ": Input should be " + violation.expected;
    case Violation::Kind::WrongType:
    case Violation::Kind::NotExactlyOne:
        break;
    }
    return place + ": Input should be a valid " + violation.expected;
}

} // namespace

std::optional<std::string> anthropicShapeRefusal(const Json &body, bool isCount)
{
    for (const Json &message : body.value("messages", Json::array())) {
        if (message.is_object() && message.value("role", Json()) == "system") {
            return "messages: Unexpected role \"system\". The Messages API accepts a top-level `system` "
                   "parameter, not \"system\" as an input message role.";
        }
    }
    const ShapeBook book(s_table, ShapeBook::Null::Value);
    const auto violation = book.check(isCount ? "Count" : "Messages", body);
    return violation ? std::optional(wordsFor(*violation)) : std::nullopt;
}

} // namespace nexus::kit
