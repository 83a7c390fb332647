// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/livedesk.h"
#include "contract/plan.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"
#include "pipeline/attempt.h"
#include "pipeline/modelask.h"
#include "pipeline/rooms.h"
#include "pipeline/sharedanswer.h"
#include "wire/httpmessage.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace nexus {

class AttemptLoop;
class TapSink;
class TeeSink;

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

    //! \brief Walks the request through the rooms until it waits for something, or is refused.
    void start();

    //! \brief Ends the exchange because the gateway stops.
    void shutDown();

    //! \brief Ends the exchange because somebody who watched it wants that.
    void stop();

Q_SIGNALS:
    //! The record is written and nothing happens any more. Sent once.
    void ended();

private:
    [[nodiscard]] bool isSeen() const;
    void tap();
    void enlist();
    [[nodiscard]] Result<void> understand();
    void findTargets();
    void plan(const Router &router);
    void lookUp();
    void recall(std::shared_ptr<const CachedAnswer> answer);
    [[nodiscard]] SharedAnswer::Options sharedOptions() const;
    void askAlone();
    void lead(std::unique_ptr<Leader> leader, const Attempt::Before &before = {});
    void share(std::unique_ptr<SharedAnswer> answer);
    void onPromoted();
    void ask(ResponseSink &sink, const Attempt::Before &before = {});
    void onFailed(const Error &error);
    void onClientGone();
    void breakOff(const Error &error);
    void refuse(const Error &error, Outcome outcome = Outcome::Refused);
    void finish(Outcome outcome, const std::optional<Error> &error);
    void noteShared();
    void noteHead(const CachedHead &head);

    Ask m_ask;
    Rooms m_rooms;
    ModelAsk m_model;
    QPointer<ResponseSink> m_sink;
    RequestRecord m_record;
    std::unique_ptr<LiveTicket> m_ticket; // once it is known where the request goes, and that it takes time
    std::unique_ptr<TapSink> m_tap; // where what the client gets matters
    std::unique_ptr<TeeSink> m_tee; // while this request leads others
    std::unique_ptr<SharedAnswer> m_shared; // while it takes another one's answer
    std::unique_ptr<AttemptLoop> m_attempts; // while it asks itself
    bool m_isClientGone = false;
    bool m_isAnswered = false; // whole, by whomever it was asked
    bool m_isOver = false;
};

} // namespace nexus
