// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/upstreamcall.h"

#include <functional>
#include <memory>
#include <vector>

namespace nexus {

//! \brief Several requests to a provider as one: their answers, in order, as one JSON array.
//!
//! For operations that a provider offers for one input at a time. A few run side by side. The first that is
//! refused or fails ends all: its answer becomes the answer of the whole. All answers are held in memory.
//! Lives in its worker's thread.
class BatchCall final : public UpstreamCall {
    Q_OBJECT

public:
    //! Starts the call number \a index.
    using Starter = std::function<std::unique_ptr<UpstreamCall>(std::size_t index)>;

    //! \param count how many calls there are, at least one
    BatchCall(std::size_t count, Starter starter);
    ~BatchCall() override;

    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 bytesAvailable() const override { return m_answer.size(); }
    void abort() override;

private:
    struct Part {
        std::unique_ptr<UpstreamCall> call;
        ResponseHead head;
        QByteArray body;
    };

    void startNext();
    void onPartEnded(std::size_t index, const std::optional<Error> &error);
    void finish(const ResponseHead &head, const QByteArray &body);
    void dropCalls();

    static constexpr std::size_t maxAtOnce = 4;

    Starter m_starter;
    std::vector<Part> m_parts;
    std::size_t m_started = 0;
    std::size_t m_done = 0;
    QByteArray m_answer; // what read() has not taken
    bool m_isOver = false;
};

} // namespace nexus
