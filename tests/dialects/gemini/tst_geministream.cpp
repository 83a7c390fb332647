// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/gemini.h"

#include <QTest>

#include <memory>
#include <variant>

using namespace nexus;
using namespace nexus::gemini;

class GeminiStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSteps_data();
    void readsSteps();
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void isNeverCompleteWhenCut();
    void isCutWithoutAFinishReason_data();
    void isCutWithoutAFinishReason();
    void takesALastEventWithoutItsBlankLine();
    void isDoneOnlyWhenClosed();
    void reportsErrors_data();
    void reportsErrors();
    void refusesWhatIsNoStream_data();
    void refusesWhatIsNoStream();
    void makesUpUniqueIds();
    void isFastEnoughForEveryChunk();
};

namespace {

//! \brief All that came of one stream.
struct Outcome {
    QByteArrayList steps;
    bool isWhole = false;
    QByteArray reported; // code of the error announced inside

    bool operator==(const Outcome &) const = default;
};

QByteArray shown(const TokenUsage &usage)
{
    return QByteArray::number(usage.input) + '/' + QByteArray::number(usage.cacheRead) + '/'
        + QByteArray::number(usage.output) + '/' + QByteArray::number(usage.reasoning);
}

//! \brief Steps as short words. Ids made here are random and shown as `*`.
struct Shown {
    QByteArray operator()(const AnswerBegun &step) const
    {
        return "begun " + QByteArray::fromStdString(step.id + ' ' + step.model);
    }
    QByteArray operator()(const TextGrew &step) const { return "text" + of(step.choice, step.text); }
    QByteArray operator()(const RefusalGrew &step) const { return "refusal" + of(step.choice, step.text); }
    QByteArray operator()(const ReasoningGrew &step) const { return "thought" + of(step.choice, step.text); }
    QByteArray operator()(const ReasoningSigned &step) const
    {
        return "signed" + of(step.choice, step.signature);
    }
    QByteArray operator()(const ToolCallBegun &step) const
    {
        const std::string id = step.id.starts_with("call_") ? "*" : step.id;
        return "call"
            + of(step.choice, std::to_string(step.index) + ' ' + id + ' ' + step.name + ' ' + step.signature);
    }
    QByteArray operator()(const ArgumentsGrew &step) const
    {
        return "arguments" + of(step.choice, std::to_string(step.index) + ' ' + step.text);
    }
    QByteArray operator()(const ChoiceFinished &step) const
    {
        return "finished" + of(step.choice, std::to_string(int(step.reason)));
    }
    QByteArray operator()(const UsageKnown &step) const { return "usage " + shown(step.usage); }

    static QByteArray of(int choice, const std::string &what)
    {
        return QByteArray::number(choice) + ' ' + QByteArray::fromStdString(what);
    }
};

Outcome run(const QList<QByteArray> &pieces)
{
    const auto decoder = streamDecoder();
    Outcome outcome;
    const auto add = [&outcome](const Result<std::vector<ChatDelta>> &deltas) {
        for (const ChatDelta &delta : *deltas) {
            outcome.steps.append(std::visit(Shown(), delta));
        }
    };
    const auto note = [&] {
        if (const auto error = decoder->reportedError()) {
            outcome.reported = error->code;
        }
    };
    for (const QByteArray &piece : pieces) {
        const auto deltas = decoder->decode(piece);
        note();
        if (!deltas) {
            return outcome;
        }
        add(deltas);
    }
    const auto rest = decoder->end();
    note();
    if (rest) {
        add(rest);
    }
    outcome.isWhole = rest.has_value() && decoder->isDone();
    return outcome;
}

QByteArray block(const QByteArray &json)
{
    return "data: " + json + "\r\n\r\n";
}

QByteArray piece(const QByteArray &parts, const QByteArray &more = {})
{
    return block(R"({"candidates":[{"content":{"parts":[)" + parts + R"(],"role":"model"},"index":0)" + more
        + R"(}],"modelVersion":"m","responseId":"r"})");
}

const QByteArray stop = R"(,"finishReason":"STOP")";
const QByteArray begun = "begun r m";

QByteArray thoughtfulStream()
{
    return block(
               R"({"candidates":[{"content":{"parts":[{"text":"Hm\u00fc","thought":true}],"role":"model"},"index":0}],)"
               R"("usageMetadata":{"promptTokenCount":4,"totalTokenCount":4},"modelVersion":"m","responseId":"r"})")
        + piece(R"({"text":"H\u00e9"})")
        + piece("{\"text\":\"l\xC3\xB6\"},{\"functionCall\":{\"name\":\"f\",\"args\":{\"b\":5,\"a\":[]}},"
                "\"thoughtSignature\":\"Uw==\"},{\"functionCall\":{\"name\":\"g\",\"id\":\"x\"}}")
        + block(
            R"({"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},"finishReason":"STOP","index":0}],)"
            R"("usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":6,"thoughtsTokenCount":3}})");
}

