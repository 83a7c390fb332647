// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stricteventstream.h"

#include <QtEndian>

namespace nexus::kit {

namespace {

template<typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~crc;
}

QByteArray eventStreamMessage(
    const std::vector<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &payload)
{
    constexpr char stringType = 7;
    constexpr quint32 around = 16; // two lengths and two checksums
    QByteArray head;
    for (const auto &[name, value] : headers) {
        head += static_cast<char>(name.size()) + name + stringType;
        head += bigEndian(static_cast<quint16>(value.size())) + value;
    }
    const auto headSize = static_cast<quint32>(head.size());
    QByteArray message
        = bigEndian(headSize + static_cast<quint32>(payload.size()) + around) + bigEndian(headSize);
    message += bigEndian(crc32(message));
    message += head + payload;
    return message + bigEndian(crc32(message));
}

QByteArray eventStreamEvent(const QByteArray &type, const QByteArray &json)
{
    return eventStreamMessage(
        {{":event-type", type}, {":content-type", "application/json"}, {":message-type", "event"}}, json);
}

QByteArray eventStreamException(const QByteArray &type, const QByteArray &json)
{
    return eventStreamMessage(
        {{":exception-type", type}, {":content-type", "application/json"}, {":message-type", "exception"}},
        json);
}

} // namespace nexus::kit
