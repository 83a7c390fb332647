// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/budgetgate.h"
#include "contract/requestrecord.h"
#include "limits/limiter.h"
#include "pipeline/attempt.h"
#include "pipeline/modelask.h"
#include "pipeline/rooms.h"
#include "translate/failurewords.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace nexus {

//! \brief Asks the targets of a plan, one after the other and each as often as its retries allow, until one
//! answers.
//!
//! Nothing is repeated once a byte of the answer has reached the client; comments that keep a stream alive do
//! not count. All attempts share the total time of the target that is being tried. The client gets an answer
//! in any case, with one of the signals behind it. Worker thread only.
class AttemptLoop final : public QObject {
    Q_OBJECT

public:
    //! \param ask outlives the loop
    //! \param sink gets the answer
    //! \param record is told of each attempt; who asks and the use of the cache stand in it already
    AttemptLoop(const ModelAsk &ask, const Rooms &rooms, ResponseSink &sink, RequestRecord &record);
    ~AttemptLoop() override;

    //! \brief Begins. A signal may come from inside, when nothing can be sent.
    //! \param before what the client has seen already
    void start(const Attempt::Before &before);

    //! \brief Ends the running attempt without an answer. No signal follows.
    void abandon();

    //! \brief Ends the running attempt and answers with \a error. No signal follows.
    void fail(const Error &error);

Q_SIGNALS:
    //! Another target is about to be asked; the record names it.
    void targetChanged();
    //! The client has its answer.
    void completed();
    //! The client was told \a error, as an answer or at the end of its stream.
    void failed(const nexus::Error &error);

private:
    void tryTarget();
    [[nodiscard]] Result<void> holdBudget();
    void takeTokens();
    void attempt();
    void connectAttempt();
    void onAttemptFailed(const Error &error);
    [[nodiscard]] bool tryOtherKey(const Error &error);
    [[nodiscard]] bool repeatLater(const Error &error);
    [[nodiscard]] Error withKeyNamed(const Error &error) const;
    void nextTarget(const Error &error);
    void giveUp(const Error &error);
    void answerOwn(const QByteArray &body);
    void finish();
    void settleTokens();
    [[nodiscard]] const Target &target() const { return m_ask.plan.targets[m_index]; }
    [[nodiscard]] HeaderList answerHeaders() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const;

    const ModelAsk &m_ask;
    Rooms m_rooms;
    QPointer<ResponseSink> m_sink;
    RequestRecord &m_record;
    QTimer m_pause; // before the next attempt
    QElapsedTimer m_sinceStart;
    std::vector<TargetFailure> m_failures; // of the targets that were left
    std::optional<Error> m_error; // of the last attempt that was really made
    bool m_isOver = false;

    // The target that is being tried.
    std::size_t m_index = 0;
    const ProviderConfig *m_provider = nullptr;
    BudgetHold m_hold;
    Permit m_permit;
    HeaderList m_limitHeaders;
    int m_tries = 0;
    std::vector<int> m_triedKeys;
    Attempt::Before m_before; // what the client has seen
    std::unique_ptr<Attempt> m_attempt; // the latest
};

} // namespace nexus
