// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callprobe.h"
#include "upstream/batchcall.h"

#include <QTest>

using namespace nexus;

namespace {

// A call whose course the test decides.
class PuppetCall final : public UpstreamCall {
    Q_OBJECT

public:
    explicit PuppetCall(int *aborted)
        : m_aborted(aborted)
    { }

    [[nodiscard]] QByteArray read(qint64 /*max*/) override { return std::exchange(m_body, {}); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size(); }
    void abort() override { ++*m_aborted; }

    void answer(int status, const QByteArray &body)
    {
        Q_EMIT headArrived({.status = status, .headers = {{"Content-Type", "application/json"}}});
        m_body = body;
        Q_EMIT ended(std::nullopt);
    }

private:
    QByteArray m_body;
    int *m_aborted;
};

} // namespace

class BatchCallTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersComeInTheOrderOfTheRequests();
    void onlyAFewRunAtOnce();
    void aRefusalIsTheAnswerOfAll();
    void aFailureEndsAll();
    void anAbortEndsAllInSilence();

private:
    void start(std::size_t count);

    std::vector<PuppetCall *> m_calls; // by index, nullptr before it started
    int m_aborted = 0;
    std::unique_ptr<CallProbe> m_probe;
};

void BatchCallTest::init()
{
    m_aborted = 0;
}

void BatchCallTest::start(std::size_t count)
{
    m_calls.assign(count, nullptr);
    m_probe = std::make_unique<CallProbe>(std::make_unique<BatchCall>(count, [this](std::size_t index) {
        auto call = std::make_unique<PuppetCall>(&m_aborted);
        m_calls[index] = call.get();
        return call;
    }));
}

void BatchCallTest::answersComeInTheOrderOfTheRequests()
{
    start(3);
    m_calls[2]->answer(200, "{\"c\":3}");
    m_calls[0]->answer(200, "{\"a\":1}");
    QCOMPARE(m_probe->endCount, 0);
    m_calls[1]->answer(200, "{\"b\":2}");
    QCOMPARE(m_probe->headCount, 1);
    QCOMPARE(m_probe->endCount, 1);
    QCOMPARE(m_probe->body, QByteArray(R"([{"a":1},{"b":2},{"c":3}])"));
}

void BatchCallTest::onlyAFewRunAtOnce()
{
    start(6);
    QVERIFY(m_calls[3] != nullptr);
    QVERIFY(m_calls[4] == nullptr);
    m_calls[1]->answer(200, "{}");
    QVERIFY(m_calls[4] != nullptr);
    QVERIFY(m_calls[5] == nullptr);
}

void BatchCallTest::aRefusalIsTheAnswerOfAll()
{
    start(3);
    m_calls[0]->answer(200, "{}");
    m_calls[1]->answer(429, "{\"message\":\"slow down\"}");
    QCOMPARE(m_probe->headCount, 1);
    QCOMPARE(m_probe->head.status, 429);
    QCOMPARE(m_probe->body, QByteArray("{\"message\":\"slow down\"}"));
    QCOMPARE(m_probe->endCount, 1);
    QVERIFY(m_aborted > 0);
    m_calls[2]->answer(200, "{}");
    QCOMPARE(m_probe->endCount, 1);
}

void BatchCallTest::aFailureEndsAll()
{
    start(2);
    const Error error {
        .kind = ErrorKind::UpstreamUnreachable, .message = QStringLiteral("gone"), .detail = {}};
    Q_EMIT m_calls[1]->ended(error);
    QCOMPARE(m_probe->headCount, 0);
    QCOMPARE(m_probe->endCount, 1);
    QCOMPARE(m_probe->error, std::optional(error));
}

void BatchCallTest::anAbortEndsAllInSilence()
{
    start(2);
    m_probe->call->abort();
    QCOMPARE(m_aborted, 2);
    m_calls[0]->answer(200, "{}");
    m_calls[1]->answer(200, "{}");
    QCOMPARE(m_probe->headCount, 0);
    QCOMPARE(m_probe->endCount, 0);
}

QTEST_GUILESS_MAIN(BatchCallTest)
#include "tst_batchcall.moc"
