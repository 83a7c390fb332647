// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "contract/responsesink.h"
#include "contract/upstreamcall.h"
#include "wire/dialect.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Carries one answer from a provider to the client: whole, or as a stream while it arrives.
//!
//! A stream is read only as fast as the client takes it. Its head leaves with its first event: a provider
//! whose first event is an error has answered with that error. While a provider is silent, a client that
//! asked for a stream gets its head and an SSE comment every `keepalive`. Ends exactly once, by one of the
//! signals; none comes from inside the constructor. Same thread as its owner.
class AnswerRelay final : public QObject {
    Q_OBJECT

public:
    struct Options {
        Dialect dialect = Dialect::OpenAi;
        QByteArray requestId;
        HeaderList headers; //!< added to the answer's head
        bool isStreamAsked = false;
        std::chrono::milliseconds keepalive {0}; //!< 0 for none
        QElapsedTimer silentSince = {}; //!< since when the client has seen nothing; now when not started
        bool hasBegun = false; //!< an earlier relay has sent the head of a stream, and only comments
    };

    AnswerRelay(UpstreamCall &call, ResponseSink &sink, std::unique_ptr<AnswerTranslator> translator,
        Options options);

    //! \brief Ends the answer with \a error in the form its state allows: as an answer of its own, or as the
    //! last event of a stream that has begun. Sends no signal.
    void fail(const Error &error);

    //! \brief After failed() or refused(): the client goes on hearing comments, until fail() or destruction,
    //! while something else is about to be tried.
    void keepAlive();

    //! \brief Whether the head of a stream has left.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    //! \brief Whether a byte of the answer itself has left, so that nothing else can be answered any more.
    [[nodiscard]] bool hasAnswered() const { return m_firstByteAt.has_value(); }
    //! \brief Since when the client has seen nothing.
    [[nodiscard]] QElapsedTimer silentSince() const { return m_sinceSent; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    [[nodiscard]] int statusSent() const { return m_statusSent; }
    //! \brief The usage, as far as the provider has told it.
    [[nodiscard]] std::optional<TokenUsage> usage() const { return m_translator->usage(); }
    //! \brief How the provider calls the model that answers, empty until it has said so.
    [[nodiscard]] QByteArray answeredModel() const { return m_translator->model(); }
    //! \brief When the first byte went to the client, if one did.
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> firstByteAt() const
    {
        return m_firstByteAt;
    }

Q_SIGNALS:
    //! The provider's head came, with its status.
    void headSeen(int status);
    //! The answer is complete and sent.
    void completed();
    //! The provider answered with something else than success; nothing was sent for it yet.
    void refused(int status, const nexus::HeaderList &headers, const QByteArray &body);
    //! The call or its answer failed; nothing was sent for it yet, use fail().
    void failed(const nexus::Error &error);
    //! The stream carried the provider's own error; the client has it, the answer is over.
    void endedWithError(const nexus::Error &error);

private:
    enum class Mode { Undecided, Refusal, Whole, Stream };

    void onHeadArrived(const ResponseHead &head);
    void onBodyArrived();
    void onEnded(const std::optional<Error> &error);
    void onKeepalive();
    void pump();
    void collect();
    void finishStream();
    void beginStream();
    void send(const QByteArray &bytes, bool isAnswer);
    void stop();

    QPointer<UpstreamCall> m_call;
    QPointer<ResponseSink> m_sink;
    std::unique_ptr<AnswerTranslator> m_translator;
    Options m_options;
    QTimer m_keepalive;
    QElapsedTimer m_sinceSent;
    Mode m_mode = Mode::Undecided;
    ResponseHead m_upstreamHead;
    QByteArray m_collected;
    std::optional<std::optional<Error>> m_upstreamEnd; //!< set once the call has ended
    bool m_hasBegun = false;
    bool m_isOver = false;
    qint64 m_bytesSent = 0;
    int m_statusSent = 0;
    std::optional<std::chrono::steady_clock::time_point> m_firstByteAt;
};

} // namespace nexus
