// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"
#include "strictbehaviour.h"

namespace nexus::kit {

//! \brief The answer as one ConverseResponse.
[[nodiscard]] QByteArray converseAnswer(const ChatAnswer &answer);

//! \brief The answer as a ConverseStream in AWS's binary framing, each event padded by a member `p`.
[[nodiscard]] StreamScript converseStream(const ChatAnswer &answer);

//! \brief An answer of InvokeModel for embeddings; nothing when \a model embeds nothing, words for a refusal.
struct InvokeAnswer {
    QByteArray body;
    std::string refusal;
};
[[nodiscard]] InvokeAnswer invokeAnswer(const std::string &model, const Json &body);

} // namespace nexus::kit
