// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "proxyfixture.h"
#include "recordwait.h"
#include "trafficfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using kit::Reply;
using Kind = LiveEvent::Kind;

namespace {

// Whoever looks at a gateway, and all that happens while it looks.
class Viewer final {
public:
    explicit Viewer(Gateway &gateway)
        : m_feed(gateway.ledger().live())
        , m_watch(m_feed.watch())
    {
        QObject::connect(
            &m_feed, &LiveFeed::happened, &m_context, [this](const std::vector<LiveEvent> &batch) {
                events.insert(events.end(), batch.begin(), batch.end());
            });
    }

    [[nodiscard]] bool hasSeen(Kind kind) const
    {
        return QTest::qWaitFor([this, kind] { return find(kind) != nullptr; });
    }

    [[nodiscard]] const LiveRequest *find(Kind kind) const
    {
        const auto found = std::ranges::find(events, kind, &LiveEvent::kind);
        return found == events.end() ? nullptr : &found->request;
    }

    [[nodiscard]] bool stopFirst() { return m_feed.stop(m_feed.running().front().record->number); }
    [[nodiscard]] std::size_t runningCount() const { return m_feed.running().size(); }

    std::vector<LiveEvent> events;

private:
    LiveFeed &m_feed;
    LiveWatch m_watch;
    QObject m_context;
};

} // namespace

//! What is seen of requests while they run, and how they are stopped.
class LiveStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aStreamIsSeenFromBeginningToEnd();
    void whoComesLateSeesHowFarItIs();
    void theNextProviderIsSeenBeforeItAnswers();
    void aStreamIsStopped_data();
    void aStreamIsStopped();
    void aRequestIsStoppedBeforeItsAnswer();
    void aRequestIsStoppedBetweenTwoAttempts();
    void thoseWhoWaitForTheSameGoOn();
    void aProxiedStreamIsStopped();
    void everyRequestKnowsItsProgram();

private:
    [[nodiscard]] Gateway &gateway() const { return *m_fixture->gateway.gateway; }

    std::unique_ptr<TrafficFixture> m_fixture;
    const QByteArray m_first = eventOf(chunkOf("m", "Hello there"));
    const QByteArrayList m_stream {
        chunkOf("m", "Hello there"), chunkOf("m", ", and more"), chunkOf("m", "", "stop"), "[DONE]"};
};

void LiveStreamTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void LiveStreamTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void LiveStreamTest::aStreamIsSeenFromBeginningToEnd()
{
    m_fixture->start(TrafficFixture::three());
    Viewer viewer(gateway());
    const qsizetype second = eventOf(chunkOf("m", ", and more")).size();
    m_fixture->a.setDefaultReply(
        Reply::sse(m_stream).held().holdAfter(m_first.size()).holdAfter(m_first.size() + second));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(viewer.hasSeen(Kind::Started));
    const LiveRequest *started = viewer.find(Kind::Started);
    QCOMPARE(started->record->provider, QStringLiteral("a"));
    QCOMPARE(started->record->askedModel, "a/m");
    QVERIFY(started->record->isStream);
    QCOMPARE(started->status, 0);
    m_fixture->a.release(0);
    QVERIFY(viewer.hasSeen(Kind::FirstByte));
    const LiveRequest *first = viewer.find(Kind::FirstByte);
    QCOMPARE(first->status, 200);
    QCOMPARE(first->outputTokens, 3);
    QVERIFY(first->firstByte.count() > 0);
    const qint64 bytes = first->bytesOut;
    m_fixture->a.release(0);
    QVERIFY(viewer.hasSeen(Kind::Progress));
    const LiveRequest *more = viewer.find(Kind::Progress);
    QVERIFY(more->bytesOut > bytes);
    QCOMPARE(more->outputTokens, 6);
    QVERIFY(more->speed() > 0);
    m_fixture->a.release(0);
    QVERIFY(viewer.hasSeen(Kind::Ended));
    const LiveRequest *ended = viewer.find(Kind::Ended);
    QCOMPARE(ended->record->number, viewer.find(Kind::Started)->record->number);
    QCOMPARE(ended->record->outcome, Outcome::Answered);
    QCOMPARE(ended->bytesOut, ended->record->bytesOut);
    QCOMPARE(viewer.runningCount(), std::size_t(0));
}

void LiveStreamTest::whoComesLateSeesHowFarItIs()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(Reply::sse(m_stream).holdAfter(m_first.size()));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForBody("Hello"));
    const std::vector<LiveRequest> running = gateway().ledger().live().running();
    QCOMPARE(running.size(), std::size_t(1));
    QCOMPARE(running.front().status, 200);
    QCOMPARE(running.front().outputTokens, 3);
    QVERIFY(running.front().age >= running.front().firstByte);
    const Viewer viewer(gateway());
    m_fixture->a.release();
    QVERIFY(viewer.hasSeen(Kind::Ended));
    QVERIFY(viewer.find(Kind::Started) == nullptr);
}

void LiveStreamTest::theNextProviderIsSeenBeforeItAnswers()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(errorReply(404));
    m_fixture->b.setDefaultReply(Reply::hang());
    const auto client = m_fixture->send(chatOf("all"));
    LiveFeed &feed = gateway().ledger().live();
    QTRY_COMPARE(m_fixture->b.requestCount(), 1);
    QCOMPARE(feed.running().front().record->provider, QStringLiteral("b"));
    QCOMPARE(feed.running().front().record->attempts.size(), std::size_t(1));
}

void LiveStreamTest::aStreamIsStopped_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::newRow("openai") << false;
    QTest::newRow("anthropic") << true;
}

