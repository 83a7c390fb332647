// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace nexus {

//! \brief What a chat can be copied as.
enum class ChatCode { Python, Node, Curl };

//! \brief All of them in the order they are offered.
[[nodiscard]] std::vector<ChatCode> chatCodes();

//! \brief What one is called: `Python`, `Node`, `curl`.
[[nodiscard]] QString chatCodeTitle(ChatCode code);

//! \brief Where a text is sent to, and how.
struct ChatPlace {
    QUrl address; //!< such as `http://127.0.0.1:8000`, see GatewayHost::address()
    bool isTls = false; //!< whether to say how a certificate of one's own is trusted
    bool needsToken = false; //!< whether callers must show one; it is read from NEXUS_TOKEN
};

//! \brief A text that works as it stands: it sends \a body, a request for chat/completions, to \a place with
//! the libraries of OpenAI and prints the answer.
[[nodiscard]] QString chatCode(ChatCode code, const ChatPlace &place, const QByteArray &body);

} // namespace nexus