QByteArrayList thoughtfulSteps()
{
    return {begun, "thought0 Hm\xC3\xBC", "usage 4/0/0/0", "text0 H\xC3\xA9", "text0 l\xC3\xB6",
        "call0 0 * f Uw==", R"(arguments0 0 {"b":5,"a":[]})", "call0 1 x g ", "arguments0 1 {}",
        "usage 4/0/9/3", "finished0 3"};
}

} // namespace

void GeminiStreamTest::readsSteps_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("steps");
    QTest::newRow("thoughts, text, calls") << thoughtfulStream() << thoughtfulSteps();
    QTest::newRow("calls over several pieces have their own places")
        << piece(R"({"functionCall":{"name":"f"}})") + piece(R"({"functionCall":{"name":"f"}})")
            + piece("", stop)
        << QByteArrayList {
               begun, "call0 0 * f ", "arguments0 0 {}", "call0 1 * f ", "arguments0 1 {}", "finished0 3"};
    QTest::newRow("signature on an empty text behind the finish")
        << piece(R"({"text":"a"})", stop) + piece(R"({"text":"","thoughtSignature":"Uw=="})")
        << QByteArrayList {begun, "text0 a", "signed0 Uw==", "finished0 0"};
    QTest::newRow("signature on a text ends the thoughts before it")
        << piece(R"({"text":"t","thought":true})") + piece(R"({"text":"a","thoughtSignature":"Uw=="})", stop)
        << QByteArrayList {begun, "thought0 t", "signed0 Uw==", "text0 a", "finished0 0"};
    QTest::newRow("usage behind the finish")
        << piece(R"({"text":"a"})", stop)
            + block(R"({"usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":2}})")
        << QByteArrayList {begun, "text0 a", "usage 1/0/2/0", "finished0 0"};
    QTest::newRow("a piece without usage does not erase it")
        << block(R"({"usageMetadata":{"promptTokenCount":1},"responseId":"r","modelVersion":"m"})")
            + piece("", stop)
        << QByteArrayList {begun, "usage 1/0/0/0", "finished0 0"};
    QTest::newRow("a finish said too early")
        << piece("", stop) + piece(R"({"text":"a"})") + piece("", R"(,"finishReason":"MAX_TOKENS")")
        << QByteArrayList {begun, "text0 a", "finished0 2"};
    QTest::newRow("blocked prompt") << block(
        R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":3},)"
        R"("responseId":"r","modelVersion":"m"})")
                                    << QByteArrayList {begun, "usage 3/0/0/0", "finished0 4"};
    QTest::newRow("stopped by a filter, without content")
        << piece(R"({"text":"a"})") + block(R"({"candidates":[{"finishReason":"SAFETY","index":0}]})")
        << QByteArrayList {begun, "text0 a", "finished0 4"};
    QTest::newRow("several candidates")
        << block(
               R"({"candidates":[{"content":{"parts":[{"text":"b"}]},"index":1},{"content":{"parts":[{"text":"a"}]}}],)"
               R"("responseId":"r","modelVersion":"m"})")
            + block(R"({"candidates":[{"finishReason":"STOP","index":1}]})")
            + block(R"({"candidates":[{"finishReason":"MAX_TOKENS"}]})")
        << QByteArrayList {begun, "text1 b", "text0 a", "finished0 2", "finished1 0"};
    QTest::newRow("images and code have no step") << piece(
        R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}},{"executableCode":{"code":"1"}},{"text":"a"})",
        stop) << QByteArrayList {begun, "text0 a", "finished0 0"};
    QTest::newRow("comments, other events and the end of others")
        << ": hi\n\nevent: ping\n\ndata:\n\n" + piece(R"({"text":"a"})", stop) + "data: [DONE]\n\n"
        << QByteArrayList {begun, "text0 a", "finished0 0"};
    QTest::newRow("nonsense inside") << piece(R"(null,5,{"text":5},{"functionCall":5})")
            + block(R"({"candidates":[5,{"index":-1},{"index":99999999}]})") + piece(R"({"text":"a"})", stop)
                                     << QByteArrayList {begun, "text0 a", "finished0 0"};
}