void LiveStreamTest::aStreamIsStopped()
{
    QFETCH(const bool, isAnthropic);
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(Reply::sse(m_stream).hangAfter(m_first.size()));
    QSignalSpy closed(&m_fixture->a, &kit::ScriptedProvider::clientClosed);
    Viewer viewer(gateway());
    const auto client = isAnthropic
        ? m_fixture->send(messageOf("a/m", true), {}, TrafficFixture::messagesPath)
        : m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForBody("Hello"));
    QVERIFY(viewer.stopFirst());
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.hasTerminator);
    QVERIFY(answer.body.contains("was stopped"));
    QVERIFY(!answer.body.contains("[DONE]") && !answer.body.contains("message_stop"));
    QCOMPARE(errorTypeOf(answer.events().last()), "permission_error");
    QVERIFY(closed.count() == 1 || closed.wait());
    QVERIFY(viewer.hasSeen(Kind::Ended));
    const RequestRecord known = recordOf(gateway());
    QCOMPARE(known.outcome, Outcome::ShutDown);
    QCOMPARE(known.error->code, "request_stopped");
    QVERIFY(!known.attempts.back().error);
    QVERIFY(known.isUsageEstimated);
    QCOMPARE(known.usage->output, 3);
    QVERIFY(!viewer.find(Kind::Ended)->record->error->message.isEmpty());
}

void LiveStreamTest::aRequestIsStoppedBeforeItsAnswer()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(Reply::hang());
    const auto client = m_fixture->send(chatOf("a/m"));
    Viewer viewer(gateway());
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(viewer.stopFirst());
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 403);
    QCOMPARE(errorShape(client->answer().body).code, "request_stopped");
    QCOMPARE(m_fixture->a.requestCount(), 1);
    const RequestRecord known = recordOf(gateway());
    QCOMPARE(known.status, 403);
    QVERIFY(!known.usage);
    // The connection goes on.
    m_fixture->a.setDefaultReply(wholeReply());
    client->post(TrafficFixture::chatPath, chatOf("a/m"));
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).status, 200);
}

void LiveStreamTest::aRequestIsStoppedBetweenTwoAttempts()
{
    m_fixture->start(TrafficFixture::provider(
        "a", "retries = { max_attempts = 5, base_delay = \"60s\", max_delay = \"60s\" }\n"));
    m_fixture->a.setDefaultReply(errorReply(500).withHeader("Retry-After", "50"));
    const auto client = m_fixture->send(chatOf("a/m"));
    Viewer viewer(gateway());
    QSignalSpy answered(&m_fixture->a, &kit::ScriptedProvider::answered);
    QVERIFY(answered.count() == 1 || answered.wait());
    QVERIFY(viewer.stopFirst());
    QVERIFY(client->waitForAnswers());
    QCOMPARE(errorShape(client->answer().body).code, "request_stopped");
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void LiveStreamTest::thoseWhoWaitForTheSameGoOn()
{
    m_fixture->start(
        TrafficFixture::provider("a") + "[llm.cache]\nenabled = true\n[llm]\nkeepalive = \"50ms\"\n");
    m_fixture->a.script(Reply::hang());
    m_fixture->a.setDefaultReply(streamReply());
    const Clients clients = m_fixture->sendEqual(2, true);
    QVERIFY(haveComments(clients));
    Viewer viewer(gateway());
    QCOMPARE(viewer.runningCount(), std::size_t(2));
    QVERIFY(viewer.stopFirst());
    QVERIFY(haveAnswers(clients));
    const QByteArray both = clients[0]->answer().body + clients[1]->answer().body;
    QCOMPARE(both.count("was stopped"), 1);
    QCOMPARE(both.count("[DONE]"), 1);
}

void LiveStreamTest::aProxiedStreamIsStopped()
{
    ProxyFixture proxy;
    proxy.start();
    const QByteArray event = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
    proxy.provider().setDefaultReply(Reply::rawSse({event, event}).held().hangAfter(event.size()));
    Viewer viewer(*proxy.gateway.gateway);
    const auto client = proxy.send("POST", "/proxy/anthropic/v1/messages",
        {{"Content-Type", "application/json"}}, R"({"model":"m","stream":true})");
    QVERIFY(viewer.hasSeen(Kind::Started));
    proxy.provider().release();
    QVERIFY(client->waitForBody("ping"));
    QVERIFY(viewer.hasSeen(Kind::FirstByte));
    QVERIFY(viewer.stopFirst());
    QVERIFY(client->waitForClosed());
    QVERIFY(!client->answer().hasTerminator);
    const RequestRecord known = recordOf(*proxy.gateway.gateway);
    QCOMPARE(known.error->code, "request_stopped");
    QVERIFY(!known.usage);
}

void LiveStreamTest::everyRequestKnowsItsProgram()
{
#ifndef Q_OS_LINUX
    QSKIP("needs /proc");
#endif
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(wholeReply());
    const auto client = m_fixture->send(chatOf("a/m"));
    QVERIFY(client->waitForAnswers());
    client->request("GET", "/llm/v1/models");
    QVERIFY(client->waitForAnswers(2));
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers(3));
    for (std::size_t i = 0; i < 3; ++i) {
        const RequestRecord known = recordOf(gateway(), i);
        QVERIFY(known.program);
        QTRY_VERIFY(known.program->program());
        QCOMPARE(known.program->program()->pid, QCoreApplication::applicationPid());
    }
}

QTEST_GUILESS_MAIN(LiveStreamTest)
#include "tst_livestream.moc"
