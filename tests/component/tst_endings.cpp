// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientcalls.h"
#include "trafficfixture.h"

#include "ledger/history/historyreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto chatPath = TrafficFixture::chatPath;

//! One way in which a request ends, and the record of it.
struct Ending {
    QByteArray config; //!< tables, or dotted keys of the server
    Reply reply = wholeReply();
    std::function<void(GatewayFixture &)> act;
    QString outcome = QStringLiteral("answered");
    int status = 200;
    QString errorKind = {};
    int records = 1; //!< the last of them counts
};

QByteArray equalChat()
{
    return GatewayFixture::chat(false);
}

void askOnce(GatewayFixture &fixture)
{
    QVERIFY(askChat(fixture).status != 0);
}

void streamOnce(GatewayFixture &fixture)
{
    const auto client = fixture.post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
}

// Starts a request and hangs up when \a isTime says so.
void hangUpWhen(GatewayFixture &fixture, bool isStream,
    const std::function<bool(GatewayFixture &, kit::RawClient &)> &isTime)
{
    const auto client = fixture.post(GatewayFixture::chat(isStream));
    QTRY_VERIFY(isTime(fixture, *client));
    client->reset();
    QTRY_COMPARE(fixture.gateway->ledger().live().recent().size(), std::size_t(1));
}

bool providerIsAsked(GatewayFixture &fixture, kit::RawClient &)
{
    return fixture.provider.requestCount() == 1;
}

std::map<QByteArray, Ending> endings();

} // namespace

//! Every request leaves exactly one record, however it ends.
class EndingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLeavesOneRecord_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const auto &[name, ending] : endings()) {
            QTest::newRow(name.constData()) << name;
        }
    }

    void eachLeavesOneRecord()
    {
        QFETCH(const QByteArray, name);
        const Ending ending = endings().at(name);
        const QTemporaryDir folder;
        GatewayFixture fixture;
        fixture.historyPath = folder.filePath(QStringLiteral("history.sqlite"));
        fixture.provider.setDefaultReply(ending.reply);
        const bool isTop = ending.config.startsWith("server.");
        fixture.start(isTop ? QByteArray() : ending.config, {}, isTop ? ending.config : QByteArray());

        ending.act(fixture);
        if (QTest::currentTestFailed()) {
            return;
        }
        const LiveFeed &live = fixture.gateway->ledger().live();
        QTRY_COMPARE(live.recent().size(), static_cast<std::size_t>(ending.records));
        QVERIFY(live.running().empty());
        // Whatever comes late would come before the end of the gateway.
        fixture.gateway.reset();

        const auto reader = HistoryReader::open(fixture.historyPath,
            [](const QString &, const QString &, qint64) { return std::optional<Price>(); });
        QVERIFY(reader.has_value());
        const Result<HistoryPage> page = reader->page({}, 0, 10);
        QVERIFY(page.has_value());
        QCOMPARE(page->rows.size(), static_cast<std::size_t>(ending.records));
        const HistoryRow &row = page->rows.front();
        QCOMPARE(row.outcome, ending.outcome);
        QCOMPARE(row.status, ending.status);
        QCOMPARE(row.errorKind, ending.errorKind);
        QVERIFY(!row.requestId.isEmpty());
        QCOMPARE(row.address, QStringLiteral("127.0.0.1"));
        QVERIFY(row.duration > 0);
    }
};