void GeminiStreamTest::readsSteps()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArrayList, steps);
    const Outcome outcome = run({stream});
    QCOMPARE(outcome.steps.join('\n'), steps.join('\n'));
    QVERIFY(outcome.isWhole);
}

void GeminiStreamTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("CRLF") << thoughtfulStream();
    QTest::newRow("LF") << thoughtfulStream().replace("\r\n", "\n");
    QTest::newRow("error inside") << thoughtfulStream()
            + block(R"({"error":{"code":503,"status":"UNAVAILABLE"}})");
    QTest::newRow("bare error") << thoughtfulStream()
            + "{\n \"error\": {\"code\":503,\n\"status\":\"UNAVAILABLE\"}\n}\n";
    QTest::newRow("nonsense") << thoughtfulStream() + "data: {oops\n\n";
}

void GeminiStreamTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    const Outcome whole = run({stream});
    QList<QByteArray> bytes;
    for (qsizetype at = 0; at < stream.size(); ++at) {
        const Outcome split = run({stream.first(at), stream.sliced(at)});
        // Before an event that cannot be read, the steps of its own feed are lost with it.
        if (whole.isWhole || !whole.reported.isEmpty()) {
            QVERIFY2(split == whole, qPrintable(QString::number(at)));
        }
        QCOMPARE(split.isWhole, whole.isWhole);
        bytes.append(stream.sliced(at, 1));
    }
    const Outcome single = run(bytes);
    QCOMPARE(single.isWhole, whole.isWhole);
    QCOMPARE(single.reported, whole.reported);
}

void GeminiStreamTest::isNeverCompleteWhenCut()
{
    const QByteArray stream = thoughtfulStream();
    // The blank line behind the last event may be missing, its last brace not.
    const qsizetype needed = stream.trimmed().size();
    for (qsizetype size = 0; size < needed; ++size) {
        const Outcome outcome = run({stream.first(size)});
        QVERIFY2(!outcome.isWhole, qPrintable(QString::number(size)));
        QVERIFY(!outcome.steps.join(' ').contains("finished"));
    }
    for (qsizetype size = needed; size <= stream.size(); ++size) {
        QVERIFY2(run({stream.first(size)}).isWhole, qPrintable(QString::number(size)));
    }
}

void GeminiStreamTest::isCutWithoutAFinishReason_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text only") << piece(R"({"text":"a"})");
    QTest::newRow("usage only") << block(R"({"usageMetadata":{"promptTokenCount":3}})");
    QTest::newRow("one of two candidates") << block(
        R"({"candidates":[{"finishReason":"STOP"},{"content":{"parts":[{"text":"a"}]},"index":1}]})");
    QTest::newRow("[DONE] is no finish") << piece(R"({"text":"a"})") + "data: [DONE]\n\n";
    QTest::newRow("a piece of an event behind the finish") << piece(R"({"text":"a"})", stop) + "data: {\"usa";
    QTest::newRow("a piece of its name") << piece(R"({"text":"a"})", stop) + "dat";
}

void GeminiStreamTest::isCutWithoutAFinishReason()
{
    QFETCH(const QByteArray, stream);
    const auto decoder = streamDecoder();
    QVERIFY(decoder->decode(stream));
    const auto rest = decoder->end();
    QVERIFY(!rest);
    QCOMPARE(rest.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!decoder->isDone());
    QVERIFY(!decoder->reportedError());
}

