// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/flight.h"

#include <QObject>

#include <memory>

namespace nexus {

class AnswerCache;

//! \brief Asks the provider for itself and for all who wait for the same answer, and tells them what comes.
//!
//! Lives in one thread. Ends once: by complete(), fail(), abandon(), a true abandonIfAlone(), or destruction,
//! which is abandon(); every later call is ignored.
//!
//! When its own client hangs up, the exchange calls abandonIfAlone(). True: nobody waits, stop the call to
//! the provider. False: go on feeding this object for the others, and try again at deserted(). An exchange
//! that cannot go on calls abandon(): before the answer began, the oldest follower takes over.
class Leader final : public QObject {
    Q_OBJECT

public:
    ~Leader() override;

    //! \brief The answer begins: once, before its bytes.
    void begin(CachedHead head, bool isStream);
    void append(const QByteArray &bytes);

    //! \brief The answer is complete, if it ever began; it is stored if its status is 200 and the cache may
    //! have it. \param usage when it is known only now
    void complete(const std::optional<TokenUsage> &usage = std::nullopt);

    //! \brief There is no answer, or no more of it. Followers get the same error.
    void fail(const Error &error);

    void abandon();
    [[nodiscard]] bool abandonIfAlone();
    [[nodiscard]] bool hasFollowers() const;

Q_SIGNALS:
    //! The last follower has left. Comes from the event loop, each time there is none any more.
    void deserted();

protected:
    void customEvent(QEvent *event) override;

private:
    friend AnswerCache;
    friend Follower;

    Leader(AnswerCache &cache, std::shared_ptr<Flight> flight);

    AnswerCache &m_cache;
    std::shared_ptr<Flight> m_flight;
    bool m_hasBegun = false;
    bool m_isOver = false;
};

} // namespace nexus
