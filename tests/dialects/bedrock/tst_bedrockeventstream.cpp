// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/eventstream.h"
#include "eventframes.h"

#include <QTest>

#include <random>

using namespace nexus;
using namespace nexus::bedrock;

class BedrockEventStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPublishedVectors_data();
    void readsPublishedVectors();
    void readsAllHeaderTypes();
    void refusesCorruptedVectors_data();
    void refusesCorruptedVectors();
    void refusesImpossibleLengths_data();
    void refusesImpossibleLengths();
    void refusesBrokenHeaders_data();
    void refusesBrokenHeaders();
    void isTheSameAtEverySplit();
    void waitsForTheEndOfAMessage();
    void givesTheMessagesBeforeABrokenOne();
    void staysBroken();
    void survivesMutatedMessages();
};

namespace {

// AWS publishes these messages for every SDK that reads the format.
const QByteArray emptyMessage = QByteArray::fromHex("000000100000000005c248eb7d98c8ff");
const QByteArray int32Header = QByteArray::fromHex(
    "0000002d0000001041c424b80a6576656e742d74797065040000a00c7b27666f6f273a27626172277d36f480a0");
const QByteArray payloadNoHeaders
    = QByteArray::fromHex("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936");
const QByteArray payloadOneStringHeader = QByteArray::fromHex(
    "0000003d0000002007fd83960c636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e"
    "7b27666f6f273a27626172277d8d9c08b1");
const QByteArray allHeaders = QByteArray::fromHex(
    "000000cc000000af0fae64ca0a6576656e742d74797065040000a00c0c636f6e74656e742d747970650700106"
    "170706c69636174696f6e2f6a736f6e0a626f6f6c2066616c73650109626f6f6c2074727565000462797465"
    "02cf08627974652062756606001449276d2061206c6974746c6520746561706f74210974696d657374616d70"
    "080000000000845fed05696e74313603002a05696e7436340500000000028757b20475756964090102030405"
    "060708090a0b0c0d0e0f107b27666f6f273a27626172277daba5f10c");

constexpr const char *payload = "{'foo':'bar'}";

//! \brief Every message that \a bytes complete, or what is wrong with one of them.
Result<std::vector<EventMessage>> feed(EventStreamReader &reader, QByteArrayView bytes)
{
    std::vector<EventMessage> messages;
    reader.append(bytes);
    while (true) {
        auto message = reader.next();
        if (!message) {
            return failure(message.error());
        }
        if (!*message) {
            return messages;
        }
        messages.push_back(std::move(**message));
    }
}

bool isRefused(const QByteArray &bytes)
{
    EventStreamReader reader;
    const auto read = feed(reader, bytes);
    return !read && read.error().kind == ErrorKind::UpstreamInvalid;
}

} // namespace

void BedrockEventStreamTest::readsPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty_message") << emptyMessage << qsizetype(0) << QByteArray();
    QTest::newRow("int32_header") << int32Header << qsizetype(1) << QByteArray(payload);
    QTest::newRow("payload_no_headers") << payloadNoHeaders << qsizetype(0) << QByteArray(payload);
    QTest::newRow("payload_one_str_header") << payloadOneStringHeader << qsizetype(1) << QByteArray(payload);
    QTest::newRow("all_headers") << allHeaders << qsizetype(10) << QByteArray(payload);
}

void BedrockEventStreamTest::readsPublishedVectors()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qsizetype, headers);
    QFETCH(const QByteArray, body);
    EventStreamReader reader;
    const auto read = feed(reader, bytes);
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t(1));
    QCOMPARE(qsizetype(read->front().headers.size()), headers);
    QCOMPARE(read->front().payload, body);
    QVERIFY(!reader.hasRest());
}

void BedrockEventStreamTest::readsAllHeaderTypes()
{
    EventStreamReader reader;
    const auto read = feed(reader, allHeaders);
    QVERIFY(read);
    using Type = EventHeader::Type;
    const std::vector<EventHeader> expected {
        {.name = "event-type", .type = Type::Integer, .number = 40972},
        {.name = "content-type", .type = Type::String, .bytes = "application/json"},
        {.name = "bool false", .type = Type::False},
        {.name = "bool true", .type = Type::True},
        {.name = "byte", .type = Type::Byte, .number = -49},
        {.name = "byte buf", .type = Type::Bytes, .bytes = "I'm a little teapot!"},
        {.name = "timestamp", .type = Type::Timestamp, .number = 8675309},
        {.name = "int16", .type = Type::Short, .number = 42},
        {.name = "int64", .type = Type::Long, .number = 42424242},
        {.name = "uuid",
            .type = Type::Uuid,
            .bytes = QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10")},
    };
    const EventMessage &message = read->front();
    QCOMPARE(message.headers.size(), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        QVERIFY2(message.headers[index] == expected[index], expected[index].name.constData());
    }
    QCOMPARE(message.text("content-type"), QByteArray("application/json"));
    QCOMPARE(message.text("byte buf"), QByteArray()); // no String
    QCOMPARE(message.text("absent"), QByteArray());
}

void BedrockEventStreamTest::refusesCorruptedVectors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, QByteArray bytes, qsizetype position, char byte) {
        bytes[position] = byte;
        QTest::newRow(name) << bytes;
    };
    row("corrupted_headers", payloadOneStringHeader, 20, '+');
    row("corrupted_header_len", payloadOneStringHeader, 6, 1);
    row("corrupted_length", payloadNoHeaders, 0, 1);
    row("corrupted_payload", payloadNoHeaders, 12, '[');
}

