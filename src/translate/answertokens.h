// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "wire/dialect.h"
#include "wire/stringwatch.h"

#include <QByteArray>
#include <QByteArrayView>

namespace nexus {

//! \brief What a model wrote, estimated.
struct AnswerEstimate {
    qint64 output = 0; //!< reasoning included
    qint64 reasoning = 0; //!< part of output

    bool operator==(const AnswerEstimate &) const = default;
};

//! \brief Counts about how many tokens a stream is, from the events that go to the client.
//!
//! Fed with the stream in pieces of any size. Texts, reasoning, refusals, names and arguments of tools count
//! as in estimatedTokens(). It reads no JSON, so that an event costs little.
class AnswerTokens final {
public:
    //! \param operation Chat or Completions
    AnswerTokens(Operation operation, Dialect client)
        : m_operation(operation)
        , m_client(client)
    { }

    void feed(QByteArrayView bytes);

    [[nodiscard]] AnswerEstimate estimate() const;

private:
    enum class Kind { None, Text, Name, Reasoning, OtherReasoning };

    [[nodiscard]] Kind kindOf(QByteArrayView key) const;
    void count(const StringWatch::Piece &piece);
    [[nodiscard]] qint64 quartersOf(QByteArrayView text);
    [[nodiscard]] qint64 escaped(char c);

    Operation m_operation;
    Dialect m_client;
    StringWatch m_watch;
    qint64 m_text = 0; // in quarters of a token, as the next two
    qint64 m_reasoning = 0;
    qint64 m_otherReasoning = 0; // some servers send the same text under two names
    int m_hexDigits = -1; // that are missing in an escape, -1 outside of one
    unsigned m_hexValue = 0;
    bool m_isEscape = false; // the next byte stands behind a backslash
};

//! \brief About how many tokens a whole answer is that went to the client.
[[nodiscard]] AnswerEstimate estimatedAnswer(const QByteArray &body, Operation operation, Dialect client);

} // namespace nexus
