// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/answercache.h"

namespace nexus::test {

//! \brief What a follower's client would have got.
struct Client {
    explicit Client(std::unique_ptr<Follower> waiting)
        : follower(std::move(waiting))
    {
        QObject::connect(follower.get(), &Follower::headArrived, follower.get(), [this] { log += "H"; });
        QObject::connect(follower.get(), &Follower::advanced, follower.get(), [this] { log += "A"; });
        QObject::connect(follower.get(), &Follower::completed, follower.get(), [this] { log += "C"; });
        QObject::connect(follower.get(), &Follower::promoted, follower.get(), [this] { log += "P"; });
        QObject::connect(follower.get(), &Follower::failed, follower.get(), [this](const Error &why) {
            log += "F";
            error = why;
        });
    }
    Q_DISABLE_COPY_MOVE(Client)
    ~Client() = default;

    [[nodiscard]] QByteArray readAll() const
    {
        QByteArray all;
        for (QByteArray piece = follower->take(1'000'000); !piece.isEmpty();
             piece = follower->take(1'000'000)) {
            all += piece + '|';
        }
        return all;
    }

    QByteArray log; // a letter for each signal
    Error error;
    std::unique_ptr<Follower> follower;
};

//! \brief A cache of 100 kB and one question to it, the base of a test.
class OneQuestion {
protected:
    void startAnew()
    {
        m_cache = std::make_unique<AnswerCache>();
        m_cache->setConfig({.isEnabled = true, .maxSize = 100'000});
    }

    [[nodiscard]] static CachedHead head(int status = 200)
    {
        return {.status = status, .headers = {{"x", "y"}}, .provider = QStringLiteral("p"), .model = "m"};
    }
    [[nodiscard]] std::unique_ptr<Leader> lead(const AnswerCache::Ask &ask)
    {
        auto found = m_cache->find(ask);
        return std::move(std::get<std::unique_ptr<Leader>>(found));
    }
    [[nodiscard]] std::unique_ptr<Leader> lead() { return lead({.key = m_key}); }
    [[nodiscard]] std::unique_ptr<Follower> follow()
    {
        auto found = m_cache->find({.key = m_key});
        return std::move(std::get<std::unique_ptr<Follower>>(found));
    }
    [[nodiscard]] bool isKnown()
    {
        return std::holds_alternative<std::shared_ptr<const CachedAnswer>>(m_cache->find({.key = m_key}));
    }

    CacheKey m_key;
    std::unique_ptr<AnswerCache> m_cache;
};

} // namespace nexus::test
