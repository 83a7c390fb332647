// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatanswer.h"
#include "wire/json.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace nexus::openai {

//! \brief What `finish_reason` means. `stop`, which some servers also say behind calls of tools, and words
//! that nobody knows depend on \a hasCalls.
[[nodiscard]] FinishReason readFinish(std::string_view word, bool hasCalls);

//! \brief The word for \a reason. There is none for a met stop text or a pause: both are `stop`.
[[nodiscard]] QByteArray writeFinish(FinishReason reason);

//! \brief A new id for a call whose provider gave none, as OpenAI's look. No other one is the same.
[[nodiscard]] std::string newCallId();

//! \brief The id that a client sees: with OpenAI's prefix; \a id or, where it is empty, a new one.
[[nodiscard]] QByteArray answerId(const std::string &id);

//! \brief \a created, or now when it is 0; Unix time in seconds.
[[nodiscard]] qint64 answerTime(qint64 created);

//! \brief The arguments of a call: a text, or the object itself, which some servers send in its place.
[[nodiscard]] std::string takeArguments(Json &function);

//! \brief The `index` of a choice, or \a otherwise when it has none that can be one.
[[nodiscard]] int choiceIndex(Json &choice, int otherwise);

//! \brief What a message or a step of it says: reasoning, text and refusal, in this order.
//!
//! `content` is a text or, with Mistral, a list of `text` and `thinking` parts; the reasoning stands in
//! `reasoning_content` or, with OpenRouter, Ollama and Groq, in `reasoning`. Nothing in it is empty.
[[nodiscard]] std::vector<MessagePart> takeSpeech(Json &message);

} // namespace nexus::openai
