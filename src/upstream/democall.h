// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "contract/upstreamcall.h"
#include "upstream/demoanswer.h"

#include <QTimer>

namespace nexus {

//! \brief One request to the built-in provider `demo`, whose model `echo` answers without key or network.
//!
//! Keeps the promises of UpstreamCall: the first signal comes from the event loop. A stream is made event by
//! event, and pauses while more than maxUnread bytes wait to be read. What the demo does not take is answered
//! like by any provider, with status 400 or 404 and an OpenAI error object.
class DemoCall final : public UpstreamCall {
    Q_OBJECT

public:
    DemoCall(const QByteArray &body, Operation operation, bool isStream, QObject *parent = nullptr);

    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 bytesAvailable() const override { return m_unread.size(); }
    void abort() override;

    static constexpr qint64 maxUnread = 64 * 1024;

private:
    enum class Stage { Head, Body, End };

    void takeStep();
    void sendHead();
    void sendBody();
    [[nodiscard]] std::optional<QByteArray> nextPiece();

    Result<DemoAnswer> m_answer;
    bool m_isStream;
    Stage m_stage = Stage::Head;
    std::size_t m_nextPiece = 0;
    QByteArray m_unread;
    QTimer m_turn; // one step for each turn of the event loop
};

} // namespace nexus
