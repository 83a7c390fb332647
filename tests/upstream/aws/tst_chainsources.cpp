// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chainfixture.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace nexus;
using namespace nexus::aws;
using namespace std::chrono_literals;
using kit::Reply;
using kit::ScriptedProvider;

class ChainSourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChainFixture>(); }

    void theSourcesComeInOrder();
    void aBrokenSourceEndsTheSearch_data();
    void aBrokenSourceEndsTheSearch();
    void nothingFoundSaysWhatWasTried();
    void aProcessGivesCredentials();
    void aProcessThatFailsIsAnError_data();
    void aProcessThatFailsIsAnError();
    void aProcessThatHangsIsKilled();
    void aProcessIsKilledWithItsChain();
    void aSignOnGivesCredentials_data();
    void aSignOnGivesCredentials();
    void aSignOnThatCannotBeUsedSaysHowToLogIn_data();
    void aSignOnThatCannotBeUsedSaysHowToLogIn();
    void theSignOnServiceMayRefuse_data();
    void theSignOnServiceMayRefuse();

private:
    [[nodiscard]] std::unique_ptr<Asked> ask()
    {
        m_chain = m_fixture->chain();
        return std::make_unique<Asked>(*m_chain);
    }
    [[nodiscard]] QByteArray outcome()
    {
        const auto asked = ask();
        return QTest::qWaitFor([&asked] { return asked->isAnswered(); }, 30'000) ? asked->outcome()
                                                                                 : QByteArray("(silent)");
    }
    void writeSignOn(const QByteArray &cacheName, const QByteArray &json) const
    {
        const QByteArray hash = QCryptographicHash::hash(cacheName, QCryptographicHash::Sha1).toHex();
        m_fixture->write(QStringLiteral(".aws/sso/cache/%1.json").arg(QLatin1String(hash)), json);
    }

    std::unique_ptr<ChainFixture> m_fixture;
    std::unique_ptr<CredentialChain> m_chain;
};

void ChainSourcesTest::theSourcesComeInOrder()
{
    ChainFixture &fixture = *m_fixture;
    fixture.writeConfig("[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = hush\n"
                        "[profile env]\naws_access_key_id = ENVPROFILE\naws_secret_access_key = hush\n"
                        "[profile own]\naws_access_key_id = OWN\naws_secret_access_key = hush\n");
    QCOMPARE(outcome(), QByteArray("DEFAULT"));
    fixture.set("AWS_PROFILE", QStringLiteral("env"));
    QCOMPARE(outcome(), QByteArray("ENVPROFILE"));
    fixture.set("AWS_ACCESS_KEY_ID", QStringLiteral("ENVKEY"));
    fixture.set("AWS_SECRET_ACCESS_KEY", QStringLiteral("hush"));
    fixture.set("AWS_SESSION_TOKEN", QStringLiteral("token"));
    QCOMPARE(outcome(), QByteArray("ENVKEY"));
    QCOMPARE(m_chain->current()->sessionToken.reveal(), QByteArray("token"));
    fixture.access.profile = QStringLiteral("own");
    QCOMPARE(outcome(), QByteArray("OWN"));
    QVERIFY(m_chain->current()->sessionToken.isEmpty());
    fixture.access.accessKeyId = Secret("CONFIGURED");
    fixture.access.secretAccessKey = Secret("hush");
    QCOMPARE(outcome(), QByteArray("CONFIGURED"));
    QVERIFY(!m_chain->current()->expiry);
}

