// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/tokenusage.h"

#include <QByteArray>

#include <optional>

namespace nexus {

//! \brief Says a provider's answer to the client. One object for one attempt.
//!
//! Either whole() once, or chunk() any number of times and then end() once. Never changes the bytes it is
//! given; an error means the answer cannot be used.
class AnswerTranslator {
public:
    AnswerTranslator() = default;
    virtual ~AnswerTranslator() = default;
    Q_DISABLE_COPY_MOVE(AnswerTranslator)

    //! \brief The body of a whole answer.
    [[nodiscard]] virtual Result<QByteArray> whole(const QByteArray &body) = 0;

    //! \brief What the client gets for the next \a bytes of a stream, cut anywhere; may be empty.
    [[nodiscard]] virtual Result<QByteArray> chunk(const QByteArray &bytes) = 0;

    //! \brief What is left to send when the provider's stream ended, or an error when it ended too early.
    [[nodiscard]] virtual Result<QByteArray> end() = 0;

    //! \brief Whether the provider has said that its stream is complete; what comes later does not matter,
    //! not even a failure.
    [[nodiscard]] virtual bool isDone() const = 0;

    //! \brief The error that the provider announced inside its stream and that chunk() passed on.
    //!
    //! Once there is one, end() fails with it, and the client needs no second error event.
    [[nodiscard]] virtual std::optional<Error> reportedError() const { return std::nullopt; }

    //! \brief Whether chunk() has given anything of an answer, beside comments and the error that it reports.
    [[nodiscard]] virtual bool hasAnswered() const { return true; }

    //! \brief The usage, as far as the provider has told it.
    [[nodiscard]] virtual std::optional<TokenUsage> usage() const { return std::nullopt; }

    //! \brief How the provider calls the model that answers, empty until it has said so.
    [[nodiscard]] virtual QByteArray model() const { return {}; }
};

} // namespace nexus
