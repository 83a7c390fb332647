// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chainfixture.h"
#include "upstream/aws/sigv4.h"

#include <QTest>

using namespace nexus;
using namespace nexus::aws;
using namespace std::chrono_literals;
using kit::ReceivedRequest;
using kit::Reply;
using kit::ScriptedProvider;

class ChainMetadataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_chain.reset(); }

    void theInstanceGivesCredentialsInThreeSteps();
    void theInstanceMayRefuse_data();
    void theInstanceMayRefuse();
    void anInstanceThatHangsIsGivenUp_data();
    void anInstanceThatHangsIsGivenUp();
    void aMachineWithoutMetadataIsNoInstance();
    void theContainerGivesCredentials();
    void theContainersTokenIsReadFromItsFile();
    void theContainerMayRefuse_data();
    void theContainerMayRefuse();
    void aRoleIsTakenOnWithSignedKeys();
    void aRoleIsTakenOnThroughAnotherRole();
    void aRoleIsTakenOnByTheInstance();
    void aWebIdentityIsExchanged();
    void aWebIdentityWithoutItsFileIsAnError();
    void aRefusedRoleNamesTheCode();

private:
    void askInstance()
    {
        m_fixture->variables.remove(QStringLiteral("AWS_EC2_METADATA_DISABLED"));
        m_fixture->set("AWS_EC2_METADATA_SERVICE_ENDPOINT", m_server->baseUrl(QString()).toString());
    }
    void askContainer()
    {
        m_fixture->set("AWS_CONTAINER_CREDENTIALS_FULL_URI",
            m_server->baseUrl(QStringLiteral("/v1/credentials?a=b")).toString());
    }
    void askSts() { m_fixture->set("AWS_ENDPOINT_URL_STS", m_server->baseUrl(QString()).toString()); }
    [[nodiscard]] QByteArray outcome()
    {
        m_chain = m_fixture->chain();
        Asked asked(*m_chain);
        return QTest::qWaitFor([&asked] { return asked.isAnswered(); }, 30'000) ? asked.outcome()
                                                                                : QByteArray("(silent)");
    }
    [[nodiscard]] static Reply roleReply(const QByteArray &id)
    {
        return Reply::text(200, "text/xml",
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + id
                + "</AccessKeyId><SecretAccessKey>hush-role</SecretAccessKey><SessionToken>token-" + id
                + "</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
                  "</AssumeRoleResult></AssumeRoleResponse>");
    }
    void compareSignature(const ReceivedRequest &request, const Credentials &keys, const QByteArray &region);

    std::unique_ptr<ChainFixture> m_fixture;
    std::unique_ptr<ScriptedProvider> m_server;
    std::unique_ptr<CredentialChain> m_chain;
};

void ChainMetadataTest::init()
{
    m_fixture = std::make_unique<ChainFixture>();
    m_server = std::make_unique<ScriptedProvider>();
    QVERIFY(m_server->isListening());
}

void ChainMetadataTest::compareSignature(
    const ReceivedRequest &request, const Credentials &keys, const QByteArray &region)
{
    SigningRequest signing {.method = request.method,
        .path = request.path(),
        .query = {},
        .headers = {{"host", request.header("host")}, {"content-type", request.header("content-type")}},
        .body = request.body};
    const HeaderList expected
        = signatureHeaders(signing, keys, {.region = region, .service = "sts", .time = m_fixture->now});
    QCOMPARE(request.header("authorization"), expected.value("Authorization"));
    QCOMPARE(request.header("x-amz-security-token"), keys.sessionToken.reveal());
}