void ChainSourcesTest::aBrokenSourceEndsTheSearch_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *profile, const char *config, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(profile) << QByteArray(config) << QByteArray(says);
    };
    row("a profile that is not there", "gone", "", "Profile 'gone' is not in the AWS configuration files.");
    row("a profile without credentials", "p", "[profile p]\nregion = eu-west-1",
        "Profile 'p' does not say where its credentials come from.");
    row("half a pair of keys", "p", "[profile p]\naws_access_key_id = A",
        "Profile 'p' gave credentials without a usable secret access key.");
    row("a login session", "p", "[profile p]\nlogin_session = arn:x", "aws configure export-credentials");
    row("a device's code", "p", "[profile p]\nrole_arn = r\nsource_profile = default\nmfa_serial = m",
        "(mfa_serial)");
    row("a role without a source", "p", "[profile p]\nrole_arn = r", "source_profile and credential_source");
    row("a role with two sources", "p",
        "[profile p]\nrole_arn = r\nsource_profile = default\ncredential_source = Environment",
        "source_profile and credential_source");
    row("a source of another name", "p", "[profile p]\nrole_arn = r\ncredential_source = Moon",
        "credential_source that is none of");
    row("a role in a circle", "a",
        "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = a",
        "Profile 'b' refers to itself through source_profile.");
    row("a role of itself", "a", "[profile a]\nrole_arn = r\nsource_profile = a",
        "Profile 'a' refers to itself through source_profile.");
    row("an unknown sso-session", "p", "[profile p]\nsso_session = s\nsso_account_id = 1\nsso_role_name = r",
        "sso-session 's'");
    row("an incomplete sign-on", "p", "[profile p]\nsso_account_id = 1", "Run: aws configure sso");
}

void ChainSourcesTest::aBrokenSourceEndsTheSearch()
{
    QFETCH(QString, profile);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, says);
    m_fixture->writeConfig("[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = hush\n" + config);
    m_fixture->access.profile = profile;
    const QByteArray message = outcome();
    QVERIFY2(message.startsWith("Provider 'rock' has no usable AWS credentials. "), message.constData());
    QVERIFY2(message.contains(says), message.constData());
}

void ChainSourcesTest::nothingFoundSaysWhatWasTried()
{
    const auto asked = ask();
    QTRY_VERIFY(asked->isAnswered());
    QCOMPARE(asked->error.kind, ErrorKind::Unauthenticated);
    QCOMPARE(asked->error.message,
        QStringLiteral(
            "Provider 'rock' has no usable AWS credentials. Tried: no access_key_id is "
            "configured; no profile is configured; AWS_ACCESS_KEY_ID is not set; "
            "AWS_WEB_IDENTITY_TOKEN_FILE is not set; there is no profile 'default'; "
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not set; AWS_EC2_METADATA_DISABLED is set. Set "
            "access_key_id and secret_access_key or profile for this provider, or "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run: aws configure"));
    QVERIFY(asked->error.detail.contains(m_fixture->home.path()));
}

void ChainSourcesTest::aProcessGivesCredentials()
{
    const QByteArray tool = m_fixture->script(
        "printf '{\"Version\":1,\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"hush\",\"SessionToken\":\"t\","
        "\"Expiration\":\"2099-01-01T00:00:00Z\"}' \"$1\"");
    m_fixture->writeConfig("[default]\ncredential_process = " + tool + " \"FROM;TOOL\" other\n");
    QCOMPARE(outcome(), QByteArray("FROM;TOOL"));
    QCOMPARE(m_chain->current()->sessionToken.reveal(), QByteArray("t"));
    QVERIFY(m_chain->current()->expiry.has_value());
}

void ChainSourcesTest::aProcessThatFailsIsAnError_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *script, const char *says) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(says);
    };
    row("an exit code", "echo hush; echo hush >&2; exit 3", "ended with exit code 3. Run it by hand");
    row("a signal", "kill -9 $$", "was ended by a signal");
    row("nothing written", "exit 0", "did not write a JSON object");
    row("no JSON", "echo hush", "did not write a JSON object");
    row("a list", "echo '[]'", "did not write a JSON object");
    row("no version", "echo '{\"AccessKeyId\":\"hush\"}'", "did not write Version 1");
    row("version 2", "echo '{\"Version\":2}'", "did not write Version 1");
    row("a version as text", "echo '{\"Version\":\"1\"}'", "did not write Version 1");
    row("no key", "echo '{\"Version\":1,\"AccessKeyId\":\"hush\"}'", "without a usable secret access key");
    row("an expiry that is no time",
        "echo "
        "'{\"Version\":1,\"AccessKeyId\":\"hush\",\"SecretAccessKey\":\"hush\",\"Expiration\":\"hush\"}'",
        "without a usable Expiration");
    row("expired",
        "echo '{\"Version\":1,\"AccessKeyId\":\"hush\",\"SecretAccessKey\":\"hush\","
        "\"Expiration\":\"2001-01-01T00:00:00Z\"}'",
        "have expired already");
    row("no end of output", "exec cat /dev/zero", "wrote more than credentials are long");
}

