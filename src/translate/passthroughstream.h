// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "translate/eventsplice.h"
#include "wire/jsonscan.h"
#include "wire/ssereader.h"

#include <QList>

#include <vector>

namespace nexus {

//! \brief What all answers have in common that go to the client in the words they came in.
//!
//! Every byte stays but for what a dialect's class replaces, in streams too: comments, `id:`, `event:`,
//! unknown fields and the kind of line end. An event goes out when its blank line came. An event that is no
//! JSON is an error, so that a broken stream does not reach the client as if it were fine; usable events in
//! front of it go out first, and the error comes with the next call. An error event of the provider is passed
//! on, without any of the secrets; from then on the end is withheld and the stream never looks complete. What
//! follows the end is dropped.
class PassThroughStream : public AnswerTranslator {
public:
    [[nodiscard]] Result<QByteArray> whole(const QByteArray &body) final;
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &bytes) final;

    //! \brief Nothing, or a last event that came whole but for its blank line.
    //!
    //! UpstreamInvalid when the stream was cut: it has no end, or an unfinished event is left.
    [[nodiscard]] Result<QByteArray> end() final;

    [[nodiscard]] bool isDone() const final { return m_isDone; }
    [[nodiscard]] std::optional<Error> reportedError() const final { return m_reported; }
    [[nodiscard]] bool hasAnswered() const final { return m_hasAnswered; }
    [[nodiscard]] std::optional<TokenUsage> usage() const final { return m_usage; }
    [[nodiscard]] QByteArray model() const final { return m_answeredModel; }

protected:
    //! \brief What is to become of an event.
    struct Change {
        std::vector<Edit> edits;
        bool isRemoved = false;
        bool isEnd = false; //!< it ends the stream and stays as it is
    };

    //! \param askedModel the name that the client used
    //! \param secrets what must not show in error events and in reportedError()
    PassThroughStream(const QByteArray &askedModel, QList<QByteArray> secrets);

    //! \brief Takes note of a whole answer. Its outermost `model` is replaced in any case.
    virtual void noteAnswer(QByteArrayView body, const std::vector<JsonMember> &members) = 0;
    //! \brief Takes note of the event with this object as its \a data, and tells what changes in it.
    [[nodiscard]] virtual Change noteEvent(QByteArrayView data, const std::vector<JsonMember> &members) = 0;
    //! \brief Whether \a data, which need be no object, ends the stream.
    [[nodiscard]] virtual bool isEndMark(QByteArrayView data) const = 0;
    //! \brief Whether the end of the bytes may be the end of the stream.
    [[nodiscard]] virtual bool isComplete() const = 0;

    //! \brief The edits that put the asked name into every outermost `model` of an object whose \a members
    //! stand \a offset bytes into the data.
    [[nodiscard]] std::vector<Edit> renamed(
        const std::vector<JsonMember> &members, qsizetype offset = 0) const;
    void setUsage(const std::optional<TokenUsage> &usage);
    //! \brief Takes the name of the model from the first object with one; \a members are those of \a text.
    void noteModel(QByteArrayView text, const std::vector<JsonMember> &members);

private:
    [[nodiscard]] Result<QByteArray> translated(const SseEvent &event);
    [[nodiscard]] Result<QByteArray> translatedObject(const SseEvent &event);
    [[nodiscard]] Result<QByteArray> translatedRest(const QByteArray &rest);
    [[nodiscard]] QByteArray ended(const SseEvent &event);
    [[nodiscard]] QByteArray reported(const SseEvent &event);

    QByteArray m_model; // as a JSON string
    QList<QByteArray> m_secrets;
    SseReader m_reader;
    std::optional<TokenUsage> m_usage;
    QByteArray m_answeredModel;
    bool m_isDone = false;
    bool m_isRemoving = false; // the blank lines of a removed event may still come
    std::optional<Error> m_failure; // found behind events that had to go out first
    std::optional<Error> m_reported;
    bool m_hasAnswered = false;
};

} // namespace nexus