void ChainMetadataTest::theInstanceGivesCredentialsInThreeSteps()
{
    askInstance();
    m_server->script(Reply::text(200, "text/plain", "session-token"));
    m_server->script(Reply::text(200, "text/plain", "my-role\n"));
    m_server->script(Reply::json(200, m_fixture->metadataJson("ASIAEC2", 6h)));
    QCOMPARE(outcome(), QByteArray("ASIAEC2"));
    QCOMPARE(m_chain->current()->sessionToken.reveal(), QByteArray("hush-token"));
    QCOMPARE(m_chain->current()->expiry, std::optional(m_fixture->now + 6h));
    QCOMPARE(m_server->received(0).method, QByteArray("PUT"));
    QCOMPARE(m_server->received(0).target, QByteArray("/latest/api/token"));
    QCOMPARE(m_server->received(0).header("x-aws-ec2-metadata-token-ttl-seconds"), QByteArray("21600"));
    QCOMPARE(m_server->received(1).method, QByteArray("GET"));
    QCOMPARE(m_server->received(1).target, QByteArray("/latest/meta-data/iam/security-credentials/"));
    QCOMPARE(m_server->received(1).header("x-aws-ec2-metadata-token"), QByteArray("session-token"));
    QCOMPARE(m_server->received(2).target, QByteArray("/latest/meta-data/iam/security-credentials/my-role"));
    QCOMPARE(m_server->received(2).header("x-aws-ec2-metadata-token"), QByteArray("session-token"));
    QCOMPARE(m_server->requestCount(), 3);
}

void ChainMetadataTest::theInstanceMayRefuse_data()
{
    QTest::addColumn<int>("good"); // steps that go well before it
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, int good, int status, const char *body, const char *says) {
        QTest::newRow(name) << good << status << QByteArray(body) << QByteArray(says);
    };
    row("no token allowed", 0, 403, "hush", "answered with status 403");
    row("a redirect", 0, 302, "hush", "answered with status 302");
    row("an empty token", 0, 200, "", "gave no usable session token");
    row("html for a token", 0, 200, "<html> hush", "gave no usable session token");
    row("no role", 1, 404, "hush", "The instance has no role");
    row("an empty role", 1, 200, "\n", "gave no usable role name");
    row("html for a role", 1, 200, "<html> <body>", "gave no usable role name");
    row("a token that ran out", 1, 401, "hush", "answered with status 401");
    row("html for credentials", 2, 200, "<html>hush</html>", "did not give a JSON object");
    row("another code", 2, 200, R"({"Code":"AssumeRoleUnauthorizedAccess","Message":"hush"})",
        "Check the role's trust policy");
    row("a code of another kind", 2, 200, R"({"Code":{"hush":1}})", "Check the role's trust policy");
    row("missing members", 2, 200, R"({"Code":"Success","AccessKeyId":"hush"})",
        "without a usable secret access key");
    row("no expiry", 2, 200, R"({"AccessKeyId":"hush","SecretAccessKey":"hush","Token":"hush"})",
        "without a usable Expiration");
}

void ChainMetadataTest::theInstanceMayRefuse()
{
    QFETCH(int, good);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, says);
    askInstance();
    for (int step = 0; step < good; ++step) {
        m_server->script(Reply::text(200, "text/plain", "word"));
    }
    m_server->script(Reply::text(status, "text/html", body).withHeader("Location", "/elsewhere"));
    const QByteArray message = outcome();
    QVERIFY2(message.contains(says) && message.contains("Tried: "), message.constData());
    QVERIFY2(!message.contains("hush"), message.constData());
    QCOMPARE(m_server->requestCount(), good + 1);
}

void ChainMetadataTest::anInstanceThatHangsIsGivenUp_data()
{
    QTest::addColumn<int>("good");
    QTest::addColumn<bool>("isInBody");
    QTest::newRow("before the token") << 0 << false;
    QTest::newRow("before the role") << 1 << false;
    QTest::newRow("inside the credentials") << 2 << true;
}

void ChainMetadataTest::anInstanceThatHangsIsGivenUp()
{
    QFETCH(int, good);
    QFETCH(bool, isInBody);
    askInstance();
    m_fixture->limits.instance = 1s;
    for (int step = 0; step < good; ++step) {
        m_server->script(Reply::text(200, "text/plain", "word"));
    }
    m_server->script(
        isInBody ? Reply::json(200, m_fixture->metadataJson("A", 1h)).hangAfter(10) : Reply::hang());
    const QByteArray message = outcome();
    QVERIFY2(message.contains("The instance metadata did not answer within 1 s"), message.constData());
    QCOMPARE(m_server->requestCount(), good + 1);
    QTRY_VERIFY(m_server->received(good).closedAfter.has_value());
}

