// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace nexus {

//! \brief What a client is connected with.
enum class SnippetKind { Python, Node, LangChain, Curl, ClaudeCode, Environment };

//! \brief All kinds in the order they are offered.
[[nodiscard]] std::vector<SnippetKind> snippetKinds();

//! \brief What a kind is called: `Python`, `Claude Code`, …
[[nodiscard]] QString snippetTitle(SnippetKind kind);

//! \brief What clients of OpenAI's kind take as `base_url`: `http://127.0.0.1:8000/v1`. Empty without an
//! address.
[[nodiscard]] QString openAiBaseUrl(const QUrl &address);

//! \brief A text that works as it stands: it asks \a model of the gateway at \a address.
//!
//! \param address such as `http://127.0.0.1:8000`, see GatewayHost::address()
//! \param model a name that clients may ask for; it may hold any character
//! \param isTls whether to say how a certificate of one's own is trusted
[[nodiscard]] QString snippet(SnippetKind kind, const QUrl &address, const QString &model, bool isTls);

} // namespace nexus
