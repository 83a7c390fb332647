// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/activecount.h"
#include "contract/livedesk.h"
#include "contract/responsesink.h"
#include "pipeline/eventclock.h"
#include "translate/answertokens.h"

#include <QPointer>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief Hands an answer to its client and looks at what passes: how far it is, about how many tokens it is,
//! and what it says.
//!
//! A write costs a few atomic stores and a look at each byte. Worker thread only.
class TapSink final : public ResponseSink {
    Q_OBJECT

public:
    struct Options {
        std::chrono::steady_clock::time_point received; //!< the request
        std::optional<AnswerTokens> tokens; //!< counts a stream, nothing where no tokens are counted
        qint64 kept = 0; //!< how many bytes of the answer are kept; 0 keeps nothing else either
        ActiveCount *streams = nullptr; //!< counts a stream from its head to its end; outlives the tap
    };

    TapSink(ResponseSink &client, const Options &options);

    //! \brief Whoever watches is told from now on. \a ticket outlives the tap.
    void setTicket(LiveTicket &ticket) { m_ticket = &ticket; }

    //! \brief Whether a byte of an answer was sent that is no error of the gateway.
    [[nodiscard]] bool hasAnswer() const { return m_hasAnswer; }

    //! \brief About how many tokens of a stream were sent.
    [[nodiscard]] AnswerEstimate streamEstimate() const;

    //! \brief A whole answer, where there was one and tokens are counted.
    [[nodiscard]] const QByteArray &wholeAnswer() const { return m_whole; }

    //! \brief What the client was sent, up to the limit.
    [[nodiscard]] const QByteArray &keptAnswer() const { return m_kept; }
    [[nodiscard]] bool isKeptCut() const { return m_isKeptCut; }
    //! \brief The head of the answer.
    [[nodiscard]] const HeaderList &keptHeaders() const { return m_headers; }
    //! \brief When the events of a stream were sent, as far as they are kept.
    [[nodiscard]] const std::vector<StreamEvent> &keptEvents() const { return m_clock.events(); }

    void addHeaders(const HeaderList &headers) override;
    void send(const ResponseHead &head, const QByteArray &body) override;
    void begin(const ResponseHead &head) override;
    void write(const QByteArray &bytes) override;
    void writeComment(const QByteArray &bytes) override;
    void finish() override;
    void finishFailed(const QByteArray &lastWords) override;
    void cut() override;
    [[nodiscard]] qint64 backlog() const override { return m_client ? m_client->backlog() : 0; }

private:
    void noteBytes(qint64 size);
    void keep(const QByteArray &bytes);
    void keepHead(const ResponseHead &head);
    void keepTime(const QByteArray &bytes);

    QPointer<ResponseSink> m_client;
    Options m_options;
    LiveTicket *m_ticket = nullptr;
    int m_status = 0;
    qint64 m_bytes = 0;
    QByteArray m_whole;
    QByteArray m_kept;
    bool m_isKeptCut = false;
    HeaderList m_headers;
    EventClock m_clock;
    bool m_isTimed = false; // it is a stream of events, and they are kept
    ActiveCount::Token m_stream;
    bool m_hasAnswer = false;
};

} // namespace nexus