void ChainMetadataTest::aMachineWithoutMetadataIsNoInstance()
{
    askInstance();
    m_server.reset();
    const QByteArray message = outcome();
    QVERIFY2(message.contains("The instance metadata refused the connection. Set access_key_id"),
        message.constData());
    m_fixture->set("AWS_EC2_METADATA_SERVICE_ENDPOINT", QStringLiteral("nonsense"));
    QVERIFY(outcome().contains("AWS_EC2_METADATA_SERVICE_ENDPOINT is not an http address"));
}

void ChainMetadataTest::theContainerGivesCredentials()
{
    askContainer();
    m_fixture->set("AWS_CONTAINER_AUTHORIZATION_TOKEN", QStringLiteral("Bearer hush"));
    m_server->script(Reply::json(200, m_fixture->metadataJson("ASIATASK", 1h)));
    QCOMPARE(outcome(), QByteArray("ASIATASK"));
    QCOMPARE(m_server->received(0).target, QByteArray("/v1/credentials?a=b"));
    QCOMPARE(m_server->received(0).header("authorization"), QByteArray("Bearer hush"));
}

void ChainMetadataTest::theContainersTokenIsReadFromItsFile()
{
    askContainer();
    m_fixture->set("AWS_CONTAINER_AUTHORIZATION_TOKEN", QStringLiteral("not this"));
    m_fixture->set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", m_fixture->home.filePath(QStringLiteral("t")));
    QVERIFY(outcome().contains("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read"));
    m_fixture->write(QStringLiteral("t"), "hush\r\nX-Evil: 1");
    const QByteArray message = outcome();
    QVERIFY2(message.contains("that no header can") && !message.contains("hush"), message.constData());
    QCOMPARE(m_server->requestCount(), 0);
    m_fixture->write(QStringLiteral("t"), "from-file\n");
    m_server->script(Reply::json(200, m_fixture->metadataJson("ASIAPOD", 1h)));
    QCOMPARE(outcome(), QByteArray("ASIAPOD"));
    QCOMPARE(m_server->received(0).header("authorization"), QByteArray("from-file"));
}

void ChainMetadataTest::theContainerMayRefuse_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("a status") << Reply::json(400, R"({"code":"hush"})")
                              << QByteArray("answered with status 400");
    QTest::newRow("a redirect") << Reply::redirect(302, "/elsewhere")
                                << QByteArray("answered with status 302");
    QTest::newRow("html") << Reply::html(200, "<p>hush") << QByteArray("did not give a JSON object");
    QTest::newRow("cut") << Reply::json(200, R"({"AccessKeyId":"hush")").cutAfter(5)
                         << QByteArray("broke off its answer");
    QTest::newRow("too large") << Reply::json(200, QByteArray(300 * 1024, ' '))
                               << QByteArray("gave an answer that is too large");
    QTest::newRow("closed") << Reply::closeAtOnce() << QByteArray("The container's credential service");
    QTest::newRow("hangs") << Reply::hang() << QByteArray("did not answer within 1 s");
    QTest::newRow("no HTTP") << Reply::raw("hush\r\n\r\n")
                             << QByteArray("The container's credential service");
}

void ChainMetadataTest::theContainerMayRefuse()
{
    QFETCH(Reply, reply);
    QFETCH(QByteArray, says);
    askContainer();
    m_fixture->limits.container = 1s;
    m_server->setDefaultReply(reply);
    const QByteArray message = outcome();
    QVERIFY2(message.contains(says) && !message.contains("Tried:"), message.constData());
    QVERIFY2(!message.contains("hush"), message.constData());
}