void GeminiStreamTest::takesALastEventWithoutItsBlankLine()
{
    const Outcome outcome = run({piece(R"({"text":"a"})"), piece(R"({"text":"b"})", stop).trimmed()});
    QVERIFY(outcome.isWhole);
    QCOMPARE(outcome.steps, (QByteArrayList {begun, "text0 a", "text0 b", "finished0 0"}));
}

// Usage and signatures may come behind a finishReason: who stops reading there loses them.
void GeminiStreamTest::isDoneOnlyWhenClosed()
{
    const auto decoder = streamDecoder();
    QVERIFY(decoder->decode(piece(R"({"text":"a"})", stop)));
    QVERIFY(!decoder->isDone());
    QVERIFY(decoder->end());
    QVERIFY(decoder->isDone());
}

void GeminiStreamTest::reportsErrors_data()
{
    QTest::addColumn<QByteArray>("error");
    const QByteArray json
        = R"({"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}})";
    QTest::newRow("as an event") << block(json);
    QTest::newRow("in a list") << block('[' + json + ']');
    QTest::newRow("bare, as the service writes some") << json;
    QTest::newRow("bare in a list") << "[" + json + "\n]\n";
}

void GeminiStreamTest::reportsErrors()
{
    QFETCH(const QByteArray, error);
    const auto decoder = streamDecoder();
    const auto before = decoder->decode(piece(R"({"text":"a"})", stop) + error);
    QVERIFY(before);
    QCOMPARE(before->size(), std::size_t(2));
    const auto rest = decoder->end();
    QVERIFY(!rest);
    QVERIFY(rest.error().message.contains(QStringLiteral("overloaded")));
    QVERIFY(decoder->reportedError());
    QCOMPARE(decoder->reportedError()->message, QByteArray("The model is overloaded."));
    QCOMPARE(decoder->reportedError()->code, QByteArray("UNAVAILABLE"));
    QCOMPARE(decoder->reportedError()->type, QByteArray("overloaded_error"));
    QCOMPARE(decoder->reportedError()->status, 503);
    const auto after = decoder->decode(piece(R"({"text":"b"})"));
    QVERIFY(after && after->empty());
    QVERIFY(!decoder->isDone());
}

void GeminiStreamTest::refusesWhatIsNoStream_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("no JSON") << QByteArray("data: hello\n\n");
    QTest::newRow("broken JSON") << QByteArray("data: {\"candidates\":[}\n\n");
    QTest::newRow("a number") << QByteArray("data: 5\n\n");
    QTest::newRow("endless nesting") << "data: " + QByteArray(100'000, '[') + QByteArray(100'000, ']')
            + "\n\n";
    QTest::newRow("bytes that are no UTF-8") << QByteArray("data: {\"a\":\"\xFF\"}\n\n");
    QTest::newRow("a bare answer") << QByteArray("{\"candidates\":[]}\n\n");
}

void GeminiStreamTest::refusesWhatIsNoStream()
{
    QFETCH(const QByteArray, stream);
    const auto deltas = streamDecoder()->decode(stream);
    QVERIFY(!deltas);
    QCOMPARE(deltas.error().kind, ErrorKind::UpstreamInvalid);
}

void GeminiStreamTest::makesUpUniqueIds()
{
    const auto decoder = streamDecoder();
    QSet<QByteArray> ids;
    for (int i = 0; i < 100; ++i) {
        const auto deltas = decoder->decode(
            piece(R"({"functionCall":{"name":"f","id":"same"}},{"functionCall":{"name":"f"}})"));
        QVERIFY(deltas);
        for (const ChatDelta &delta : *deltas) {
            if (const auto *call = std::get_if<ToolCallBegun>(&delta)) {
                ids.insert(QByteArray::fromStdString(call->id));
            }
        }
    }
    QCOMPARE(ids.size(), qsizetype(200));
    QVERIFY(!ids.contains(QByteArray()));
}

void GeminiStreamTest::isFastEnoughForEveryChunk()
{
    const auto decoder = streamDecoder();
    const QByteArray chunk = piece(R"({"text":"a few words of an answer"})");
    QBENCHMARK
    {
        const auto deltas = decoder->decode(chunk);
        QVERIFY(deltas);
    }
}

QTEST_APPLESS_MAIN(GeminiStreamTest)
#include "tst_geministream.moc"
