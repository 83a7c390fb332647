// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/programfinder.h"

#include <QString>

#include <memory>

namespace nexus {

//! \brief Finds the local programs behind connections in `/proc`, in a thread of its own.
//!
//! Questions that come while it looks are answered together by the next look, and it rests between two of
//! them so that it takes no more than a twentieth of a core. A program that hangs up before it was looked for
//! stays unknown, as do programs of users that this one may not look into. Thread-safe. Does nothing off
//! Linux.
class SocketPrograms final : public ProgramFinder {
public:
    //! How many connections may wait for an answer; further ones stay without.
    static constexpr std::size_t maxQuestions = 1024;

    explicit SocketPrograms(const QString &procRoot = QStringLiteral("/proc"));
    //! \brief Waits for a look that is going on, which takes some milliseconds.
    ~SocketPrograms() override;

    [[nodiscard]] std::shared_ptr<const ProgramSlot> find(
        const QHostAddress &peer, quint16 peerPort) override;

private:
    class Search;

    std::unique_ptr<Search> m_search; // nullptr off Linux
};

} // namespace nexus
