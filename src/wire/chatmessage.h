// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <variant>
#include <vector>

namespace nexus {

//! \file
//! What a conversation consists of, in no provider's words. Every dialect reads its own words into these
//! types and writes them from these types, and so none needs to know another. Texts are UTF-8 in std::string,
//! the string of the JSON library: a long prompt is moved from tree to tree and never copied.

//! \brief Asks the provider to keep the prompt up to and including the marked part in its prompt cache.
enum class CacheMark { None, FiveMinutes, OneHour };

struct TextPart {
    std::string text;
    CacheMark cache = CacheMark::None;

    bool operator==(const TextPart &) const = default;
};

//! \brief An image, a document or a sound, either by value or by address.
struct MediaPart {
    enum class Kind { Image, Document, Audio };

    Kind kind = Kind::Image;
    std::string mediaType; //!< for example `image/png`; may be empty with a url
    std::string data; //!< base64 (RFC 4648 section 4), empty with a url; of a text document the text itself
    std::string url; //!< http(s) address, empty with data
    std::string name; //!< of a document: file name or title, may be empty
    std::string detail; //!< of an image: OpenAI's `low`, `high`, `auto`; may be empty
    CacheMark cache = CacheMark::None;

    bool operator==(const MediaPart &) const = default;
};

//! \brief What a model thought before it spoke. Goes back to the provider that made it, unchanged.
struct ReasoningPart {
    std::string text; //!< may be empty when there is only a signature
    std::string signature; //!< opaque proof of origin: Anthropic `signature`, Gemini `thoughtSignature`
    std::string redacted; //!< encrypted thought in place of text (Anthropic `redacted_thinking`), base64

    bool operator==(const ReasoningPart &) const = default;
};

//! \brief The model declines, in a place of its own (OpenAI `refusal`).
struct RefusalPart {
    std::string text;

    bool operator==(const RefusalPart &) const = default;
};

//! \brief The model asks for a tool.
struct ToolCallPart {
    std::string id; //!< never empty; made here when the provider gave none
    std::string name;
    std::string arguments; //!< JSON text of an object, as the model wrote it; `{}` when there are none
    std::string signature; //!< Gemini `thoughtSignature` of this call, may be empty
    CacheMark cache = CacheMark::None;

    bool operator==(const ToolCallPart &) const = default;
};

//! \brief What a tool answered.
struct ToolResultPart {
    using Content = std::variant<TextPart, MediaPart>;

    std::string id; //!< of the call
    std::string name; //!< of the tool, empty where the dialect does not say it
    std::vector<Content> content; //!< may be empty
    bool isError = false;
    CacheMark cache = CacheMark::None;

    bool operator==(const ToolResultPart &) const = default;
};

using MessagePart
    = std::variant<TextPart, MediaPart, ReasoningPart, RefusalPart, ToolCallPart, ToolResultPart>;

//! \brief Who speaks. Results of tools come from the user.
enum class Role { System, Developer, User, Assistant };

struct Message {
    Role role = Role::User;
    std::string name; //!< of the participant, empty where nobody named it
    std::vector<MessagePart> parts; //!< in order; may be empty

    bool operator==(const Message &) const = default;
};

} // namespace nexus