namespace {

void addAnswers(std::map<QByteArray, Ending> &all)
{
    all["answered"] = {.act = askOnce};
    all["streamed"] = {.reply = streamReply(), .act = streamOnce};
    all["an error of the provider"] = {.reply = errorReply(500),
        .act = askOnce,
        .outcome = QStringLiteral("failed"),
        .status = 502,
        .errorKind = QStringLiteral("upstream_failed")};
    all["cut before the answer"] = {.reply = Reply::closeAtOnce(),
        .act = askOnce,
        .outcome = QStringLiteral("failed"),
        .status = 502,
        .errorKind = QStringLiteral("upstream_invalid")};
    all["cut in the stream"] = {.reply = streamReply().cutAfter(120),
        .act = streamOnce,
        .outcome = QStringLiteral("failed"),
        .errorKind = QStringLiteral("upstream_invalid")};
    all["silent provider"] = {.config = "[llm.providers.slow]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n"
                                        "timeouts.first_byte = \"50ms\"\nretries.max_attempts = 1\n",
        .reply = Reply::hang(),
        .act = [](GatewayFixture &fixture) { QCOMPARE(askChat(fixture, {}, "slow/m").status, 504); },
        .outcome = QStringLiteral("failed"),
        .status = 504,
        .errorKind = QStringLiteral("upstream_timeout")};
    all["list of models"] = {.reply = modelListOf({"m"}),
        .act = [](GatewayFixture &fixture) { QCOMPARE(get(fixture, "/v1/models").status, 200); }};
}

void addClients(std::map<QByteArray, Ending> &all)
{
    all["client gone before the head"] = {.reply = Reply::hang(),
        .act = [](GatewayFixture &fixture) { hangUpWhen(fixture, false, providerIsAsked); },
        .outcome = QStringLiteral("client_gone"),
        .status = 0};
    all["client gone in the stream"] = {.reply = streamReply().holdAfter(120),
        .act =
            [](GatewayFixture &fixture) {
                hangUpWhen(fixture, true, [](GatewayFixture &, kit::RawClient &client) {
                    return !client.answer().events().isEmpty();
                });
            },
        .outcome = QStringLiteral("client_gone")};
}

void addRefusals(std::map<QByteArray, Ending> &all)
{
    const auto refused = [&all](const QByteArray &name, int status, const char *kind,
                             std::function<void(GatewayFixture &)> act, const QByteArray &config = {}) {
        all[name] = {.config = config,
            .act = std::move(act),
            .outcome = QStringLiteral("refused"),
            .status = status,
            .errorKind = QLatin1String(kind)};
    };
    const auto posts = [](const QByteArray &path, const QByteArray &body, const kit::Headers &headers = {}) {
        return [=](GatewayFixture &fixture) { QVERIFY(post(fixture, path, body, headers).status != 0); };
    };
    refused("no JSON", 400, "invalid_request", posts(chatPath, "{"));
    refused("no path", 404, "path_not_found", posts("/nowhere", "{}"));
    refused("wrong method", 405, "method_not_allowed",
        [](GatewayFixture &fixture) { QCOMPARE(get(fixture, chatPath).status, 405); });
    refused("no model", 404, "model_not_found", posts(chatPath, chatFor("nothing")));
    refused("no JSON type", 415, "unsupported_media_type", [](GatewayFixture &fixture) {
        QCOMPARE(ask(fixture, "POST", chatPath, {{"Content-Type", "text/plain"}}, "{}").status, 415);
    });
    refused("foreign host", 403, "forbidden", posts(chatPath, equalChat(), {{"Host", "evil.example"}}));
    refused("without the header", 403, "forbidden", askOnce, "[server.csrf]\nenabled = true\n");
    refused("limited", 429, "rate_limited", askOnce,
        "[server.rate_limits]\nenabled = true\nglobal = { limit = 0, interval = \"60s\" }\n");
    refused("body too large", 413, "body_too_large", posts(chatPath, QByteArray(2000, ' ')),
        "server.max_body_size = \"1KiB\"\n");
    refused("head malformed", 400, "invalid_request", [](GatewayFixture &fixture) {
        const auto client = fixture.connect();
        client->send("GET / HTTP/1.1\r\nHost: localhost\r\n broken: 1\r\n\r\n");
        QVERIFY(client->waitForAnswers());
    });
    all["budget spent"] = {.config = "[budgets.none]\nlimit_usd = 0\naction = \"block\"\n",
        .act = askOnce,
        .outcome = QStringLiteral("refused"),
        .status = 429,
        .errorKind = QStringLiteral("quota_exceeded")};
}

void addShared(std::map<QByteArray, Ending> &all)
{
    const QByteArray cache = "[llm.cache]\nenabled = true\n";
    all["from the cache"] = {.config = cache,
        .act =
            [](GatewayFixture &fixture) {
                askOnce(fixture);
                QCOMPARE(askChat(fixture).header("x-nexus-cache"), QByteArray("hit"));
            },
        .records = 2};
    all["shared"] = {.config = cache,
        .reply = wholeReply().holdAfter(1),
        .act =
            [](GatewayFixture &fixture) {
                const auto clients = startChats(fixture, 2);
                QTRY_COMPARE(fixture.gateway->ledger().live().running().size(), std::size_t(2));
                fixture.provider.release();
                QCOMPARE(countStatus(clients, 200), 2);
            },
        .records = 2};
    all["shut down"] = {.config = "server.shutdown_grace = \"10ms\"\n",
        .reply = Reply::hang(),
        .act =
            [](GatewayFixture &fixture) {
                const auto client = fixture.post(equalChat());
                QTRY_COMPARE(fixture.provider.requestCount(), 1);
                fixture.gateway->drain();
                QVERIFY(client->waitForAnswers());
            },
        .outcome = QStringLiteral("shut_down"),
        .status = 503,
        .errorKind = QStringLiteral("unavailable")};
}

std::map<QByteArray, Ending> endings()
{
    std::map<QByteArray, Ending> all;
    addAnswers(all);
    addClients(all);
    addRefusals(all);
    addShared(all);
    return all;
}

} // namespace

QTEST_GUILESS_MAIN(EndingsTest)
#include "tst_endings.moc"