void BedrockEventStreamTest::refusesCorruptedVectors()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(isRefused(bytes));
}

void BedrockEventStreamTest::refusesImpossibleLengths_data()
{
    QTest::addColumn<quint32>("total");
    QTest::addColumn<quint32>("headers");
    QTest::newRow("too short") << quint32(15) << quint32(0);
    QTest::newRow("headers beyond the end") << quint32(20) << quint32(5);
    QTest::newRow("above 16 MiB") << EventStreamReader::maxMessage + 1 << quint32(0);
    QTest::newRow("headers above 128 KiB")
        << EventStreamReader::maxMessage << EventStreamReader::maxHeaders + 1;
    QTest::newRow("greatest") << quint32(0xffffffff) << quint32(0xffffffff);
}

void BedrockEventStreamTest::refusesImpossibleLengths()
{
    QFETCH(const quint32, total);
    QFETCH(const quint32, headers);
    QByteArray prelude = eventframes::bigEndian(total, 4) + eventframes::bigEndian(headers, 4);
    prelude += eventframes::bigEndian(eventframes::checksum(prelude), 4);
    QVERIFY(isRefused(prelude)); // at once, without waiting for that many bytes
}

void BedrockEventStreamTest::refusesBrokenHeaders_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("name cut") << QByteArray("\x05"
                                            "ab");
    QTest::newRow("no type") << QByteArray("\x02"
                                           "ab");
    QTest::newRow("unknown type") << QByteArray("\x01"
                                                "a\x0a");
    QTest::newRow("number cut") << QByteArray("\x01"
                                              "a\x05\x01\x02");
    QTest::newRow("length cut") << QByteArray("\x01"
                                              "a\x07\x01");
    QTest::newRow("text cut") << QByteArray("\x01"
                                            "a\x07\x01\x01"
                                            "b");
    QTest::newRow("uuid cut") << QByteArray("\x01"
                                            "a\x09"
                                            "123");
}

void BedrockEventStreamTest::refusesBrokenHeaders()
{
    QFETCH(const QByteArray, headers);
    QVERIFY(isRefused(eventframes::message(headers, "{}")));
}

void BedrockEventStreamTest::isTheSameAtEverySplit()
{
    const QByteArray stream = allHeaders + emptyMessage + payloadOneStringHeader;
    EventStreamReader whole;
    const auto expected = feed(whole, stream);
    QVERIFY(expected);
    QCOMPARE(expected->size(), std::size_t(3));
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        EventStreamReader reader;
        auto read = feed(reader, stream.first(cut));
        const auto rest = feed(reader, stream.sliced(cut));
        QVERIFY(read && rest);
        read->insert(read->end(), rest->begin(), rest->end());
        QVERIFY2(*read == *expected, QByteArray::number(cut).constData());
    }
    EventStreamReader reader;
    std::vector<EventMessage> messages;
    for (const char byte : stream) {
        const auto read = feed(reader, QByteArrayView(&byte, 1));
        QVERIFY(read);
        messages.insert(messages.end(), read->begin(), read->end());
    }
    QVERIFY(messages == *expected);
}

void BedrockEventStreamTest::waitsForTheEndOfAMessage()
{
    for (qsizetype cut = 1; cut < payloadOneStringHeader.size(); ++cut) {
        EventStreamReader reader;
        const auto read = feed(reader, payloadOneStringHeader.first(cut));
        QVERIFY(read && read->empty());
        QVERIFY(reader.hasRest());
    }
}

void BedrockEventStreamTest::givesTheMessagesBeforeABrokenOne()
{
    EventStreamReader reader;
    reader.append(payloadNoHeaders + QByteArray(16, 'x'));
    QCOMPARE(reader.next().value().value().payload, QByteArray(payload));
    QVERIFY(!reader.next());
}

void BedrockEventStreamTest::staysBroken()
{
    EventStreamReader reader;
    QVERIFY(!feed(reader, QByteArray(16, 'x')));
    QVERIFY(!feed(reader, emptyMessage));
}

void BedrockEventStreamTest::survivesMutatedMessages()
{
    std::minstd_rand random(20240601);
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % quint64(limit)); };
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = round % 2 == 0 ? allHeaders : payloadOneStringHeader + int32Header;
        for (qsizetype change = below(4); change >= 0; --change) {
            bytes[below(bytes.size())] = char(random() & 0xff);
        }
        if (round % 3 == 0) {
            // With checksums that fit again, the mutation reaches what is behind them.
            bytes.replace(8, 4, eventframes::bigEndian(eventframes::checksum(bytes.first(8)), 4));
            const qsizetype end = bytes.size() - 4;
            bytes.replace(end, 4, eventframes::bigEndian(eventframes::checksum(bytes.first(end)), 4));
        }
        bytes.truncate(bytes.size() - below(3) * below(20));
        EventStreamReader reader;
        const qsizetype cut = below(bytes.size());
        const auto first = feed(reader, bytes.first(cut));
        const auto second = feed(reader, bytes.sliced(cut));
        QVERIFY(first || !second);
        accepted += second && !second->empty() ? 1 : 0;
    }
    QVERIFY(accepted > 100); // or nothing was tried behind the checksums
}

QTEST_APPLESS_MAIN(BedrockEventStreamTest)
#include "tst_bedrockeventstream.moc"
