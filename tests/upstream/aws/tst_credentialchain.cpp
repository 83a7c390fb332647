// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chainfixture.h"

#include <QTest>

using namespace nexus;
using namespace nexus::aws;
using namespace std::chrono_literals;
using kit::Reply;
using kit::ScriptedProvider;

class CredentialChainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_chain.reset(); }

    void anAnswerNeverComesFromInsideTheRequest();
    void nothingIsAskedBeforeTheFirstRequest();
    void theRegionIsKnownWithoutCredentials();
    void requestsShareOneSearch();
    void keptCredentialsAreUsedWithoutAskingAgain();
    void credentialsAreRenewedBeforeTheyExpire();
    void oldCredentialsServeWhileTheirRenewalFails();
    void expiredCredentialsAreNotUsed();
    void aFailureIsKeptForSecondsOnly();
    void aClockThatIsSetBackDoesNotKeepAFailure();
    void distrustedCredentialsAreLookedForAgain();
    void keysInAFileAreReadAgainOnDistrust();
    void aContextThatIsGoneGetsNoAnswer();
    void destructionEndsTheSearchAndTheWait();
    void aFailureIsLoggedWithoutKeys();

private:
    void give(const QByteArray &id, std::chrono::seconds left)
    {
        m_server->script(Reply::json(200, m_fixture->metadataJson(id, left)));
    }
    [[nodiscard]] QByteArray outcome()
    {
        Asked asked(*m_chain);
        return QTest::qWaitFor([&asked] { return asked.isAnswered(); }, 30'000) ? asked.outcome()
                                                                                : QByteArray("(silent)");
    }
    [[nodiscard]] QByteArray currentId()
    {
        const std::optional<Credentials> current = m_chain->current();
        return current ? current->accessKeyId.reveal() : QByteArray("(none)");
    }

    std::unique_ptr<ChainFixture> m_fixture;
    std::unique_ptr<ScriptedProvider> m_server;
    std::unique_ptr<CredentialChain> m_chain;
};

void CredentialChainTest::init()
{
    m_fixture = std::make_unique<ChainFixture>();
    m_server = std::make_unique<ScriptedProvider>();
    QVERIFY(m_server->isListening());
    m_fixture->set("AWS_CONTAINER_CREDENTIALS_FULL_URI", m_server->baseUrl(QStringLiteral("/c")).toString());
    m_chain = m_fixture->chain();
}

void CredentialChainTest::anAnswerNeverComesFromInsideTheRequest()
{
    m_fixture->access.accessKeyId = Secret("A");
    m_fixture->access.secretAccessKey = Secret("hush");
    m_chain = m_fixture->chain();
    for (int i = 0; i < 2; ++i) {
        const Asked asked(*m_chain);
        QVERIFY(!asked.isAnswered());
        QTRY_VERIFY(asked.isAnswered());
        QCOMPARE(asked.outcome(), QByteArray("A"));
        QCoreApplication::processEvents();
        QCOMPARE(asked.count, 1);
    }
}

void CredentialChainTest::nothingIsAskedBeforeTheFirstRequest()
{
    QVERIFY(!m_chain->current());
    QCoreApplication::processEvents();
    QCOMPARE(m_server->connectionCount(), 0);
}

void CredentialChainTest::theRegionIsKnownWithoutCredentials()
{
    QCOMPARE(m_chain->region(), QString());
    m_fixture->writeConfig("[profile dev]\nregion = eu-west-3\n");
    m_fixture->access.profile = QStringLiteral("dev");
    QCOMPARE(m_fixture->chain()->region(), QStringLiteral("eu-west-3"));
}

void CredentialChainTest::requestsShareOneSearch()
{
    m_server->hold();
    give("A", 1h);
    std::vector<std::unique_ptr<Asked>> all;
    for (int i = 0; i < 5; ++i) {
        all.push_back(std::make_unique<Asked>(*m_chain));
    }
    QTRY_COMPARE(m_server->heldRequests().size(), std::size_t(1));
    all.push_back(std::make_unique<Asked>(*m_chain));
    m_server->release();
    for (const auto &asked : all) {
        QTRY_VERIFY(asked->isAnswered());
        QCOMPARE(asked->outcome(), QByteArray("A"));
        QCOMPARE(asked->count, 1);
    }
    QCOMPARE(m_server->requestCount(), 1);
}

void CredentialChainTest::keptCredentialsAreUsedWithoutAskingAgain()
{
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    m_fixture->now += 54min;
    QCOMPARE(outcome(), QByteArray("A"));
    QCOMPARE(currentId(), QByteArray("A"));
    QCOMPARE(m_server->requestCount(), 1);
}

void CredentialChainTest::credentialsAreRenewedBeforeTheyExpire()
{
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    m_fixture->now += 55min + 1s;
    give("B", 1h);
    // The one that notices does not wait for it.
    QCOMPARE(currentId(), QByteArray("A"));
    QTRY_COMPARE(currentId(), QByteArray("B"));
    QCOMPARE(m_server->requestCount(), 2);
}

