// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "translate/streamcompletion.h"
#include "wire/ssereader.h"

#include <QList>

namespace nexus {

//! \brief Hands an OpenAI answer to an OpenAI client: only the outermost `model` changes, to the asked name.
//!
//! Every other byte stays, in streams too: comments, `id:`, `event:`, unknown fields and the kind of line
//! end. An event goes out when its blank line came. An event that is no JSON is an error, so that a broken
//! stream does not reach the client as if it were fine; usable events in front of it go out first, and the
//! error comes with the next call. An error event of the provider is passed on, without any of the secrets;
//! from then on `[DONE]` is withheld and the stream never looks complete. What follows `[DONE]` is dropped.
class PassThroughAnswer final : public AnswerTranslator {
public:
    //! \param askedModel the name that the client used
    //! \param secrets what must not show in error events and in reportedError()
    explicit PassThroughAnswer(const QByteArray &askedModel, QList<QByteArray> secrets = {});

    [[nodiscard]] Result<QByteArray> whole(const QByteArray &body) override;
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &bytes) override;

    //! \brief Nothing, or a last event that came whole but for its blank line.
    //!
    //! UpstreamInvalid when the stream was cut: neither `[DONE]` nor a finish reason for every choice was
    //! seen, or an unfinished event is left.
    [[nodiscard]] Result<QByteArray> end() override;

    [[nodiscard]] bool isDone() const override { return m_isDone; }
    [[nodiscard]] std::optional<Error> reportedError() const override { return m_reported; }

private:
    [[nodiscard]] Result<QByteArray> translated(const SseEvent &event);
    [[nodiscard]] Result<QByteArray> translatedRest(const QByteArray &rest);
    void noteError(const QByteArray &data);
    [[nodiscard]] QByteArray spliced(const SseEvent &event, const std::vector<JsonMember> &members) const;

    QByteArray m_model; // as a JSON string
    QList<QByteArray> m_secrets;
    SseReader m_reader;
    StreamCompletion m_completion;
    bool m_isDone = false;
    std::optional<Error> m_failure; // found behind events that had to go out first
    std::optional<Error> m_reported;
};

} // namespace nexus
