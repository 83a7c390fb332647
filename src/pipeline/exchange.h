// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"
#include "pipeline/rooms.h"
#include "relay/answerrelay.h"
#include "translate/outgoing.h"
#include "wire/httpmessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <memory>

namespace nexus {

//! \brief Owns one request to a model from its arrival to its single ending.
//!
//! The ending is one of: answered, refused, failed, client gone, shut down. Each writes exactly one record
//! and then sends ended(). Never blocks. Lives in its worker's thread.
class Exchange final : public QObject {
    Q_OBJECT

public:
    //! \brief What the client asks, and in which words.
    struct Ask {
        Dialect dialect = Dialect::OpenAi;
        Operation operation = Operation::Chat;
    };

    Exchange(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Ask ask, const Rooms &rooms,
        QObject *parent);
    ~Exchange() override;

    //! \brief Walks the request through the rooms until it waits for the provider, or is refused.
    void start();

    //! \brief Ends the exchange because the gateway stops.
    void shutDown();

Q_SIGNALS:
    //! The record is written and nothing happens any more. Sent once.
    void ended();

private:
    [[nodiscard]] Result<void> ask();
    [[nodiscard]] Result<void> send(const ProviderConfig &provider, Outgoing outgoing);
    void connectRelay(std::unique_ptr<AnswerTranslator> translator);
    void onHeadSeen(int status);
    void onRefused(int status, const HeaderList &headers, const QByteArray &body);
    void askAgain();
    void onFailed(const Error &error);
    void onClientGone();
    void refuse(const Error &error);
    void answerOwn(const QByteArray &body);
    void sendAtOnce(const ResponseHead &head, const QByteArray &body);
    void endAttempt(const std::optional<Error> &error);
    void finish(Outcome outcome, const std::optional<Error> &error);
    [[nodiscard]] HeaderList answerHeaders() const;

    std::shared_ptr<const RequestSnapshot> m_request;
    QPointer<ResponseSink> m_sink;
    Ask m_ask;
    Rooms m_rooms;
    Plan m_plan;
    std::unique_ptr<UpstreamCall> m_call;
    std::unique_ptr<AnswerRelay> m_relay;
    QElapsedTimer m_sinceAttempt;
    RequestRecord m_record;
    bool m_asksForUsage = false; // and the client did not
    bool m_isOver = false;
};

} // namespace nexus
