// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbedrockrules.h"
#include "strictsignature.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Words = std::optional<std::string>;

std::string at(std::size_t message, std::size_t block)
{
    return "messages." + std::to_string(message) + ".content." + std::to_string(block);
}

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Words checkImage(const Json &image, const std::string &place)
{
    const std::string seen = imageTypeOf(image["source"].value("bytes", std::string()));
    const std::string said = "image/" + image.value("format", std::string());
    return seen.empty() || seen == said
        ? std::nullopt
        : Words("The model returned the following errors: " + place
            + ".image.source.base64: The image was "
              "specified using the "
            + said + " media type, but the image appears to be a " + seen + " image");
}

Words checkDocument(const Json &document, const std::string &place)
{
    const std::string name = document["name"];
    if (isNameOf(name, " -()[]", 200) && name.find("  ") == std::string::npos) {
        return std::nullopt;
    }
    return "The document file name at " + place
        + " can only contain alphanumeric characters, whitespace "
          "characters, hyphens, parentheses, and square brackets. The name can't contain more than one "
          "consecutive whitespace character.";
}

Words checkId(const std::string &id, const std::string &place)
{
    return isNameOf(id, "_.:-", 64)
        ? std::nullopt
        : Words("1 validation error detected: Value '" + id + "' at '" + place
            + ".toolUseId' failed to satisfy constraint: Member must satisfy regular expression pattern: "
              "[a-zA-Z0-9_.:-]+");
}

Words checkToolUse(const Json &use, const std::string &place)
{
    if (Words words = checkId(use["toolUseId"], place + ".toolUse")) {
        return words;
    }
    if (!isNameOf(use["name"], "_-", 64)) {
        return "1 validation error detected: Value at '" + place
            + ".toolUse.name' failed to satisfy constraint: Member must satisfy regular expression pattern: "
              "[a-zA-Z0-9_-]+";
    }
    return use["input"].is_object()
        ? std::nullopt
        : Words("The format of the value at " + place
            + ".toolUse.input is invalid. Provide a json object for the field and try again.");
}

Words checkToolResult(const Json &result, const std::string &place)
{
    if (Words words = checkId(result["toolUseId"], place + ".toolResult")) {
        return words;
    }
    const Json &content = result["content"];
    if (content.empty() && result.value("status", std::string()) == "error") {
        return "The content field at " + place + ".toolResult cannot be empty when status value is error.";
    }
    for (std::size_t i = 0; i < content.size(); ++i) {
        const std::string inner = place + ".toolResult.content." + std::to_string(i);
        if (content[i].contains("json") && !content[i]["json"].is_object()) {
            return "The format of the value at " + inner
                + ".json is invalid. Provide a json object for the field and try again.";
        }
        if (content[i].contains("image")) {
            if (Words words = checkImage(content[i]["image"], inner)) {
                return words;
            }
        }
    }
    return std::nullopt;
}

Words checkReasoning(const Json &reasoning, const std::string &place)
{
    const Json text = reasoning.value("reasoningText", Json());
    const bool isIssued = text.is_object()
        ? isIssuedSignature(
            "anthropic", text["text"].get<std::string>(), text.value("signature", std::string()))
        : reasoning.value("redactedContent", std::string()) == issueSignature("anthropic", "redacted");
    return isIssued ? std::nullopt
                    : Words("The model returned the following errors: " + place
                        + ": Invalid `signature` in `thinking` block");
}

Words checkBlock(const Json &block, const std::string &role, const std::string &place)
{
    const std::string kind = block.begin().key();
    const bool isOfAssistant = kind == "toolUse" || kind == "reasoningContent";
    const bool isOfUser = kind == "toolResult" || kind == "image" || kind == "document";
    if ((isOfAssistant && role != "assistant") || (isOfUser && role != "user")) {
        return "The " + kind + " block at " + place + " cannot be used in a message of the role " + role
            + '.';
    }
    if (kind == "text" && isBlank(block[kind])) {
        return "The text field in the ContentBlock object at " + place
            + " is blank. Add text to the text field, and try again.";
    }
    if (kind == "image") {
        return checkImage(block[kind], place);
    }
    if (kind == "document") {
        return checkDocument(block[kind], place);
    }
    if (kind == "toolUse") {
        return checkToolUse(block[kind], place);
    }
    if (kind == "toolResult") {
        return checkToolResult(block[kind], place);
    }
    return kind == "reasoningContent" ? checkReasoning(block[kind], place) : std::nullopt;
}

