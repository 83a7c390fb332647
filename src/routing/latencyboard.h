// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "contract/plan.h"

#include <QMutex>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace nexus {

//! \brief How soon each target begins to answer: a moving average of the times to the first byte.
//!
//! One for all workers; thread-safe. Only what somebody asked about is kept, so its size follows from the
//! configuration, whatever names clients send.
class LatencyBoard final {
public:
    explicit LatencyBoard(TimeSource now = bootTime);
    Q_DISABLE_COPY_MOVE(LatencyBoard)

    //! \brief What to expect of \a target, nothing when it is not known; from now on records of it are kept.
    //!
    //! A target that failed within the last half minute is expected to take ten seconds longer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> estimate(const Target &target);

    //! \brief \a target began to answer after \a firstByte.
    void record(const Target &target, std::chrono::milliseconds firstByte);
    //! \brief \a target did not answer, or answered with a failure.
    void recordFailure(const Target &target);

    //! \brief Forgets the targets of every provider that \a isKept does not keep.
    void retain(const std::function<bool(const QString &provider)> &isKept);

private:
    using Key = std::pair<QString, QByteArray>; // provider and model
    struct Entry {
        std::optional<double> average; // milliseconds
        std::optional<TimePoint> failedAt; // since the last success
    };

    [[nodiscard]] Entry *find(const Target &target);

    TimeSource m_now;
    QMutex m_mutex; // guards everything below
    std::map<Key, Entry> m_entries;
};

} // namespace nexus
