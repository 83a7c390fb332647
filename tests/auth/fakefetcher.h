// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "contract/httpfetcher.h"

#include <QPointer>

#include <atomic>
#include <vector>

namespace nexus {

//! \brief A network that answers when the test says so.
class FakeFetcher final : public HttpFetcher {
public:
    void fetch(const FetchAsk &ask, QObject *context, Done done) override
    {
        asks.push_back({ask, context, std::move(done)});
    }

    //! \brief How many fetches were ever started.
    [[nodiscard]] int count() const { return static_cast<int>(asks.size()); }
    //! \brief Whether the newest fetch still waits and is wanted.
    [[nodiscard]] bool isRunning() const { return !asks.empty() && asks.back().context && asks.back().done; }
    [[nodiscard]] const FetchAsk &last() const { return asks.back().ask; }

    //! \brief Answers the newest fetch.
    void answer(const QByteArray &body, int status = 200) { end(FetchedAnswer {{status, {}}, body}); }
    void fail()
    {
        end(failure({.kind = ErrorKind::UpstreamUnreachable,
            .message = QStringLiteral("no connection"),
            .detail = QStringLiteral("refused")}));
    }

    struct Ask {
        FetchAsk ask;
        QPointer<QObject> context;
        Done done;
    };
    std::vector<Ask> asks;

private:
    void end(Result<FetchedAnswer> result)
    {
        const Done done = std::exchange(asks.back().done, nullptr);
        if (asks.back().context) {
            done(std::move(result));
        }
    }
};

//! \brief A clock that stands until it is moved.
class HandClock final {
public:
    [[nodiscard]] TimeSource source()
    {
        return [this] { return TimePoint(std::chrono::milliseconds(m_now.load())); };
    }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1'000'000;
};

} // namespace nexus
