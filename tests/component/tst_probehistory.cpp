// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include "ledger/history/historyreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto ownPort = "[server.health]\nlisten = \"127.0.0.1:0\"\n";

} // namespace

//! What probes leave behind: they are seen and counted, but the history does not fill with them.
class ProbeHistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<GatewayFixture>();
        m_fixture->historyPath = m_folder->filePath(QStringLiteral("history.sqlite"));
    }

    void answeredProbesAreNotKept();
    void theSameOnTheListenerOfTheHealthPage();
    void whatFailsIsKept();

private:
    void probe(quint16 port, const QByteArrayList &lines) const;
    [[nodiscard]] QStringList kept();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GatewayFixture> m_fixture;
};

// One after the other, so that all have left their record when the last one is seen.
void ProbeHistoryTest::probe(quint16 port, const QByteArrayList &lines) const
{
    const LiveFeed &live = m_fixture->gateway->ledger().live();
    const std::size_t before = live.recent().size();
    kit::RawClient client;
    client.connectTo(port);
    int count = 0;
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.split(' ');
        client.request(words.at(0), words.at(1));
        QVERIFY(client.waitForAnswers(++count));
    }
    QTRY_COMPARE(live.recent().size() - before, static_cast<std::size_t>(count));
}

// Ends the gateway, so that nothing comes later.
QStringList ProbeHistoryTest::kept()
{
    m_fixture->gateway.reset();
    const auto reader = HistoryReader::open(m_fixture->historyPath,
        [](const QString &, const QString &, qint64) { return std::optional<Price>(); });
    const auto page = reader ? reader->page({}, 0, 1'000) : failure(reader.error());
    if (!page) {
        return {page.error().message};
    }
    QStringList rows;
    for (const HistoryRow &row : page->rows) {
        rows.prepend(QStringLiteral("%1 %2 %3").arg(row.method, row.path).arg(row.status));
    }
    return rows;
}

void ProbeHistoryTest::answeredProbesAreNotKept()
{
    m_fixture->start();
    const quint16 port = m_fixture->gateway->port();
    probe(port, {"GET /v1/models"});
    QByteArrayList probes(100, "GET /metrics");
    probe(port, probes + QByteArrayList {"GET /health", "HEAD /health", "GET /health/", "GET /", "HEAD /"});
    kit::RawClient client;
    client.connectTo(port);
    client.request("GET", "/metrics");
    QVERIFY(client.waitForAnswers());
    const QByteArray page = client.answer().body;
    QVERIFY2(page.contains("\nnexus_requests_total{"), page.constData());
    QCOMPARE(kept(), QStringList {QStringLiteral("GET /v1/models 200")});
}

void ProbeHistoryTest::theSameOnTheListenerOfTheHealthPage()
{
    m_fixture->start(ownPort);
    const quint16 port = m_fixture->gateway->healthAddress().value_or(ListenAddress()).port;
    probe(port, {"GET /health", "GET /metrics", "GET /", "POST /health", "GET /nothing"});
    QCOMPARE(kept(), (QStringList {QStringLiteral("POST /health 405"), QStringLiteral("GET /nothing 404")}));
}

void ProbeHistoryTest::whatFailsIsKept()
{
    m_fixture->start();
    const quint16 port = m_fixture->gateway->port();
    probe(port, {"POST /metrics", "GET /metrics", "DELETE /health", "POST /"});
    QCOMPARE(kept(),
        (QStringList {QStringLiteral("POST /metrics 405"), QStringLiteral("DELETE /health 405"),
            QStringLiteral("POST / 405")}));
}

QTEST_GUILESS_MAIN(ProbeHistoryTest)
#include "tst_probehistory.moc"
