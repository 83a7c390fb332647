// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/httpmessage.h"

#include <QByteArray>
#include <QObject>

namespace nexus {

//! \brief Where the answer to one request goes.
//!
//! Either send(), or begin(), any number of write() and then finish(), finishFailed() or cut(). These and
//! send() are terminal: exactly one of them is called, once, and nothing after it. After clientGone() every
//! call is ignored. The sink belongs to its connection and deletes itself some time after the terminal call
//! or after clientGone(); hold it by QPointer. It lives in its worker's thread and is called from there only.
class ResponseSink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! \brief Adds \a headers to the head of whatever answer follows. Several calls add up.
    virtual void addHeaders(const HeaderList &headers)
    {
        for (const auto &[name, value] : headers) {
            m_extraHeaders.add(name, value);
        }
    }

    //! \brief A whole answer. Terminal. Sets Content-Length; the body of a HEAD request stays away.
    virtual void send(const ResponseHead &head, const QByteArray &body) = 0;

    //! \brief Sends the head of a streamed answer at once, before any body byte.
    virtual void begin(const ResponseHead &head) = 0;

    //! \brief Sends \a bytes at once, or queues what the socket does not take; see backlog().
    virtual void write(const QByteArray &bytes) = 0;

    //! \brief Like write(), for bytes that keep the connection alive and are no part of the answer.
    virtual void writeComment(const QByteArray &bytes) { write(bytes); }

    //! \brief The streamed answer is complete. Terminal.
    virtual void finish() = 0;

    //! \brief The streamed answer failed: \a lastWords, an error event, end it in good order. Terminal.
    virtual void finishFailed(const QByteArray &lastWords)
    {
        write(lastWords);
        finish();
    }

    //! \brief The streamed answer is broken: the connection ends without the end of the body. Terminal.
    virtual void cut() = 0;

    //! \brief Bytes accepted but not yet taken by the operating system.
    [[nodiscard]] virtual qint64 backlog() const = 0;

    //! \brief What addHeaders() has added here.
    [[nodiscard]] const HeaderList &extraHeaders() const { return m_extraHeaders; }

Q_SIGNALS:
    //! The backlog fell to a quarter of highWater or below after having been above highWater.
    void drained();
    //! The client closed or reset the connection before the terminal call. Sent at most once.
    void clientGone();

public:
    //! A writer stops reading its source while backlog() is above this.
    static constexpr qint64 highWater = 256 * 1024;

private:
    HeaderList m_extraHeaders;
};

} // namespace nexus
