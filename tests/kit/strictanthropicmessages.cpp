// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictanthropicanswer.h"
#include "strictanthropicrules.h"
#include "strictclaude.h"
#include "strictsignature.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Words = std::optional<std::string>;

struct Block {
    std::string place; //!< `messages.0.content.1`
    std::size_t message = 0;
    Json value;

    [[nodiscard]] std::string type() const { return value.value("type", std::string()); }
};

// One side's say: the service joins messages of the same role that follow each other.
struct Turn {
    std::string role;
    std::vector<Block> blocks;
};

std::vector<Block> blocksOf(const Json &message, std::size_t index)
{
    const std::string place = "messages." + std::to_string(index) + ".content";
    const Json &content = message["content"];
    if (content.is_string()) {
        return {{place, index, {{"type", "text"}, {"text", content}}}};
    }
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < content.size(); ++i) {
        blocks.push_back({place + '.' + std::to_string(i), index, content[i]});
    }
    return blocks;
}

std::vector<Turn> turnsOf(const Json &messages)
{
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string role = messages[i]["role"];
        if (turns.empty() || turns.back().role != role) {
            turns.push_back({role, {}});
        }
        for (Block &block : blocksOf(messages[i], i)) {
            turns.back().blocks.push_back(std::move(block));
        }
    }
    return turns;
}

Words checkText(const std::string &text)
{
    if (text.empty()) {
        return "messages: text content blocks must be non-empty";
    }
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return "messages: text content blocks must contain non-whitespace text";
    }
    return std::nullopt;
}

Words checkImage(const Block &block)
{
    const Json source = block.value["source"];
    if (source.value("type", std::string()) == "url") {
        return source["url"].get<std::string>().starts_with("https://")
            ? std::nullopt
            : Words(block.place + ".image.source.url.url: Only HTTPS URLs are supported.");
    }
    const std::string seen = imageTypeOf(source.value("data", std::string()));
    const std::string said = source.value("media_type", std::string());
    if (!seen.empty() && seen != said) {
        return block.place + ".image.source.base64: The image was specified using the " + said
            + " media type, but the image appears to be a " + seen + " image";
    }
    return std::nullopt;
}

Words checkThought(const Block &block)
{
    const bool isIssued = block.type() == "thinking"
        ? isIssuedSignature("anthropic", block.value["thinking"].get<std::string>(),
            block.value["signature"].get<std::string>())
        : block.value["data"] == redactedThinking();
    return isIssued ? std::nullopt
                    : Words(block.place + ": Invalid `" + (block.type() == "thinking" ? "signature" : "data")
                        + "` in `" + block.type() + "` block");
}

Words checkRole(const Block &block, const std::string &role)
{
    const std::set<std::string> ofAssistant {
        "tool_use", "thinking", "redacted_thinking", "server_tool_use", "web_search_tool_result"};
    const std::string type = block.type();
    if (type == "text" || (role == "assistant") == ofAssistant.contains(type)) {
        return std::nullopt;
    }
    return "messages." + std::to_string(block.message) + ": `" + type + "` blocks can only be in `"
        + (role == "user" ? "assistant" : "user") + "` messages";
}

bool isToolId(const std::string &id)
{
    return !id.empty() && std::ranges::all_of(id, [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '_' || letter == '-';
    });
}

Words checkBlock(const Block &block, const std::string &role)
{
    if (Words words = checkRole(block, role)) {
        return words;
    }
    const std::string type = block.type();
    if (type == "text") {
        return checkText(block.value["text"]);
    }
    if (type == "image") {
        return checkImage(block);
    }
    if (type == "thinking" || type == "redacted_thinking") {
        return checkThought(block);
    }
    if (type == "tool_use" && !isToolId(block.value["id"])) {
        return block.place + ".tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'";
    }
    return std::nullopt;
}

std::set<std::string> idsOf(const Turn &turn, const char *type, const char *member)
{
    std::set<std::string> ids;
    for (const Block &block : turn.blocks) {
        if (block.type() == type) {
            ids.insert(block.value[member].get<std::string>());
        }
    }
    return ids;
}