void CredentialChainTest::oldCredentialsServeWhileTheirRenewalFails()
{
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    m_server->setDefaultReply(Reply::json(500, "{}"));
    m_fixture->now += 56min;
    QCOMPARE(currentId(), QByteArray("A"));
    QTRY_COMPARE(m_server->requestCount(), 2);
    QTRY_VERIFY(m_server->received(1).isAnswered);
    // No search for each request while one has just failed.
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(outcome(), QByteArray("A"));
    }
    // What another chain asks now would come after any search of this one.
    const auto other = m_fixture->chain();
    const Asked sentinel(*other);
    QTRY_VERIFY(sentinel.isAnswered());
    QCOMPARE(m_server->requestCount(), 3);
    m_fixture->now += CredentialChain::holdTime;
    QCOMPARE(outcome(), QByteArray("A"));
    QTRY_COMPARE(m_server->requestCount(), 4);
}

void CredentialChainTest::expiredCredentialsAreNotUsed()
{
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    m_fixture->now += 1h;
    QCOMPARE(currentId(), QByteArray("(none)"));
    give("B", 1h);
    QCOMPARE(outcome(), QByteArray("B"));
    m_fixture->now += 1h;
    give("OLD", -1s);
    QVERIFY(outcome().contains("have expired already"));
    QCOMPARE(currentId(), QByteArray("(none)"));
}

void CredentialChainTest::aFailureIsKeptForSecondsOnly()
{
    m_server->script(Reply::json(500, "{}"));
    QVERIFY(outcome().contains("status 500"));
    QVERIFY(outcome().contains("status 500"));
    QCOMPARE(m_server->requestCount(), 1);
    m_fixture->now += CredentialChain::holdTime;
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    QVERIFY(CredentialChain::holdTime <= 5s);
}

void CredentialChainTest::aClockThatIsSetBackDoesNotKeepAFailure()
{
    m_server->script(Reply::json(500, "{}"));
    QVERIFY(outcome().contains("status 500"));
    m_fixture->now -= 1h;
    give("A", 3h);
    QCOMPARE(outcome(), QByteArray("A"));
}

void CredentialChainTest::distrustedCredentialsAreLookedForAgain()
{
    give("A", 1h);
    QCOMPARE(outcome(), QByteArray("A"));
    const Credentials used = *m_chain->current();
    m_chain->distrust(used);
    QCOMPARE(currentId(), QByteArray("A")); // found only just now
    m_fixture->now += CredentialChain::holdTime;
    m_chain->distrust({});
    QCOMPARE(currentId(), QByteArray("A")); // not these
    m_chain->distrust(used);
    QCOMPARE(currentId(), QByteArray("(none)"));
    give("B", 1h);
    QCOMPARE(outcome(), QByteArray("B"));
    m_fixture->now += CredentialChain::holdTime;
    m_chain->distrust(used);
    QCOMPARE(currentId(), QByteArray("B"));
}

void CredentialChainTest::keysInAFileAreReadAgainOnDistrust()
{
    m_fixture->writeConfig("[default]\naws_access_key_id = OLD\naws_secret_access_key = hush\n");
    QCOMPARE(outcome(), QByteArray("OLD"));
    m_fixture->writeConfig("[default]\naws_access_key_id = NEW\naws_secret_access_key = hush\n");
    m_fixture->now += 24h;
    QCOMPARE(outcome(), QByteArray("OLD"));
    m_chain->distrust(*m_chain->current());
    QCOMPARE(outcome(), QByteArray("NEW"));
}

void CredentialChainTest::aContextThatIsGoneGetsNoAnswer()
{
    m_server->hold();
    give("A", 1h);
    auto first = std::make_unique<QObject>();
    int answers = 0;
    m_chain->request(first.get(), [&answers](const Result<Credentials> &) { ++answers; });
    Asked second(*m_chain);
    QTRY_COMPARE(m_server->heldRequests().size(), std::size_t(1));
    first.reset();
    m_server->release();
    QTRY_VERIFY(second.isAnswered());
    QCOMPARE(answers, 0);
    // Also between the result and its delivery.
    auto third = std::make_unique<QObject>();
    m_chain->request(third.get(), [&answers](const Result<Credentials> &) { ++answers; });
    third.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

void CredentialChainTest::destructionEndsTheSearchAndTheWait()
{
    m_server->setDefaultReply(Reply::hang());
    Asked asked(*m_chain);
    QTRY_COMPARE(m_server->requestCount(), 1);
    m_chain.reset();
    QVERIFY(!asked.isAnswered());
    QTRY_VERIFY(asked.isAnswered());
    QCOMPARE(asked.error.kind, ErrorKind::Unavailable);
    QTRY_VERIFY(m_server->received(0).closedAfter.has_value());
    QCOMPARE(asked.count, 1);
}

void CredentialChainTest::aFailureIsLoggedWithoutKeys()
{
    std::string lines;
    const LogOutput output(
        LogLevel::Info, LogStyle::Text, [&lines](std::string_view line) { lines += line; });
    m_fixture->log = output.logger("upstream");
    m_chain = m_fixture->chain();
    give("SECRETID", 1h);
    QCOMPARE(outcome(), QByteArray("SECRETID"));
    QVERIFY(lines.empty());
    m_fixture->now += 56min;
    m_server->script(Reply::json(200, R"({"AccessKeyId":"SECRETID","SecretAccessKey":""})"));
    QCOMPARE(currentId(), QByteArray("SECRETID"));
    QTRY_VERIFY(!lines.empty());
    QVERIFY2(lines.find("aws_credentials_failed") != std::string::npos, lines.c_str());
    QVERIFY2(lines.find("SECRETID") == std::string::npos, lines.c_str());
}

QTEST_GUILESS_MAIN(CredentialChainTest)
#include "tst_credentialchain.moc"
