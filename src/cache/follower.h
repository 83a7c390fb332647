// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/flight.h"

#include <QObject>

#include <memory>

namespace nexus {

class AnswerCache;

//! \brief Waits for the answer to an equal request of somebody else, and reads it as it comes.
//!
//! Signals come from the event loop of the thread that made it, in this order: headArrived() once, advanced()
//! any number of times, then completed() or failed() once. Or promoted(), alone: the one who asked is gone
//! before an answer began, and this one asks now. Destroying it leaves the others as they are, and no signal
//! comes. Bytes are pulled with take(); a slow reader holds nobody up, but one that is very far behind fails.
class Follower final : public QObject {
    Q_OBJECT

public:
    ~Follower() override;

    //! \brief Since headArrived(); its usage is known since completed().
    [[nodiscard]] const CachedHead &head() const { return m_head; }
    [[nodiscard]] bool isStream() const { return m_isStream; }

    //! \brief Up to \a max bytes of the next piece, none when all that came is taken.
    [[nodiscard]] QByteArray take(qint64 max);
    [[nodiscard]] qint64 bytesAvailable() const;

    //! \brief After promoted(), once: the one who asks the provider now. Until it is taken, or this is
    //! destroyed, the others wait.
    [[nodiscard]] std::unique_ptr<Leader> takeLeader();

Q_SIGNALS:
    void headArrived();
    void advanced();
    //! The answer came whole; all its bytes can still be taken.
    void completed();
    void failed(const nexus::Error &error);
    void promoted();

protected:
    void customEvent(QEvent *event) override;

private:
    friend AnswerCache;

    Follower(AnswerCache &cache, std::shared_ptr<Flight> flight);
    [[nodiscard]] bool join();
    void leave();

    AnswerCache &m_cache;
    std::shared_ptr<Flight> m_flight;
    std::optional<Flight::Seats::iterator> m_seat;
    CachedHead m_head;
    bool m_isStream = false;
    bool m_isPromoted = false;
    bool m_isOver = false;
};

} // namespace nexus