bool has(const Json &message, const char *kind)
{
    const Json &content = message["content"];
    return std::any_of(
        content.begin(), content.end(), [kind](const Json &block) { return block.contains(kind); });
}

Words checkMessage(const Json &message, std::size_t index)
{
    const Json &content = message["content"];
    if (content.empty()) {
        return "The content field in the Message object at messages." + std::to_string(index)
            + " is empty. Add a ContentBlock object to the content field and try again.";
    }
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (Words words = checkBlock(content[i], message["role"], at(index, i))) {
            return words;
        }
    }
    if (has(message, "document") && !has(message, "text")) {
        return "The message at messages." + std::to_string(index)
            + " has a document block. Add a text block beside it and try again.";
    }
    return std::nullopt;
}

std::set<std::string> idsOf(const Json &message, const char *kind)
{
    std::set<std::string> ids;
    for (const Json &block : message["content"]) {
        if (block.contains(kind)) {
            ids.insert(block[kind]["toolUseId"].get<std::string>());
        }
    }
    return ids;
}

std::size_t countOf(const Json &message, const char *kind)
{
    const Json &content = message["content"];
    return static_cast<std::size_t>(std::count_if(
        content.begin(), content.end(), [kind](const Json &block) { return block.contains(kind); }));
}

Words checkPairs(const Json &messages)
{
    const Json nobody {{"content", Json::array()}};
    for (std::size_t i = 0; i <= messages.size(); ++i) {
        const Json &before = i == 0 ? nobody : messages[i - 1];
        const Json &message = i < messages.size() ? messages[i] : nobody;
        const std::string place = "messages." + std::to_string(i) + ".content";
        std::set<std::string> open = idsOf(before, "toolUse");
        if (countOf(message, "toolResult") > open.size()) {
            return "The number of toolResult blocks at " + place
                + " exceeds the number of toolUse blocks of previous turn.";
        }
        for (const std::string &id : idsOf(message, "toolResult")) {
            open.erase(id);
        }
        if (!open.empty()) {
            return "Expected toolResult blocks at " + place + " for the following Ids: " + *open.begin();
        }
    }
    return std::nullopt;
}

Words checkOrder(const Json &messages, const std::string &model)
{
    if (messages.empty() || messages.front()["role"] != "user") {
        return "A conversation must start with a user message. Try again with a conversation that starts "
               "with a "
               "user message.";
    }
    for (std::size_t i = 1; i < messages.size(); ++i) {
        if (messages[i]["role"] == messages[i - 1]["role"]) {
            return "A conversation must alternate between user and assistant roles. Make sure the "
                   "conversation "
                   "alternates between user and assistant roles and try again.";
        }
    }
    if (messages.back()["role"] == "assistant" && model.find("claude") == std::string::npos) {
        return "A conversation must end with a user message. Try again with a conversation that ends with a "
               "user "
               "message.";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> converseMessagesRefusal(const Json &body, const std::string &model)
{
    const Json messages = body.value("messages", Json::array());
    if (Words words = checkOrder(messages, model)) {
        return words;
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (Words words = checkMessage(messages[i], i)) {
            return words;
        }
    }
    const bool hasTools = std::any_of(messages.begin(), messages.end(),
        [](const Json &message) { return has(message, "toolUse") || has(message, "toolResult"); });
    if (hasTools && !body.contains("toolConfig")) {
        return "The toolConfig field must be defined when using toolUse and toolResult content blocks.";
    }
    return checkPairs(messages);
}

} // namespace nexus::kit
