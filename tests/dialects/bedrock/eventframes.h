// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

//! \brief Writes `application/vnd.amazon.eventstream` as Amazon Bedrock does. It shares no code with the
//! reader.
namespace nexus::eventframes {

//! \brief CRC-32 (ISO-HDLC) of \a bytes, bit by bit.
[[nodiscard]] inline quint32 checksum(QByteArrayView bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
        }
    }
    return ~crc;
}

//! \brief \a number in \a size bytes, the highest first.
[[nodiscard]] inline QByteArray bigEndian(quint64 number, int size)
{
    QByteArray bytes;
    for (int byte = size - 1; byte >= 0; --byte) {
        bytes.append(char((number >> (byte * 8)) & 0xff));
    }
    return bytes;
}

//! \brief A header of the type String.
[[nodiscard]] inline QByteArray header(const QByteArray &name, const QByteArray &text)
{
    return bigEndian(quint64(name.size()), 1) + name + bigEndian(7, 1) + bigEndian(quint64(text.size()), 2)
        + text;
}

//! \brief A message of \a headers, written one after the other, and \a payload.
[[nodiscard]] inline QByteArray message(const QByteArray &headers, const QByteArray &payload)
{
    constexpr qsizetype besides = 16;
    QByteArray bytes = bigEndian(quint64(headers.size() + payload.size() + besides), 4)
        + bigEndian(quint64(headers.size()), 4);
    bytes += bigEndian(checksum(bytes), 4) + headers + payload;
    return bytes + bigEndian(checksum(bytes), 4);
}

//! \brief An event of a stream, for example `messageStart`.
[[nodiscard]] inline QByteArray event(const QByteArray &type, const QByteArray &json)
{
    return message(header(":event-type", type) + header(":content-type", "application/json")
            + header(":message-type", "event"),
        json);
}

//! \brief An exception that ends a stream, for example `throttlingException`.
[[nodiscard]] inline QByteArray exception(const QByteArray &type, const QByteArray &json)
{
    return message(header(":exception-type", type) + header(":content-type", "application/json")
            + header(":message-type", "exception"),
        json);
}

//! \brief An error that ends a stream and is none of the service's exceptions.
[[nodiscard]] inline QByteArray error(const QByteArray &code, const QByteArray &text)
{
    return message(
        header(":error-code", code) + header(":error-message", text) + header(":message-type", "error"), {});
}

} // namespace nexus::eventframes
