// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ssereader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nexus;

class SseReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFields_data();
    void readsFields();
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void deliversAtTheBlankLine();
    void takesACrLfForOneLineEnd();
    void keepsARest();
    void refusesAnEndlessEvent();
    void staysLinearByteByByte();
    void mapsDataToRaw();
};

namespace {

// An event without its bytes: what a reader of the stream would see.
using Seen = QList<std::tuple<QByteArray, QByteArray>>;

Seen seen(const std::vector<SseEvent> &events)
{
    Seen result;
    for (const SseEvent &event : events) {
        if (event.hasData) {
            result.append({event.name, event.data});
        }
    }
    return result;
}

// Feeds the pieces and checks that no byte gets lost.
std::vector<SseEvent> feedAll(const QList<QByteArray> &pieces)
{
    SseReader reader;
    std::vector<SseEvent> all;
    QByteArray raw;
    for (const QByteArray &piece : pieces) {
        auto events = reader.feed(piece);
        if (!events) {
            return {};
        }
        for (SseEvent &event : *events) {
            raw.append(event.raw);
            all.push_back(std::move(event));
        }
    }
    return raw + reader.rest() == pieces.join() ? all : std::vector<SseEvent>();
}

QByteArray withLineEnds(QByteArray text, const QByteArray &lineEnd)
{
    return text.replace("\n", lineEnd);
}

QByteArray sampleStream()
{
    return "\xEF\xBB\xBF: hello\n\ndata: one\n\nevent: ping\ndata:two\ndata:  three\nid: 7\n\n\n\n"
           "retry: 10\n\ndata\n\ndata: \xF0\x9F\x98\x80\nunknown: x\ndata:\n\ndata: last\n\n";
}

} // namespace

void SseReaderTest::readsFields_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Seen>("expected");
    QTest::newRow("one") << QByteArray("data: x\n\n") << Seen {{"", "x"}};
    QTest::newRow("one space goes") << QByteArray("data:  x \n\n") << Seen {{"", " x "}};
    QTest::newRow("no space") << QByteArray("data:x\n\n") << Seen {{"", "x"}};
    QTest::newRow("joined") << QByteArray("data: a\ndata:\ndata: b\n\n") << Seen {{"", "a\n\nb"}};
    QTest::newRow("no colon") << QByteArray("data\n\n") << Seen {{"", ""}};
    QTest::newRow("name") << QByteArray("event: error\ndata: x\n\n") << Seen {{"error", "x"}};
    QTest::newRow("name only once") << QByteArray("event: e\ndata: x\n\ndata: y\n\n")
                                    << Seen {{"e", "x"}, {"", "y"}};
    QTest::newRow("comment") << QByteArray(": data: x\n\n") << Seen {};
    QTest::newRow("case matters") << QByteArray("Data: x\n\n") << Seen {};
    QTest::newRow("space before colon") << QByteArray("data : x\n\n") << Seen {};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: x\n\n")
                                     << Seen {{"", "x"}};
    QTest::newRow("mark later") << QByteArray("\n\xEF\xBB\xBF"
                                              "data: x\n\n")
                                << Seen {};
    QTest::newRow("unfinished") << QByteArray("data: x\n\ndata: y\n") << Seen {{"", "x"}};
    QTest::newRow("mixed line ends") << QByteArray("data: a\r\ndata: b\rdata: c\n\r\n")
                                     << Seen {{"", "a\nb\nc"}};
}

void SseReaderTest::readsFields()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const Seen, expected);
    QCOMPARE(seen(feedAll({stream})), expected);
}

void SseReaderTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("LF") << sampleStream();
    QTest::newRow("CRLF") << withLineEnds(sampleStream(), "\r\n");
    QTest::newRow("CR") << withLineEnds(sampleStream(), "\r");
    QTest::newRow("mixed") << QByteArray(
        "data: a\r\n\rdata: b\n\r\n\r\ndata: c\r\r\ndata: d\r\n\n\ndata: e\n\r");
}

void SseReaderTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    const Seen expected = seen(feedAll({stream}));
    QCOMPARE(expected.size(), 5);
    for (qsizetype first = 0; first <= stream.size(); ++first) {
        for (qsizetype second = first; second <= stream.size(); ++second) {
            const QList<QByteArray> pieces {
                stream.first(first), stream.sliced(first, second - first), stream.sliced(second)};
            QCOMPARE(seen(feedAll(pieces)), expected);
        }
    }
    QList<QByteArray> bytes;
    for (const char byte : stream) {
        bytes.append(QByteArray(1, byte));
    }
    QCOMPARE(seen(feedAll(bytes)), expected);
}

void SseReaderTest::deliversAtTheBlankLine()
{
    for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r"), QByteArray("\r\n")}) {
        SseReader reader;
        // The first byte of the blank line is enough, whatever the next one will be.
        const auto events = reader.feed("data: x" + lineEnd + lineEnd.first(1));
        QVERIFY(events);
        QCOMPARE(seen(*events), (Seen {{"", "x"}}));
        QVERIFY(reader.rest().isEmpty());
    }
}

void SseReaderTest::takesACrLfForOneLineEnd()
{
    SseReader reader;
    QVERIFY(reader.feed("data: x\r")->empty());
    QVERIFY(reader.feed("\ndata: y\r")->empty());
    const auto events = reader.feed("\n\r");
    QCOMPARE(seen(*events), (Seen {{"", "x\ny"}}));
    const auto rest = reader.feed("\n");
    QCOMPARE(rest->size(), std::size_t(1));
    QCOMPARE(rest->front().raw, QByteArray("\n"));
    QVERIFY(!rest->front().hasData);
    QVERIFY(reader.rest().isEmpty());
}

void SseReaderTest::keepsARest()
{
    SseReader reader;
    const auto events = reader.feed("data: x\n\ndata: y");
    QCOMPARE(events->size(), std::size_t(1));
    QCOMPARE(reader.rest(), QByteArray("data: y"));
}

void SseReaderTest::refusesAnEndlessEvent()
{
    SseReader whole(100);
    QVERIFY(!whole.feed("data: " + QByteArray(200, 'x') + "\n\n"));
    SseReader endless(100);
    bool isRefused = false;
    for (int i = 0; i < 20 && !isRefused; ++i) {
        isRefused = !endless.feed("data: 1234\n").has_value();
    }
    QVERIFY(isRefused);
    SseReader many(100);
    for (int i = 0; i < 100; ++i) {
        const auto events = many.feed("data: 123456789\n\n\n");
        QVERIFY(events);
        QCOMPARE(seen(*events).size(), 1);
    }
}

void SseReaderTest::staysLinearByteByByte()
{
    const QByteArray stream
        = "data: " + QByteArray(2'000'000, 'x') + "\n\n" + QByteArray("data: y\r\r").repeated(100'000);
    SseReader reader;
    qsizetype count = 0;
    QElapsedTimer timer;
    timer.start();
    for (qsizetype i = 0; i < stream.size(); ++i) {
        const auto events = reader.feed(QByteArrayView(stream).sliced(i, 1));
        QVERIFY(events.has_value());
        count += qsizetype(events->size());
    }
    QCOMPARE(count, 100'001);
    // A reader that looks at everything again for each byte would need hours.
    QVERIFY(timer.elapsed() < 60'000);
}

void SseReaderTest::mapsDataToRaw()
{
    SseReader reader;
    const auto events = reader.feed("id: 1\ndata: abc\n: c\ndata:de\r\ndata:\rdata:  f\n\n");
    QCOMPARE(events->size(), std::size_t(1));
    const SseEvent &event = events->front();
    QCOMPARE(event.data, QByteArray("abc\nde\n\n f"));
    for (qsizetype i = 0; i < event.data.size(); ++i) {
        if (event.data[i] != '\n') {
            QCOMPARE(event.raw[event.rawOffset(i)], event.data[i]);
        }
    }
    QCOMPARE(event.raw.sliced(event.rawOffset(event.data.size())), QByteArray("\n\n"));
    QCOMPARE(event.raw.sliced(event.rawOffset(3), 4), QByteArray("\n: c"));
}

QTEST_APPLESS_MAIN(SseReaderTest)
#include "tst_ssereader.moc"
