// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/activecount.h"
#include "contract/livedesk.h"
#include "contract/principal.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"
#include "contract/upstreamcall.h"
#include "pipeline/proxyusage.h"
#include "pipeline/rooms.h"
#include "wire/httpmessage.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

class TapSink;

//! \brief Hands one request through to Anthropic unchanged, and the answer back, with the client's own key.
//!
//! Access control and the limits on requests hold; nothing is routed, translated, cached or repeated, and the
//! tokens of an answer are only read for the record. Status, headers and body come back as they are, as fast
//! as the client takes them. What the gateway has to say itself is an error in Anthropic's shape; an answer
//! that breaks off is cut here, too. Ends as an Exchange does, with one record and ended(). Lives in its
//! worker's thread.
class ProxyExchange final : public QObject {
    Q_OBJECT

public:
    //! \brief How the record, the log and error texts call the place where requests go.
    static constexpr const char *providerName = LlmConfig::anthropicProxyName;

    //! \param path below `llm.proxy.anthropic.base_url`, percent-encoded as it came
    ProxyExchange(std::shared_ptr<const RequestSnapshot> request, QByteArray path, ResponseSink &sink,
        const Rooms &rooms, QObject *parent);
    ~ProxyExchange() override;

    //! \brief Asks whether the client may, and then Anthropic.
    void start();

    //! \brief Ends the exchange because the gateway stops.
    void shutDown();

    //! \brief Ends the exchange because somebody who watched it wants that.
    void stop();

Q_SIGNALS:
    //! The record is written and nothing happens any more. Sent once.
    void ended();

private:
    void onAdmitted(const Result<Principal> &who);
    void tap();
    void ask();
    void endEarly(const Error &error);
    void onHeadArrived(const ResponseHead &upstream);
    void onEnded(const std::optional<Error> &error);
    void onClientGone();
    void pump();
    void complete();
    void breakOff(const Error &error, Outcome outcome);
    void refuse(const Error &error, Outcome outcome);
    void countTokens(Outcome outcome);
    void finish(Outcome outcome, const std::optional<Error> &error);
    [[nodiscard]] HeaderList ownHeaders() const;
    [[nodiscard]] std::chrono::microseconds sinceReceived() const;

    std::shared_ptr<const RequestSnapshot> m_request;
    QByteArray m_path;
    QPointer<ResponseSink> m_sink;
    Rooms m_rooms;
    RequestRecord m_record;
    std::unique_ptr<LiveTicket> m_ticket; // once the client was let in
    std::unique_ptr<TapSink> m_tap; // where what the client gets matters
    std::optional<ProxyUsage> m_usage; // of an answer that tells of tokens
    ActiveCount::Token m_stream; // once one has begun
    std::unique_ptr<UpstreamCall> m_call;
    std::chrono::steady_clock::time_point m_asked; // when the call was started
    std::optional<std::optional<Error>> m_upstreamEnd; //!< set once the call has ended
    bool m_hasBegun = false; // the head of the answer was sent
    bool m_isOver = false;
};

} // namespace nexus