void ChainMetadataTest::aRoleIsTakenOnWithSignedKeys()
{
    askSts();
    m_fixture->writeConfig("[profile work]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n"
                           "role_session_name = me@home\nexternal_id = a b\nduration_seconds = 900\n"
                           "region = eu-west-1\n"
                           "[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = hush\n");
    m_fixture->access.profile = QStringLiteral("work");
    m_server->script(roleReply("ASIAROLE"));
    QCOMPARE(outcome(), QByteArray("ASIAROLE"));
    const ReceivedRequest request = m_server->received(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/"));
    QCOMPARE(request.body,
        QByteArray("Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&"
                   "RoleSessionName=me%40home&ExternalId=a%20b&DurationSeconds=900"));
    compareSignature(request,
        {.accessKeyId = Secret("AKIABASE"), .secretAccessKey = Secret("hush"), .sessionToken = {}},
        "eu-west-1");
}

void ChainMetadataTest::aRoleIsTakenOnThroughAnotherRole()
{
    askSts();
    m_fixture->writeConfig("[profile a]\nrole_arn = A\nsource_profile = b\n"
                           "[profile b]\nrole_arn = B\ncredential_source = Environment\n");
    m_fixture->access.profile = QStringLiteral("a");
    m_fixture->set("AWS_ACCESS_KEY_ID", QStringLiteral("AKIAENV"));
    m_fixture->set("AWS_SECRET_ACCESS_KEY", QStringLiteral("hush"));
    m_server->script(roleReply("ASIAB"));
    m_server->script(roleReply("ASIAA"));
    QCOMPARE(outcome(), QByteArray("ASIAA"));
    QVERIFY(m_server->received(0).body.contains("RoleArn=B&RoleSessionName=nexus"));
    QVERIFY(m_server->received(1).body.contains("RoleArn=A&"));
    compareSignature(m_server->received(1),
        {.accessKeyId = Secret("ASIAB"),
            .secretAccessKey = Secret("hush-role"),
            .sessionToken = Secret("token-ASIAB")},
        "us-east-1");
}

void ChainMetadataTest::aRoleIsTakenOnByTheInstance()
{
    askSts();
    askInstance();
    m_fixture->writeConfig("[default]\nrole_arn = A\ncredential_source = Ec2InstanceMetadata\n");
    m_server->script(Reply::text(200, "text/plain", "session-token"));
    m_server->script(Reply::text(200, "text/plain", "my-role"));
    m_server->script(Reply::json(200, m_fixture->metadataJson("ASIAEC2", 6h)));
    m_server->script(roleReply("ASIAA"));
    QCOMPARE(outcome(), QByteArray("ASIAA"));
    QVERIFY(m_server->received(3).header("authorization").contains("Credential=ASIAEC2/"));
}

void ChainMetadataTest::aWebIdentityIsExchanged()
{
    askSts();
    m_fixture->write(QStringLiteral("jwt"), "eyJ.hush\n");
    m_fixture->set("AWS_WEB_IDENTITY_TOKEN_FILE", QStringLiteral("~/jwt"));
    m_fixture->set("AWS_ROLE_ARN", QStringLiteral("R"));
    m_fixture->set("AWS_ROLE_SESSION_NAME", QStringLiteral("pod"));
    m_server->script(roleReply("ASIAWEB"));
    QCOMPARE(outcome(), QByteArray("ASIAWEB"));
    QCOMPARE(m_server->received(0).body,
        QByteArray("Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=R&RoleSessionName=pod&"
                   "WebIdentityToken=eyJ.hush"));
    QVERIFY(m_server->received(0).header("authorization").isEmpty());
}

void ChainMetadataTest::aWebIdentityWithoutItsFileIsAnError()
{
    askSts();
    m_fixture->writeConfig("[default]\nrole_arn = A\nweb_identity_token_file = /no/such/file\n");
    QVERIFY(outcome().contains("The web identity's token file cannot be read."));
    m_fixture->write(QStringLiteral("jwt"), " \n");
    m_fixture->writeConfig("[default]\nrole_arn = A\nweb_identity_token_file = ~/jwt\n");
    QVERIFY(outcome().contains("The web identity's token file is empty."));
    QCOMPARE(m_server->requestCount(), 0);
}

void ChainMetadataTest::aRefusedRoleNamesTheCode()
{
    askSts();
    m_fixture->writeConfig("[default]\nrole_arn = A\nsource_profile = default\naws_access_key_id = AKIA\n"
                           "aws_secret_access_key = hush\n");
    m_server->setDefaultReply(Reply::text(
        403, "text/xml", "<E><Error><Code>AccessDenied</Code><Message>hush</Message></Error></E>"));
    const QByteArray message = outcome();
    QVERIFY2(message.contains("status 403 (AccessDenied)"), message.constData());
    QVERIFY2(!message.contains("hush"), message.constData());
    QCOMPARE(m_server->requestCount(), 1);
}

QTEST_GUILESS_MAIN(ChainMetadataTest)
#include "tst_chainmetadata.moc"
