// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/plan.h"
#include "wire/httpmessage.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nexus {

//! \brief What the demo answers to one request: always the same for the same body, without clock or network.
//!
//! It echoes the last user message or the result of a tool; it calls a tool when it may, and follows a JSON
//! schema when it has to, with values made from the schema. A token is what demoTokens() cuts. `created` is
//! always 1700000000, and ids are made from a hash of the body.
class DemoAnswer final {
public:
    //! \return the answer, or InvalidRequest or ModelNotFound for what the demo does not take
    [[nodiscard]] static Result<DemoAnswer> make(const QByteArray &body, Operation operation);

    //! \brief The answer as one `chat.completion`.
    [[nodiscard]] QByteArray whole() const;

    //! \brief Event number \a index of the answer as a stream, blank line included; nothing behind the last.
    [[nodiscard]] std::optional<QByteArray> event(std::size_t index) const;

private:
    DemoAnswer() = default;

    [[nodiscard]] QByteArray chunk(const QByteArray &choices, const QByteArray &usage) const;
    [[nodiscard]] QByteArray choiceEvent(std::size_t choice, std::size_t step) const;
    [[nodiscard]] QByteArray firstDelta(std::size_t choice) const;
    [[nodiscard]] QByteArray nextDelta(std::string_view token) const;
    [[nodiscard]] QByteArray usage() const;
    [[nodiscard]] QByteArray callId(std::size_t choice) const;
    [[nodiscard]] QByteArray finishReason() const;
    [[nodiscard]] QByteArray text() const;

    std::string m_model;
    QByteArray m_hash; // of the request, as hex
    std::string m_toolName; // empty when the answer is text
    std::string m_text; // what is said, or the arguments of the tool call
    std::vector<qsizetype> m_ends; // of the tokens in m_text, as many as the client wants
    bool m_isCut = false; // the client wanted fewer tokens than there are
    std::size_t m_promptTokens = 0;
    std::size_t m_choiceCount = 1;
    bool m_includeUsage = false;
};

//! \brief The head for an answer of the demo with \a status.
[[nodiscard]] ResponseHead demoHead(int status, bool isStream);

} // namespace nexus
