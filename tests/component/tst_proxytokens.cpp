// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyfixture.h"
#include "recordwait.h"

#include "ledger/history/historyprices.h"

#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto messagesPath = "/proxy/anthropic/v1/messages";

const QByteArrayList &pieces()
{
    static const QByteArrayList all {
        "event: message_start\ndata: "
        "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"model\":\"claude-x\","
        "\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":200,\"cache_creation_input_tokens\":30,"
        "\"output_tokens\":1}}}\n\n",
        "event: ping\r\ndata: {\"type\": \"ping\"}\r\n\r\n", ": a comment\n\n", "data: {no json \xff\xfe\n\n",
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
        "\"text_delta\",\"text\":\"Twelve words are more than one token, as everybody may count.\"}}\n\n",
        "event: message_delta\ndata: "
        "{\"type\":\"message_delta\",\"delta\":{},\"usage\":{\"output_tokens\":77}}"
        "\n\n",
        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"};
    return all;
}

constexpr auto whole
    = R"({ "id": "m", "usage": {"input_tokens": 5, "output_tokens": 7, "service_tier": "x"}, "content": [] })";

} // namespace

//! What the record knows of the tokens that go through the proxy to Anthropic, whose bytes stay as they are.
class ProxyTokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ProxyFixture>();
        m_fixture->start();
    }

    void aWholeAnswerTellsThem();
    void aStreamTellsThemHoweverItIsSplit_data();
    void aStreamTellsThemHoweverItIsSplit();
    void whatBreaksOffIsEstimated();
    void aStreamThatTellsNothingIsEstimated();
    void nothingIsCountedWhereNoModelWrote_data();
    void nothingIsCountedWhereNoModelWrote();
    void theyCostWhatAnthropicTakes();

private:
    [[nodiscard]] std::unique_ptr<kit::RawClient> post(const QByteArray &path = messagesPath) const
    {
        return m_fixture->send("POST", path, {{"Content-Type", "application/json"}},
            R"({"model":"claude-x","messages":[{"role":"user","content":"Say something."}]})");
    }
    [[nodiscard]] RequestRecord record() const { return recordOf(*m_fixture->gateway.gateway); }

    std::unique_ptr<ProxyFixture> m_fixture;
};

void ProxyTokensTest::aWholeAnswerTellsThem()
{
    m_fixture->provider().script(Reply::json(200, whole).dripping(7));
    const auto client = post();
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    QVERIFY(completed.wait(20'000));
    QCOMPARE(client->answer().body, QByteArray(whole));
    const RequestRecord record = this->record();
    QCOMPARE(record.operation, std::optional(Operation::Chat));
    QVERIFY(record.usage == (TokenUsage {.input = 5, .output = 7}));
    QVERIFY(!record.isUsageEstimated);
}

void ProxyTokensTest::aStreamTellsThemHoweverItIsSplit_data()
{
    QTest::addColumn<int>("writeSize");
    for (const int size : {1, 13, 61, 100'000}) {
        QTest::addRow("%d bytes a write", size) << size;
    }
}

void ProxyTokensTest::aStreamTellsThemHoweverItIsSplit()
{
    QFETCH(int, writeSize);
    m_fixture->provider().script(Reply::rawSse(pieces()).dripping(writeSize));
    const auto client = post();
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    QVERIFY(completed.wait(20'000));
    QCOMPARE(client->answer().body, pieces().join());
    const RequestRecord record = this->record();
    QVERIFY(record.usage == (TokenUsage {.input = 240, .cacheRead = 200, .cacheWrite = 30, .output = 77}));
    QVERIFY(!record.isUsageEstimated);
    QVERIFY(record.isStream);
}

void ProxyTokensTest::whatBreaksOffIsEstimated()
{
    const QByteArray all = pieces().join();
    const qsizetype size = all.indexOf("event: message_delta");
    m_fixture->provider().script(Reply::rawSse(pieces()).cutAfter(size));
    const auto client = post();
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answer().body, all.first(size));
    const RequestRecord record = this->record();
    QCOMPARE(record.outcome, Outcome::Failed);
    QVERIFY(record.usage.has_value());
    QCOMPARE(record.usage->input, 240); // was told
    QVERIFY2(record.usage->output > 8 && record.usage->output < 40,
        qPrintable(QString::number(record.usage->output)));
    QVERIFY(record.isUsageEstimated);
}

void ProxyTokensTest::aStreamThatTellsNothingIsEstimated()
{
    m_fixture->provider().script(Reply::rawSse({pieces().at(4), pieces().at(6)}));
    const auto client = post();
    QVERIFY(client->waitForAnswers());
    const RequestRecord record = this->record();
    QVERIFY(record.usage && record.usage->input > 0 && record.usage->output > 8);
    QVERIFY(record.isUsageEstimated);
}

void ProxyTokensTest::nothingIsCountedWhereNoModelWrote_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Reply>("reply");
    const QByteArray path(messagesPath);
    QTest::newRow("an error") << path << Reply::json(429, whole);
    QTest::newRow("a count") << path + "/count_tokens" << Reply::json(200, R"({"input_tokens":9})");
    QTest::newRow("a batch") << path + "/batches" << Reply::json(200, whole);
    QTest::newRow("a page") << path << Reply::html(200, whole);
}

void ProxyTokensTest::nothingIsCountedWhereNoModelWrote()
{
    QFETCH(const QByteArray, path);
    QFETCH(const Reply, reply);
    m_fixture->provider().script(reply);
    const auto client = post(path);
    QVERIFY(client->waitForAnswers());
    const RequestRecord record = this->record();
    QVERIFY(record.status != 0);
    QVERIFY(!record.usage);
}

void ProxyTokensTest::theyCostWhatAnthropicTakes()
{
    auto config = std::make_shared<GatewayConfig>();
    const auto book = PriceLoader(QString()).book();
    const QString proxy = QLatin1String(LlmConfig::anthropicProxyName);
    const QString model = QStringLiteral("claude-sonnet-4-5");
    const auto price = historyPrices(book, config)(proxy, model, 1'767'268'800'000);
    QVERIFY(price && price->rates.input);
    QVERIFY(*price->rates.input > 0);
    // Who else stands there may take something else.
    config->llm.anthropicProxyUrl = QUrl(QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(!historyPrices(book, config)(proxy, model, 1'767'268'800'000));
}

QTEST_GUILESS_MAIN(ProxyTokensTest)
#include "tst_proxytokens.moc"
