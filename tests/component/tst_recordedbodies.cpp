// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "ledger/history/historyreader.h"
#include "trafficfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

// It is in a prompt, and a model repeats it.
const QByteArray saidKey = "sk-proj-Ab3dEfGhIjKlMnOpQrStUvWx0123456789";

} // namespace

//! What was said, as far as the history keeps it.
class RecordedBodiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everythingIsKeptWithoutKeys();
    void onlyErrorsAreKept();
    void nothingIsKeptUnasked();
    void aLongAnswerIsCut();
    void aKeyInPiecesIsNotKept();
    void whatWentToTheProviderIsKept();
    void headersAndEventsAreKept();
    void aStoppedOrBrokenAnswerIsKeptAsFarAsItCame();

private:
    void start(const QByteArray &ledger) const;
    // Of each request, oldest first.
    [[nodiscard]] std::vector<RecordedBodies> kept() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TrafficFixture> m_fixture;
};

void RecordedBodiesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<TrafficFixture>();
    m_fixture->gateway.historyPath = m_folder->filePath(QStringLiteral("history.sqlite"));
}

void RecordedBodiesTest::start(const QByteArray &ledger) const
{
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 1\n") + "[ledger]\n" + ledger);
}

std::vector<RecordedBodies> RecordedBodiesTest::kept() const
{
    const QString path = m_fixture->gateway.historyPath;
    // Whatever comes late would come before the end of the gateway.
    m_fixture->gateway.gateway.reset();
    const auto reader = HistoryReader::open(
        path, [](const QString &, const QString &, qint64) { return std::optional<Price>(); });
    const Result<HistoryPage> page = reader ? reader->page({}, 0, 100) : failure(reader.error());
    std::vector<RecordedBodies> bodies;
    for (auto row = page->rows.rbegin(); page && row != page->rows.rend(); ++row) {
        const auto detail = reader->detail(row->id);
        bodies.push_back(detail && *detail ? (*detail)->bodies : RecordedBodies());
    }
    return bodies;
}

void RecordedBodiesTest::everythingIsKeptWithoutKeys()
{
    start("bodies = \"all\"\n");
    m_fixture->a.setDefaultReply(wholeReply("your key is " + saidKey));
    const QByteArray prompt = chatOf("a/m", false, R"("user":")" + saidKey + '"');
    const kit::Answer answer = m_fixture->ask(prompt);
    QVERIFY(answer.body.contains(saidKey));
    const std::vector<RecordedBodies> bodies = kept();
    QCOMPARE(bodies.size(), std::size_t(1));
    QCOMPARE(bodies[0].prompt, QByteArray(prompt).replace(saidKey, "***6789"));
    QCOMPARE(bodies[0].answer, QByteArray(answer.body).replace(saidKey, "***6789"));
    QVERIFY(!bodies[0].isAnswerCut);
}

void RecordedBodiesTest::onlyErrorsAreKept()
{
    start("bodies = \"errors\"\n");
    m_fixture->a.script(wholeReply());
    m_fixture->a.script(errorReply(400));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    const kit::Answer refused = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(refused.status, 400);
    const kit::Answer unknown = m_fixture->ask("{no json");
    QCOMPARE(unknown.status, 400);
    const std::vector<RecordedBodies> bodies = kept();
    QCOMPARE(bodies.size(), std::size_t(3));
    QVERIFY(bodies[0].isEmpty());
    QCOMPARE(bodies[1].prompt, chatOf("a/m"));
    QCOMPARE(bodies[1].answer, refused.body);
    QCOMPARE(bodies[2].prompt, "{no json");
    QCOMPARE(bodies[2].answer, unknown.body);
}

void RecordedBodiesTest::nothingIsKeptUnasked()
{
    start({});
    m_fixture->a.setDefaultReply(errorReply(400));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 400);
    QVERIFY(kept().at(0).isEmpty());
}

void RecordedBodiesTest::aLongAnswerIsCut()
{
    start("bodies = \"all\"\nmax_body = \"1KiB\"\n");
    m_fixture->a.setDefaultReply(wholeReply(QByteArray("many words ").repeated(500)));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    const RecordedBodies bodies = kept().at(0);
    QCOMPARE(bodies.prompt, chatOf("a/m"));
    QCOMPARE(bodies.answer.size(), 1024);
    QVERIFY(bodies.isAnswerCut);
}

void RecordedBodiesTest::aKeyInPiecesIsNotKept()
{
    start("bodies = \"all\"\n");
    QByteArrayList events;
    for (qsizetype pos = 0; pos < saidKey.size(); pos += 5) {
        events.append(chunkOf("m", saidKey.mid(pos, 5)));
    }
    m_fixture->a.setDefaultReply(Reply::sse(events + QByteArrayList {chunkOf("m", "", "stop"), "[DONE]"}));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QVERIFY(answer.hasTerminator);
    const QByteArray stream = kept().at(0).answer;
    QVERIFY(stream.endsWith("data: [DONE]\n\n"));
    QVERIFY(stream.contains(R"("content":"***6789")"));
    for (qsizetype pos = 0; pos + 5 <= saidKey.size(); pos += 5) {
        QVERIFY(!stream.contains(saidKey.mid(pos, 5)));
    }
}

void RecordedBodiesTest::aStoppedOrBrokenAnswerIsKeptAsFarAsItCame()
{
    start("bodies = \"errors\"\n");
    const QByteArray first = eventOf(chunkOf("m", "Hello"));
    m_fixture->a.setDefaultReply(
        Reply::sse({chunkOf("m", "Hello"), chunkOf("m", " there")}).cutAfter(first.size()));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QCOMPARE(answer.events().size(), 2);
    QCOMPARE(kept().at(0).answer, answer.body);
}

void RecordedBodiesTest::whatWentToTheProviderIsKept()
{
    start("bodies = \"all\"\n");
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m", false, R"("user":")" + saidKey + '"')).status, 200);
    const QByteArray said = m_fixture->a.received(0).body;
    QVERIFY(said.contains(R"("model":"m")"));
    const RecordedBodies bodies = kept().at(0);
    QVERIFY(bodies.prompt.contains(R"("model":"a/m")"));
    QCOMPARE(bodies.sent, QByteArray(said).replace(saidKey, "***6789"));
}

void RecordedBodiesTest::headersAndEventsAreKept()
{
    start("bodies = \"all\"\n");
    m_fixture->a.setDefaultReply(
        Reply::sse({chunkOf("m", "Hello"), chunkOf("m", " there", "stop"), "[DONE]"}));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true), {{"Authorization", "Bearer " + saidKey}});
    QCOMPARE(answer.status, 200);
    const RecordedBodies bodies = kept().at(0);
    QCOMPARE(bodies.requestHeaders.value("authorization"), QByteArray("Bearer ***6789"));
    QVERIFY(bodies.requestHeaders.value("content-type").startsWith("application/json"));
    QCOMPARE(bodies.answerHeaders.value("x-nexus-provider"), QByteArray("a"));
    QVERIFY(bodies.answerHeaders.value("content-type").startsWith("text/event-stream"));
    QCOMPARE(bodies.events.size(), std::size_t(answer.events().size()));
    qint64 bytes = 0;
    qint64 last = 0;
    for (const StreamEvent &event : bodies.events) {
        bytes += event.size;
        QVERIFY(event.at >= last);
        last = event.at;
    }
    QCOMPARE(bytes, bodies.answer.size());
}

QTEST_GUILESS_MAIN(RecordedBodiesTest)
#include "tst_recordedbodies.moc"
