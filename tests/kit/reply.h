// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpparse.h"

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>
#include <vector>

namespace nexus::kit {

//! \brief What a provider does at one place of its answer.
struct Stop {
    enum class Action {
        Pause, //!< goes on after `delay`
        Hold, //!< goes on when ScriptedProvider::release() is called
        Hang, //!< never goes on
        Close, //!< ends the connection in an orderly way (FIN)
        Reset, //!< breaks the connection (RST)
    };

    qsizetype at = 0; //!< how many bytes of the answer, head included, come before it
    Action action = Action::Pause;
    std::chrono::milliseconds delay {0};
};

//! \brief An answer ready to be sent: its exact bytes and where to stop.
struct Playback {
    QByteArray bytes;
    std::vector<Stop> stops; //!< ordered by place
    bool isDripping = false; //!< whether single writes show on the wire
    qsizetype writeSize = 256 * 1024; //!< bytes handed to the socket at a time
    std::chrono::milliseconds writeDelay {0}; //!< between two writes
    bool isLastOnConnection = false; //!< closes when everything is sent
};

//! \brief One scripted answer of a provider: what is said, in which framing, and how it goes wrong.
//!
//! A value; every modifier returns a changed copy, so that scripts read as one sentence:
//! `Reply::sse({"{…}", "[DONE]"}).cutAfter(37)`.
//! Places in a body count payload bytes, before any chunk framing, unless the name says otherwise.
class Reply final {
public:
    //! \brief How the end of the body is told.
    enum class Framing { Length, Chunked, Close };

    //! \brief A whole body with its Content-Length.
    [[nodiscard]] static Reply json(int status, const QByteArray &body);
    [[nodiscard]] static Reply html(int status, const QByteArray &body);
    [[nodiscard]] static Reply text(int status, const QByteArray &contentType, const QByteArray &body);
    //! \brief An event stream of `data: …` events, chunked, one chunk an event.
    [[nodiscard]] static Reply sse(const QByteArrayList &data);
    //! \brief An event stream of these exact pieces, which need not be well-formed.
    [[nodiscard]] static Reply rawSse(const QByteArrayList &pieces);
    //! \brief A chunked body of any type, one chunk a piece.
    [[nodiscard]] static Reply stream(const QByteArray &contentType, const QByteArrayList &pieces);
    //! \brief A redirect without a body; \a status is 301, 302, 303, 307 or 308.
    [[nodiscard]] static Reply redirect(int status, const QByteArray &location);
    //! \brief Exact bytes in place of a whole answer, head included; the connection is closed behind them.
    [[nodiscard]] static Reply raw(const QByteArray &bytes);
    //! \brief Closes the connection without a byte.
    [[nodiscard]] static Reply closeAtOnce();
    //! \brief Never answers.
    [[nodiscard]] static Reply hang();

    [[nodiscard]] Reply withHeader(const QByteArray &name, const QByteArray &value) const;
    [[nodiscard]] Reply withStatus(int status) const;
    [[nodiscard]] Reply withFraming(Framing framing) const;
    //! \brief Says this Content-Length whatever the body's size is.
    [[nodiscard]] Reply withContentLength(qsizetype length) const;
    //! \brief Says `Connection: close` and closes behind the answer.
    [[nodiscard]] Reply closing() const;

    //! \brief Sends \a size bytes at a time, \a delay apart; with 0 ms one write per turn of the event loop.
    [[nodiscard]] Reply dripping(qsizetype size = 1, std::chrono::milliseconds delay = {}) const;
    //! \brief Waits before each piece of the body but the first.
    [[nodiscard]] Reply pausing(std::chrono::milliseconds delay) const;

    //! \brief Waits for release() before the head.
    [[nodiscard]] Reply held() const;
    //! \brief Waits for release() after \a size bytes of the body; the head has left by then.
    [[nodiscard]] Reply holdAfter(qsizetype size) const;
    [[nodiscard]] Reply hangAfter(qsizetype size) const;
    [[nodiscard]] Reply cutAfter(qsizetype size) const;
    [[nodiscard]] Reply resetAfter(qsizetype size) const;
    //! \brief Cuts after \a size bytes of the body as framed, for a cut inside a chunk's header.
    [[nodiscard]] Reply cutAfterFramed(qsizetype size) const;
    //! \brief Cuts after \a size bytes of the head.
    [[nodiscard]] Reply cutInHead(qsizetype size) const;
    [[nodiscard]] Reply hangInHead(qsizetype size) const;

    [[nodiscard]] Playback playback() const;

private:
    enum class Place { Head, Payload, Framed };
    struct Mark {
        Place place = Place::Payload;
        qsizetype offset = 0;
        Stop::Action action = Stop::Action::Pause;
    };

    [[nodiscard]] Reply withMark(Place place, qsizetype offset, Stop::Action action) const;
    [[nodiscard]] QByteArray head(qsizetype bodySize) const;

    int m_status = 200;
    Headers m_headers;
    QByteArrayList m_pieces;
    Framing m_framing = Framing::Length;
    qsizetype m_contentLength = -1;
    bool m_isRaw = false;
    bool m_isClosing = false;
    bool m_isDripping = false;
    qsizetype m_writeSize = 256 * 1024;
    std::chrono::milliseconds m_writeDelay {0};
    std::chrono::milliseconds m_pieceDelay {0};
    std::vector<Mark> m_marks;
};

} // namespace nexus::kit
