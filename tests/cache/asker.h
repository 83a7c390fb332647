// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/answercache.h"

#include <QEvent>
#include <QThread>

#include <atomic>
#include <functional>
#include <random>

namespace nexus::test {

inline CacheKey keyOf(int number)
{
    return cacheKeyOf({.headers = {}, .body = "{\"q\":" + QByteArray::number(number) + "}"});
}

//! \brief What came of all asks of all threads.
struct Tally {
    std::atomic<int> asked = 0;
    std::atomic<int> led = 0;
    std::atomic<int> promoted = 0;
    std::atomic<int> whole = 0; // bodies that came, from memory or from others
    std::atomic<int> wrong = 0; // bodies that came and were not right
    std::atomic<int> failed = 0;
    std::atomic<int> deserted = 0;
    std::atomic<int> done = 0; // askers that have done all they had to
};

//! \brief Asks in a thread of its own, as an exchange would. All but the constructor runs there.
class Asker final : public QObject {
public:
    //! \brief Something to do in the asker's thread.
    struct Task final : public QEvent {
        explicit Task(std::function<void(Asker &)> what)
            : QEvent(QEvent::User)
            , run(std::move(what))
        { }

        std::function<void(Asker &)> run;
    };

    Asker(AnswerCache &cache, Tally &tally)
        : m_cache(cache)
        , m_tally(tally)
    { }

    void ask(int number)
    {
        m_number = number;
        m_body.clear();
        m_isFirst = false;
        auto found = m_cache.find({.key = keyOf(number)});
        if (auto *const leader = std::get_if<std::unique_ptr<Leader>>(&found)) {
            m_isFirst = true;
            takeLead(std::move(*leader));
        } else if (auto *const follower = std::get_if<std::unique_ptr<Follower>>(&found)) {
            follow(std::move(*follower));
        } else {
            for (const QByteArray &piece : std::get<0>(found)->pieces) {
                m_body += piece;
            }
            checkBody();
        }
        ++m_tally.asked;
    }

    //! \brief Says the answer to its end, if this one leads.
    void answer()
    {
        if (!m_leader) {
            return;
        }
        m_leader->begin(
            {.headers = {{"n", QByteArray::number(m_number)}}, .provider = {}, .model = {}}, true);
        for (int i = 0; i < 50; ++i) {
            m_leader->append(piece(i));
        }
        m_leader->complete();
        m_leader.reset();
    }

    void beginOnly()
    {
        if (m_leader) {
            m_leader->begin({.headers = {}, .provider = {}, .model = {}}, true);
            m_leader->append(piece(0));
        }
    }

    //! \brief The one who led first goes, but not one who took over in the meantime.
    void hangUpIfFirst()
    {
        if (m_isFirst) {
            m_leader.reset();
        }
    }
    void hangUpIfFollowing() { m_follower.reset(); }

    //! \brief Asks \a count times, each time doing as chance will have it, and then counts as done.
    void storm(unsigned seed, int count)
    {
        m_random.seed(seed);
        m_left = count;
        m_isStorming = true;
        next();
    }

protected:
    void customEvent(QEvent *event) override { static_cast<Task *>(event)->run(*this); }

private:
    QByteArray piece(int i) const { return QByteArray::number(m_number) + ':' + QByteArray::number(i) + ' '; }

    void checkBody()
    {
        QByteArray expected;
        for (int i = 0; i < 50; ++i) {
            expected += piece(i);
        }
        ++(m_body == expected ? m_tally.whole : m_tally.wrong);
    }

    void takeLead(std::unique_ptr<Leader> leader)
    {
        ++m_tally.led;
        m_leader = std::move(leader);
        connect(m_leader.get(), &Leader::deserted, this, [this] { ++m_tally.deserted; });
    }

    void follow(std::unique_ptr<Follower> follower)
    {
        m_follower = std::move(follower);
        connect(m_follower.get(), &Follower::advanced, this, &Asker::read);
        connect(m_follower.get(), &Follower::completed, this, [this] {
            read();
            checkBody();
            endFollowing();
        });
        connect(m_follower.get(), &Follower::failed, this, [this] {
            ++m_tally.failed;
            endFollowing();
        });
        connect(m_follower.get(), &Follower::promoted, this, [this] {
            ++m_tally.promoted;
            takeLead(m_follower->takeLeader());
            endFollowing();
        });
    }

    void read()
    {
        for (QByteArray bytes = m_follower->take(7); !bytes.isEmpty(); bytes = m_follower->take(7)) {
            m_body += bytes;
        }
    }

    void endFollowing()
    {
        m_follower.reset();
        later();
    }

    void later()
    {
        if (m_isStorming && !m_isNextPosted) {
            m_isNextPosted = true;
            QMetaObject::invokeMethod(this, &Asker::next, Qt::QueuedConnection);
        }
    }

    // One step: a leader says something, dies or ends; who has nothing to do asks; a follower waits or
    // leaves.
    void next()
    {
        m_isNextPosted = false;
        if (m_follower) {
            if (m_random() % 4 == 0) {
                endFollowing();
            }
            return;
        }
        if (m_leader) {
            stepOfLeader();
        } else if (m_left-- > 0) {
            ask(int(m_random() % 3));
        } else {
            m_isStorming = false;
            ++m_tally.done;
        }
        later();
    }

    void stepOfLeader()
    {
        switch (m_random() % 20) {
        case 0:
            m_leader.reset();
            return;
        case 1:
            m_leader->fail({.kind = ErrorKind::UpstreamFailed, .message = {}, .detail = {}});
            m_leader.reset();
            return;
        case 2:
            beginOnly();
            m_leader.reset();
            return;
        case 3:
            if (m_leader->abandonIfAlone()) {
                m_leader.reset();
            }
            return;
        case 4:
        case 5:
            answer();
            return;
        default:
            QThread::yieldCurrentThread(); // the provider is silent
            return;
        }
    }

    AnswerCache &m_cache;
    Tally &m_tally;
    int m_number = 0;
    QByteArray m_body;
    std::unique_ptr<Leader> m_leader;
    std::unique_ptr<Follower> m_follower;
    std::mt19937 m_random;
    int m_left = 0;
    bool m_isFirst = false; // leads, or led, without having waited
    bool m_isStorming = false;
    bool m_isNextPosted = false;
};

} // namespace nexus::test
