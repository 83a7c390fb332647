// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/eventstream.h"

#include "dialects/bedrock/refusal.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace nexus::bedrock {

namespace {

constexpr qsizetype preludeSize = 12;
constexpr qsizetype crcSize = 4;
constexpr quint32 smallestMessage = preludeSize + crcSize;

quint32 crcOf(QByteArrayView bytes)
{
    // zlib counts in uInt; no message is longer than EventStreamReader::maxMessage.
    return quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size())));
}

quint32 wordAt(QByteArrayView bytes, qsizetype position)
{
    return qFromBigEndian<quint32>(bytes.data() + position);
}

//! \brief Takes values from the front of the headers' bytes; nothing where these end too early.
class HeaderBytes final {
public:
    explicit HeaderBytes(QByteArrayView bytes)
        : m_rest(bytes)
    { }

    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }

    std::optional<QByteArrayView> take(qsizetype size)
    {
        if (m_rest.size() < size) {
            return std::nullopt;
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    template<typename Number>
    std::optional<Number> number()
    {
        const auto bytes = take(sizeof(Number));
        return bytes ? std::optional(qFromBigEndian<Number>(bytes->data())) : std::nullopt;
    }

    template<typename Number>
    bool readInto(qint64 &value)
    {
        const auto taken = number<Number>();
        value = taken ? qint64(*taken) : 0;
        return taken.has_value();
    }

    bool readInto(QByteArray &value, std::optional<qsizetype> size)
    {
        const auto taken = size ? take(*size) : std::nullopt;
        value = taken ? taken->toByteArray() : QByteArray();
        return taken.has_value();
    }

private:
    QByteArrayView m_rest;
};

bool readValue(HeaderBytes &bytes, EventHeader &header)
{
    constexpr qsizetype uuidSize = 16;
    switch (header.type) {
    case EventHeader::Type::True:
    case EventHeader::Type::False:
        return true;
    case EventHeader::Type::Byte:
        return bytes.readInto<qint8>(header.number);
    case EventHeader::Type::Short:
        return bytes.readInto<qint16>(header.number);
    case EventHeader::Type::Integer:
        return bytes.readInto<qint32>(header.number);
    case EventHeader::Type::Long:
    case EventHeader::Type::Timestamp:
        return bytes.readInto<qint64>(header.number);
    case EventHeader::Type::Bytes:
    case EventHeader::Type::String:
        return bytes.readInto(header.bytes, bytes.number<quint16>());
    case EventHeader::Type::Uuid:
        return bytes.readInto(header.bytes, uuidSize);
    }
    return false;
}

std::optional<EventHeader> readHeader(HeaderBytes &bytes)
{
    EventHeader header;
    if (!bytes.readInto(header.name, bytes.number<quint8>())) {
        return std::nullopt;
    }
    const auto type = bytes.number<quint8>();
    if (!type || *type > quint8(EventHeader::Type::Uuid)) {
        return std::nullopt;
    }
    header.type = EventHeader::Type(*type);
    return readValue(bytes, header) ? std::optional(std::move(header)) : std::nullopt;
}

std::optional<std::vector<EventHeader>> readHeaders(QByteArrayView block)
{
    std::vector<EventHeader> headers;
    HeaderBytes bytes(block);
    while (!bytes.isAtEnd()) {
        auto header = readHeader(bytes);
        if (!header) {
            return std::nullopt;
        }
        headers.push_back(std::move(*header));
    }
    return headers;
}

// What is wrong with a prelude, empty when nothing is.
QString preludeProblem(QByteArrayView bytes)
{
    if (crcOf(bytes.first(preludeSize - crcSize)) != wordAt(bytes, preludeSize - crcSize)) {
        return QStringLiteral("an event's prelude has a wrong checksum");
    }
    const quint32 total = wordAt(bytes, 0);
    const quint32 headers = wordAt(bytes, 4);
    if (total > EventStreamReader::maxMessage || headers > EventStreamReader::maxHeaders) {
        return QStringLiteral("an event is too long: %1 bytes, %2 of them headers").arg(total).arg(headers);
    }
    return total < smallestMessage || headers > total - smallestMessage
        ? QStringLiteral("an event's lengths contradict each other")
        : QString();
}

Result<EventMessage> readMessage(QByteArrayView bytes)
{
    const qsizetype end = bytes.size() - crcSize;
    if (crcOf(bytes.first(end)) != wordAt(bytes, end)) {
        return failure(unreadable(QStringLiteral("an event has a wrong checksum")));
    }
    const auto headersSize = qsizetype(wordAt(bytes, 4));
    auto headers = readHeaders(bytes.sliced(preludeSize, headersSize));
    if (!headers) {
        return failure(unreadable(QStringLiteral("an event's headers cannot be read")));
    }
    const qsizetype start = preludeSize + headersSize;
    return EventMessage {std::move(*headers), bytes.sliced(start, end - start).toByteArray()};
}

} // namespace

QByteArray EventMessage::text(QByteArrayView name) const
{
    const auto header = std::ranges::find_if(headers, [name](const EventHeader &candidate) {
        return candidate.type == EventHeader::Type::String && candidate.name == name;
    });
    return header == headers.end() ? QByteArray() : header->bytes;
}

void EventStreamReader::append(QByteArrayView bytes)
{
    m_buffer.remove(0, m_taken);
    m_taken = 0;
    m_buffer.append(bytes);
}

Result<std::optional<EventMessage>> EventStreamReader::next()
{
    if (m_problem) {
        return failure(*m_problem);
    }
    auto message = read(QByteArrayView(m_buffer).sliced(m_taken));
    if (!message) {
        m_problem = message.error();
    }
    return message;
}

Result<std::optional<EventMessage>> EventStreamReader::read(QByteArrayView rest)
{
    if (rest.size() < preludeSize) {
        return std::nullopt;
    }
    if (!m_isPreludeChecked) {
        if (const QString problem = preludeProblem(rest); !problem.isEmpty()) {
            return failure(unreadable(problem));
        }
        m_isPreludeChecked = true;
    }
    const auto total = qsizetype(wordAt(rest, 0));
    if (rest.size() < total) {
        return std::nullopt;
    }
    auto message = readMessage(rest.first(total));
    if (!message) {
        return failure(std::move(message.error()));
    }
    m_isPreludeChecked = false;
    m_taken += total;
    return std::optional(std::move(*message));
}

} // namespace nexus::bedrock