// The results stand first in the turn behind their calls, one for each.
Words checkResults(const Turn &calls, const Turn &turn)
{
    std::set<std::string> open = idsOf(calls, "tool_use", "id");
    const std::set<std::string> all = open;
    bool isAtBeginning = true;
    for (const Block &block : turn.blocks) {
        if (block.type() != "tool_result") {
            isAtBeginning = isAtBeginning && open.empty();
            continue;
        }
        const std::string id = block.value["tool_use_id"];
        if (!all.contains(id)) {
            return block.place + ": unexpected `tool_use_id` found in `tool_result` blocks: " + id
                + ". Each `tool_result` block must have a corresponding `tool_use` block in the previous "
                  "message.";
        }
        if (open.erase(id) == 0) {
            return block.place
                + ": each tool_use must have a single result. Found multiple `tool_result` blocks with id: "
                + id;
        }
    }
    if (open.empty() && isAtBeginning) {
        return std::nullopt;
    }
    return "messages." + std::to_string(calls.blocks.back().message)
        + ": `tool_use` ids were found without `tool_result` blocks immediately after: "
        + (open.empty() ? *all.begin() : *open.begin())
        + ". Each `tool_use` block must have a corresponding `tool_result` block in the next message.";
}

Words checkPairs(const std::vector<Turn> &turns)
{
    const Turn nobody;
    std::set<std::string> seen;
    for (std::size_t i = 0; i <= turns.size(); ++i) {
        const Turn &calls = i == 0 ? nobody : turns[i - 1];
        if (Words words = checkResults(calls, i < turns.size() ? turns[i] : nobody)) {
            return words;
        }
        for (const Block &block : calls.blocks) {
            if (block.type() == "tool_use" && !seen.insert(block.value["id"]).second) {
                return "messages: `tool_use` ids must be unique";
            }
        }
    }
    return std::nullopt;
}

bool isThought(const Block &block)
{
    return block.type() == "thinking" || block.type() == "redacted_thinking";
}

// With a thinking budget, an assistant's turn that is still running tools begins with its thinking.
Words checkThoughts(const Json &body, const std::vector<Turn> &turns)
{
    for (const Turn &turn : turns) {
        if (turn.role == "assistant" && isThought(turn.blocks.back())) {
            return "messages." + std::to_string(turn.blocks.back().message)
                + ": The final block in an assistant message cannot be `thinking`.";
        }
    }
    if (body.value("/thinking/type"_json_pointer, std::string()) != "enabled") {
        return std::nullopt;
    }
    const Block *first = nullptr;
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        const bool isResult = !turn->blocks.empty() && turn->blocks.front().type() == "tool_result";
        if (turn->role == "user" && !isResult) {
            break;
        }
        if (turn->role == "assistant") {
            first = &turn->blocks.front();
        }
    }
    if (first == nullptr || isThought(*first)) {
        return std::nullopt;
    }
    return first->place + ".type: Expected `thinking` or `redacted_thinking`, but found `" + first->type()
        + "`. When `thinking` is enabled, a final `assistant` message must start with a thinking block "
          "(preceeding the lastmost set of `tool_use` and `tool_result` blocks).";
}

Words checkEnd(const Json &body, const Turn &last)
{
    if (last.role != "assistant") {
        return std::nullopt;
    }
    if (!ClaudeModel::named(body.value("model", std::string())).hasPrefill()) {
        return "This model does not support assistant message prefill. The conversation must end with a user "
               "message.";
    }
    const std::string text = last.blocks.back().value.value("text", std::string());
    if (!text.empty() && std::string(" \t\r\n").find(text.back()) != std::string::npos) {
        return "messages: final assistant content cannot end with trailing whitespace";
    }
    return std::nullopt;
}

Words checkSystem(const Json &system)
{
    if (!system.is_array()) {
        return std::nullopt;
    }
    for (const Json &block : system) {
        if (const Words words = checkText(block["text"])) {
            return "system" + words->substr(std::string("messages").size());
        }
    }
    return std::nullopt;
}

Words checkBlocks(const Json &messages)
{
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::vector<Block> blocks = blocksOf(messages[i], i);
        const bool isEmpty = blocks.empty() || messages[i]["content"] == "";
        if (isEmpty) {
            return "messages." + std::to_string(i)
                + ": all messages must have non-empty content except for the optional final assistant "
                  "message";
        }
        for (const Block &block : blocks) {
            if (Words words = checkBlock(block, messages[i]["role"])) {
                return words;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> anthropicMessagesRefusal(const Json &body)
{
    const Json &messages = body["messages"];
    if (messages.empty()) {
        return "messages: at least one message is required";
    }
    if (messages.front()["role"] != "user") {
        return "messages: first message must use the \"user\" role";
    }
    if (Words words = checkSystem(body.value("system", Json()))) {
        return words;
    }
    if (Words words = checkBlocks(messages)) {
        return words;
    }
    const std::vector<Turn> turns = turnsOf(messages);
    if (Words words = checkPairs(turns)) {
        return words;
    }
    if (Words words = checkThoughts(body, turns)) {
        return words;
    }
    return checkEnd(body, turns.back());
}

} // namespace nexus::kit
