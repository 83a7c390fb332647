// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/answercache.h"
#include "contract/responsesink.h"
#include "pipeline/attempt.h"
#include "wire/dialect.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Gives a client the answer that another request got: from memory, or while it is still coming.
//!
//! A stream comes as a stream, as fast as the client takes it, with comments while it is silent. Ends with
//! exactly one signal; none comes from inside start(). Worker thread only.
class SharedAnswer final : public QObject {
    Q_OBJECT

public:
    struct Options {
        Dialect dialect = Dialect::OpenAi;
        QByteArray requestId;
        bool isStreamAsked = false;
        std::chrono::milliseconds keepalive {0}; //!< 0 for none
        QString provider; //!< named to the client while it is not known who answers
        QByteArray model;
    };

    //! \brief An answer from memory.
    SharedAnswer(std::shared_ptr<const CachedAnswer> answer, std::chrono::seconds age, ResponseSink &sink,
        Options options);
    //! \brief An answer that another request is waiting for.
    SharedAnswer(std::unique_ptr<Follower> follower, ResponseSink &sink, Options options);
    ~SharedAnswer() override;

    void start();

    //! \brief Ends the answer with \a error in the form its state allows. Sends no signal.
    void fail(const Error &error);

    //! \brief After promoted(): the place of the one who was waited for.
    [[nodiscard]] std::unique_ptr<Leader> takeLeader();
    //! \brief After promoted(): what the client has got so far, which is comments at most.
    [[nodiscard]] Attempt::Before left() const;

    //! \brief How the answer began, once it has.
    [[nodiscard]] const std::optional<CachedHead> &head() const { return m_head; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }
    [[nodiscard]] int statusSent() const { return m_statusSent; }
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> firstByteAt() const
    {
        return m_firstByteAt;
    }

Q_SIGNALS:
    void completed();
    //! The other request failed; nothing was sent for it yet, use fail().
    void failed(const nexus::Error &error);
    //! The other request is gone, and this one has to ask in its place.
    void promoted();

private:
    void pump();
    void onKeepalive();
    void beginStream();
    void sendWhole();
    void complete();
    void stop();
    [[nodiscard]] bool hasMore() const;
    [[nodiscard]] QByteArray takeSome();
    [[nodiscard]] HeaderList answerHeaders() const;

    std::shared_ptr<const CachedAnswer> m_answer; // either this
    std::unique_ptr<Follower> m_follower; // or this
    std::chrono::seconds m_age {0};
    QPointer<ResponseSink> m_sink;
    Options m_options;
    std::optional<CachedHead> m_head;
    QTimer m_keepalive;
    QElapsedTimer m_sinceSent;
    std::size_t m_nextPiece = 0;
    QByteArray m_collected;
    bool m_isComing = true; // more may follow from the other request
    bool m_hasBegun = false;
    bool m_isOver = false;
    qint64 m_bytesSent = 0;
    int m_statusSent = 0;
    std::optional<std::chrono::steady_clock::time_point> m_firstByteAt;
};

} // namespace nexus