void ChainSourcesTest::aProcessThatFailsIsAnError()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, says);
    m_fixture->writeConfig("[default]\ncredential_process = " + m_fixture->script(script) + "\n");
    const auto asked = ask();
    QTRY_VERIFY(asked->isAnswered());
    QVERIFY2(asked->outcome().contains(says), asked->outcome().constData());
    QVERIFY2(!asked->outcome().contains("hush") && !asked->error.detail.contains(QLatin1String("hush")),
        asked->outcome().constData());
    m_fixture->writeConfig("[default]\ncredential_process = /no/such/tool x\n");
    QVERIFY(outcome().contains("could not be started"));
    m_fixture->writeConfig("[default]\ncredential_process = 'open\n");
    QVERIFY(outcome().contains("a quote does not close"));
}

void ChainSourcesTest::aProcessThatHangsIsKilled()
{
    const QByteArray pidFile = m_fixture->home.filePath(QStringLiteral("pid")).toUtf8();
    m_fixture->limits.process = 2s;
    m_fixture->writeConfig("[default]\ncredential_process = "
        + m_fixture->script("echo $$ > " + pidFile + "; exec sleep 600") + "\n");
    const QByteArray message = outcome();
    QVERIFY2(message.contains("did not end within 2 s"), message.constData());
    m_chain.reset();
    QFile file(QString::fromUtf8(pidFile));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = QStringLiteral("/proc/") + QString::fromLatin1(file.readAll().trimmed());
    QTRY_VERIFY(!QDir(process).exists());
}

void ChainSourcesTest::aProcessIsKilledWithItsChain()
{
    const QString pidFile = m_fixture->home.filePath(QStringLiteral("pid"));
    m_fixture->writeConfig("[default]\ncredential_process = "
        + m_fixture->script("echo $$ > " + pidFile.toUtf8() + ".new; mv " + pidFile.toUtf8() + ".new "
            + pidFile.toUtf8() + "; exec sleep 600")
        + "\n");
    const auto asked = ask();
    QTRY_VERIFY(QFile::exists(pidFile));
    QFile file(pidFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = QStringLiteral("/proc/") + QString::fromLatin1(file.readAll().trimmed());
    QVERIFY(QDir(process).exists());
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QProcess")));
    m_chain.reset();
    QVERIFY(!QDir(process).exists());
    QVERIFY(!asked->isAnswered());
    QTRY_VERIFY(asked->isAnswered());
    QCOMPARE(asked->error.kind, ErrorKind::Unavailable);
}

void ChainSourcesTest::aSignOnGivesCredentials_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("cacheName");
    QTest::newRow("by session") << QByteArray(
        "[profile p]\nsso_session = corp\nsso_account_id = 123\nsso_role_name = Dev Ops\n"
        "[sso-session corp]\nsso_start_url = https://corp.example/start\nsso_region = eu-west-1\n")
                                << QByteArray("corp");
    QTest::newRow("by start address")
        << QByteArray("[profile p]\nsso_start_url = https://corp.example/start\nsso_region = eu-west-1\n"
                      "sso_account_id = 123\nsso_role_name = Dev Ops\n")
        << QByteArray("https://corp.example/start");
}

void ChainSourcesTest::aSignOnGivesCredentials()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, cacheName);
    ScriptedProvider portal;
    portal.script(Reply::json(200,
        R"({"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"hush","sessionToken":"tok",)"
        R"("expiration":1741068367000}})"));
    m_fixture->set("AWS_ENDPOINT_URL_SSO", portal.baseUrl(QString()).toString());
    m_fixture->writeConfig(config);
    m_fixture->access.profile = QStringLiteral("p");
    writeSignOn(cacheName, R"({"accessToken":"hush-sso","expiresAt":")" + m_fixture->in(1h) + "\"}");
    QCOMPARE(outcome(), QByteArray("ASIASSO"));
    QCOMPARE(m_chain->current()->expiry, std::optional(m_fixture->now + 1h));
    const kit::ReceivedRequest request = portal.received(0);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/federation/credentials?role_name=Dev%20Ops&account_id=123"));
    QCOMPARE(request.header("x-amz-sso_bearer_token"), QByteArray("hush-sso"));
}

