// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace nexus::bedrock {

//! \brief A header of an event, of one of the ten types of the format.
struct EventHeader {
    enum class Type { True, False, Byte, Short, Integer, Long, Bytes, String, Timestamp, Uuid };

    QByteArray name;
    Type type = Type::String;
    qint64 number = 0; //!< of Byte to Long, and of Timestamp milliseconds since 1970
    QByteArray bytes; //!< of Bytes, String (UTF-8) and Uuid (16 bytes)

    bool operator==(const EventHeader &) const = default;
};

//! \brief One message of an event stream.
struct EventMessage {
    std::vector<EventHeader> headers;
    QByteArray payload;

    //! \brief The text of the header \a name; empty when there is none, or it is no String.
    [[nodiscard]] QByteArray text(QByteArrayView name) const;

    bool operator==(const EventMessage &) const = default;
};

//! \brief Cuts `application/vnd.amazon.eventstream` into messages, fed in pieces of any size.
//!
//! A message is a prelude (its length, that of its headers, and a CRC-32 of both), the headers, the payload
//! and a CRC-32 of all before it, numbers big-endian (smithy.io/2.0/aws/amazon-eventstream.html). Not
//! thread-safe.
class EventStreamReader final {
public:
    static constexpr quint32 maxMessage = 16 * 1024 * 1024;
    static constexpr quint32 maxHeaders = 128 * 1024;

    void append(QByteArrayView bytes);

    //! \brief Takes the next message, once all its bytes are there.
    //! \return nothing while they are not; UpstreamInvalid when they are no message, and then ever after
    [[nodiscard]] Result<std::optional<EventMessage>> next();

    //! \brief Whether bytes are left over that next() has not taken: at the end of a stream, a cut message.
    [[nodiscard]] bool hasRest() const { return m_taken < m_buffer.size(); }

private:
    [[nodiscard]] Result<std::optional<EventMessage>> read(QByteArrayView rest);

    QByteArray m_buffer;
    qsizetype m_taken = 0; // bytes of m_buffer that went out in messages
    bool m_isPreludeChecked = false; // of the message at m_taken, so that feeding bytewise stays linear
    std::optional<Error> m_problem;
};

} // namespace nexus::bedrock
