// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/chunkreader.h"
#include "listener/headreader.h"

namespace nexus {

//! \brief Decides where one HTTP/1 request begins and ends, and refuses what two readers could read in two
//! ways.
//!
//! The only place that reads bytes of a client. feed() goes on to the next event and no further, so that the
//! caller can answer a head before its body comes, and so that no byte of the next request is touched. What
//! comes out does not depend on how the bytes were cut. Pure: no input or output, no clock.
class FramingGuard final {
public:
    enum class Event {
        NeedMore, //!< every byte was taken, the request has not ended
        HeadComplete, //!< head() is there; comes once, before Complete, also without a body
        Complete, //!< the request is whole; repeats until reset()
        Refused, //!< the connection is of no use any more; see refusal(); repeats until reset()
    };

    struct Step {
        Event event = Event::NeedMore;
        qsizetype consumed = 0; //!< bytes taken from the ones that were fed
    };

    FramingGuard(qsizetype maxHeaderSize, qint64 maxBodySize);

    [[nodiscard]] Step feed(QByteArrayView bytes);

    //! \brief Starts over with the next request.
    void reset();

    //! \brief Holds for the head that comes next.
    void setMaxBodySize(qint64 size) { m_maxBodySize = size; }

    //! \brief Whether a byte of this request has come.
    [[nodiscard]] bool hasStarted() const { return m_headReader.hasStarted(); }

    //! \brief Valid from HeadComplete on.
    [[nodiscard]] const RequestHead &head() const { return m_headReader.head(); }
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

    //! \brief The body without its framing, as far as it has come.
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] QByteArray takeBody() { return std::exchange(m_body, {}); }

private:
    enum class Part { Head, Body, Complete, Refused };

    Step feedHead(QByteArrayView bytes);
    Step feedBody(QByteArrayView bytes);
    Step feedCounted(QByteArrayView bytes);
    Step refused(const Refusal &refusal, qsizetype consumed);

    qsizetype m_maxHeaderSize;
    qint64 m_maxBodySize;
    Part m_part = Part::Head;
    HeadReader m_headReader;
    ChunkReader m_chunkReader;
    QByteArray m_body;
    Refusal m_refusal;
};

} // namespace nexus