void ChainSourcesTest::aSignOnThatCannotBeUsedSaysHowToLogIn_data()
{
    QTest::addColumn<QByteArray>("cache");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("none") << QByteArray() << QByteArray("nobody has logged in");
    QTest::newRow("expired") << QByteArray(R"({"accessToken":"hush","expiresAt":"2025-03-04T05:06:07Z"})")
                             << QByteArray("has expired");
    QTest::newRow("no JSON") << QByteArray("hush") << QByteArray("cannot be read");
    QTest::newRow("no token") << QByteArray(R"({"expiresAt":"2099-01-01T00:00:00Z"})")
                              << QByteArray("cannot be read");
    QTest::newRow("a number as token")
        << QByteArray(R"({"accessToken":1,"expiresAt":"2099-01-01T00:00:00Z"})")
        << QByteArray("cannot be read");
    QTest::newRow("no time") << QByteArray(R"({"accessToken":"hush","expiresAt":"later"})")
                             << QByteArray("cannot be read");
    QTest::newRow("a line break in the token")
        << QByteArray(R"({"accessToken":"hush\r\nX: y","expiresAt":"2099-01-01T00:00:00Z"})")
        << QByteArray("cannot be read");
}

void ChainSourcesTest::aSignOnThatCannotBeUsedSaysHowToLogIn()
{
    QFETCH(QByteArray, cache);
    QFETCH(QByteArray, says);
    m_fixture->writeConfig("[profile p]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n"
                           "[sso-session corp]\nsso_start_url = https://c\nsso_region = eu-west-1\n");
    m_fixture->access.profile = QStringLiteral("p");
    if (!cache.isEmpty()) {
        writeSignOn("corp", cache);
    }
    const QByteArray message = outcome();
    QVERIFY2(message.contains(says), message.constData());
    QVERIFY2(message.endsWith("Run: aws sso login --profile p"), message.constData());
    QVERIFY2(!message.contains("hush"), message.constData());
}

void ChainSourcesTest::theSignOnServiceMayRefuse_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("session expired") << 401 << QByteArray(R"({"message":"hush"})")
                                     << QByteArray("no longer accepted. Run: aws sso login --profile p");
    QTest::newRow("not this role") << 403 << QByteArray(R"({"message":"hush"})")
                                   << QByteArray("Check sso_account_id and sso_role_name");
    QTest::newRow("redirect") << 302 << QByteArray("hush") << QByteArray("answered with status 302");
    QTest::newRow("overload") << 503 << QByteArray("hush") << QByteArray("answered with status 503");
    QTest::newRow("html") << 200 << QByteArray("<html>hush</html>")
                          << QByteArray("did not give a JSON object");
    QTest::newRow("nothing inside") << 200 << QByteArray("{}") << QByteArray("did not give a JSON object");
    QTest::newRow("a missing member") << 200 << QByteArray(R"({"roleCredentials":{"accessKeyId":"hush"}})")
                                      << QByteArray("without a usable secret access key");
}

void ChainSourcesTest::theSignOnServiceMayRefuse()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, says);
    ScriptedProvider portal;
    portal.setDefaultReply(Reply::json(status, body).withHeader("Location", "/elsewhere"));
    m_fixture->set("AWS_ENDPOINT_URL_SSO", portal.baseUrl(QString()).toString());
    m_fixture->writeConfig("[profile p]\nsso_start_url = https://c\nsso_region = eu-west-1\n"
                           "sso_account_id = 1\nsso_role_name = r\n");
    m_fixture->access.profile = QStringLiteral("p");
    writeSignOn("https://c", R"({"accessToken":"hush","expiresAt":"2099-01-01T00:00:00UTC"})");
    const QByteArray message = outcome();
    QVERIFY2(message.contains(says), message.constData());
    QVERIFY2(!message.contains("hush"), message.constData());
    QCOMPARE(portal.requestCount(), 1);
}

QTEST_GUILESS_MAIN(ChainSourcesTest)
#include "tst_chainsources.moc"
