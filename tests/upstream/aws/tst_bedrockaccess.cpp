// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/bedrockaccess.h"

#include "upstream/aws/awsendpoint.h"
#include "upstream/aws/containerfetch.h"
#include "upstream/aws/credentialjson.h"
#include "upstream/aws/stsfetch.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;
using namespace nexus::aws;

namespace {

Environment environmentOf(const QString &name, const QString &value)
{
    return Environment({{name, value}});
}

QString textOf(const Result<QUrl> &url)
{
    return url ? url->toString() : QLatin1String("refused: ") + url.error().message;
}

} // namespace

class BedrockAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRegionIsFoundInOrder();
    void aBearerTokenYieldsToConfiguredAccess();
    void aServiceIsInItsRegion_data();
    void aServiceIsInItsRegion();
    void aContainerIsAskedOnlyWhereItCanBeTrusted_data();
    void aContainerIsAskedOnlyWhereItCanBeTrusted();
    void timesAreRead_data();
    void timesAreRead();
    void incompleteCredentialsNameWhatIsMissing_data();
    void incompleteCredentialsNameWhatIsMissing();
    void anStsAnswerIsRead();
    void anStsRefusalNamesItsCode_data();
    void anStsRefusalNamesItsCode();
};

void BedrockAccessTest::theRegionIsFoundInOrder()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("config")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[default]\nregion = from-default\n[profile dev]\nregion = from-dev\n");
    file.close();
    QHash<QString, QString> variables {{QStringLiteral("AWS_CONFIG_FILE"), file.fileName()}};
    BedrockAccess access;
    const auto region = [&] {
        const Environment environment(variables);
        return regionOf(access, environment, SharedFiles::read(environment));
    };
    QCOMPARE(region(), QStringLiteral("from-default"));
    variables.insert(QStringLiteral("AWS_PROFILE"), QStringLiteral("gone"));
    QCOMPARE(region(), QString());
    access.profile = QStringLiteral("dev");
    QCOMPARE(region(), QStringLiteral("from-dev"));
    variables.insert(QStringLiteral("AWS_DEFAULT_REGION"), QStringLiteral("second"));
    QCOMPARE(region(), QStringLiteral("second"));
    variables.insert(QStringLiteral("AWS_REGION"), QStringLiteral("first"));
    QCOMPARE(region(), QStringLiteral("first"));
    access.region = QStringLiteral("configured");
    QCOMPARE(region(), QStringLiteral("configured"));
}

void BedrockAccessTest::aBearerTokenYieldsToConfiguredAccess()
{
    const Environment environment
        = environmentOf(QStringLiteral("AWS_BEARER_TOKEN_BEDROCK"), QStringLiteral("bedrock-api-key"));
    ProviderConfig provider;
    QCOMPARE(bearerTokenOf(provider, environment).reveal(), QByteArray("bedrock-api-key"));
    QVERIFY(bearerTokenOf(provider, {}).isEmpty());
    QVERIFY(bearerTokenOf(
        provider, environmentOf(QStringLiteral("AWS_BEARER_TOKEN_BEDROCK"), QStringLiteral("a\nb")))
                .isEmpty());
    provider.bedrock.profile = QStringLiteral("dev");
    QVERIFY(bearerTokenOf(provider, environment).isEmpty());
    provider.apiKeys.emplace_back("own");
    QCOMPARE(bearerTokenOf(provider, environment).reveal(), QByteArray("own"));
}

void BedrockAccessTest::aServiceIsInItsRegion_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const char *region, const char *chosen, const char *url) {
        QTest::newRow(name) << QString::fromLatin1(region) << QString::fromLatin1(chosen)
                            << QString::fromLatin1(url);
    };
    row("public", "us-east-1", "", "https://sts.us-east-1.amazonaws.com");
    row("China", "cn-north-1", "", "https://sts.cn-north-1.amazonaws.com.cn");
    row("Europe's own", "eusc-de-east-1", "", "https://sts.eusc-de-east-1.amazonaws.eu");
    row("chosen", "", "https://vpce.example/base/", "https://vpce.example/base");
    row("no region", "", "", "refused: No AWS region is known. Set region, or AWS_REGION.");
    row("a region that would lead elsewhere", "x.evil.example/", "",
        "refused: 'x.evil.example/' is not an AWS region. Set region, for example us-east-1.");
    row("no address", "us-east-1", "vpce.example", "refused: AWS_ENDPOINT_URL_STS is not an http address.");
    row("another scheme", "us-east-1", "ftp://a", "refused: AWS_ENDPOINT_URL_STS is not an http address.");
}

void BedrockAccessTest::aServiceIsInItsRegion()
{
    QFETCH(QString, region);
    QFETCH(QString, chosen);
    const Environment environment = environmentOf(QStringLiteral("AWS_ENDPOINT_URL_STS"), chosen);
    QTEST(textOf(serviceUrl(securityTokens, region, environment)), "url");
}

void BedrockAccessTest::aContainerIsAskedOnlyWhereItCanBeTrusted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isAsked");
    const QString full = QStringLiteral("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    const QString relative = QStringLiteral("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    QTest::newRow("ECS") << relative << QStringLiteral("/v2/credentials/1?x=2") << true;
    QTest::newRow("relative without a slash") << relative << QStringLiteral("@evil.example/") << false;
    QTest::newRow("https") << full << QStringLiteral("https://any.example/x") << true;
    QTest::newRow("loopback") << full << QStringLiteral("http://127.0.0.9:80/x") << true;
    QTest::newRow("loopback by IPv6") << full << QStringLiteral("http://[::1]/x") << true;
    QTest::newRow("localhost") << full << QStringLiteral("http://localhost/x") << true;
    QTest::newRow("ECS in full") << full << QStringLiteral("http://169.254.170.2/x") << true;
    QTest::newRow("EKS") << full << QStringLiteral("http://169.254.170.23/v1/credentials") << true;
    QTest::newRow("EKS by IPv6") << full << QStringLiteral("http://[fd00:ec2::23]/v1/credentials") << true;
    QTest::newRow("a stranger") << full << QStringLiteral("http://example.com/x") << false;
    QTest::newRow("looks like loopback") << full << QStringLiteral("http://127.0.0.1.example.com/x") << false;
    QTest::newRow("loopback as a user") << full << QStringLiteral("http://127.0.0.1@example.com/x") << false;
    QTest::newRow("the instance metadata") << full << QStringLiteral("http://169.254.169.254/x") << false;
    QTest::newRow("a file") << full << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("no address") << full << QStringLiteral("nonsense") << false;
}

void BedrockAccessTest::aContainerIsAskedOnlyWhereItCanBeTrusted()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const Result<QUrl> url = containerUrl(environmentOf(name, value));
    QTEST(url.has_value(), "isAsked");
    QVERIFY(hasContainerUrl(environmentOf(name, value)));
    if (url && name.contains(QLatin1String("RELATIVE"))) {
        QCOMPARE(url->toString(), QLatin1String("http://169.254.170.2") + value);
    }
}

void BedrockAccessTest::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("UTC") << QByteArray(R"("2025-03-04T05:06:07Z")") << qint64(1741064767);
    QTest::newRow("a zone") << QByteArray(R"("2025-03-04T06:06:07+01:00")") << qint64(1741064767);
    QTest::newRow("fractions") << QByteArray(R"("2025-03-04T05:06:07.123Z")") << qint64(1741064767);
    QTest::newRow("without a zone") << QByteArray(R"("2025-03-04T05:06:07")") << qint64(1741064767);
    QTest::newRow("UTC as a word") << QByteArray(R"("2025-03-04T05:06:07UTC")") << qint64(1741064767);
    QTest::newRow("milliseconds") << QByteArray("1741064767000") << qint64(1741064767);
    QTest::newRow("zero") << QByteArray("0") << qint64(-1);
    QTest::newRow("beyond all years") << QByteArray("9223372036854775807") << qint64(-1);
    QTest::newRow("above 63 bits") << QByteArray("18446744073709551615") << qint64(-1);
    QTest::newRow("a fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("a word") << QByteArray(R"("soon")") << qint64(-1);
    QTest::newRow("null") << QByteArray("null") << qint64(-1);
    QTest::newRow("an object") << QByteArray("{}") << qint64(-1);
}

void BedrockAccessTest::timesAreRead()
{
    QFETCH(QByteArray, json);
    const std::optional<TimePoint> time = readTime(*parseJson(json));
    const auto seconds
        = time ? std::chrono::duration_cast<std::chrono::seconds>(time->time_since_epoch()).count() : -1;
    QTEST(static_cast<qint64>(seconds), "seconds");
}

void BedrockAccessTest::incompleteCredentialsNameWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char *name, const char *json, const char *missing) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(missing);
    };
    row("no id", R"({"SecretAccessKey":"hush","SessionToken":"t","Expiration":1})", "access key id");
    row("an empty id", R"({"AccessKeyId":"","SecretAccessKey":"hush"})", "access key id");
    row("a number as id", R"({"AccessKeyId":1,"SecretAccessKey":"hush"})", "access key id");
    row("no key", R"({"AccessKeyId":"A"})", "secret access key");
    row("a line break in the key", R"({"AccessKeyId":"A","SecretAccessKey":"hush\r\nX: y"})",
        "secret access key");
    row("a line break in the token",
        R"({"AccessKeyId":"A","SecretAccessKey":"hush","SessionToken":"hush\n"})", "session token");
    row("no token", R"({"AccessKeyId":"A","SecretAccessKey":"hush","Expiration":1})", "SessionToken");
    row("no expiry", R"({"AccessKeyId":"A","SecretAccessKey":"hush","SessionToken":"hush"})", "Expiration");
    row("a wrong expiry",
        R"({"AccessKeyId":"A","SecretAccessKey":"hush","SessionToken":"t","Expiration":"hush"})",
        "Expiration");
    row("a list", "[]", "JSON object");
    row("null", "null", "JSON object");
}

void BedrockAccessTest::incompleteCredentialsNameWhatIsMissing()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, missing);
    const Result<Credentials> read = readCredentials(*parseJson(json), {}, QStringLiteral("The test"));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Unauthenticated);
    QVERIFY2(read.error().message.contains(missing), qPrintable(read.error().message));
    QVERIFY(!read.error().message.contains(QLatin1String("hush")));
}

void BedrockAccessTest::anStsAnswerIsRead()
{
    const Result<Credentials> read = readStsAnswer(200,
        R"(<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
        <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>I:s</AssumedRoleId></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>a/b+c&#61;</SecretAccessKey>
        <SessionToken>tok</SessionToken><Expiration>2025-03-04T05:06:07Z</Expiration></Credentials>
        </AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>)");
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->accessKeyId.reveal(), QByteArray("ASIA1"));
    QCOMPARE(read->secretAccessKey.reveal(), QByteArray("a/b+c="));
    QCOMPARE(read->sessionToken.reveal(), QByteArray("tok"));
    QCOMPARE(read->expiry, std::optional(TimePoint(std::chrono::seconds(1741064767))));
}

void BedrockAccessTest::anStsRefusalNamesItsCode_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("named");
    QTest::newRow("denied") << QByteArray(
        "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>hush</Message></Error>"
        "</ErrorResponse>") << QStringLiteral("403 (AccessDenied)");
    QTest::newRow("html") << QByteArray("<html><body>hush<br></body></html>") << QStringLiteral("403.");
    QTest::newRow("a code that is a text")
        << QByteArray("<E><Code>hush &lt;b&gt;</Code></E>") << QStringLiteral("403.");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("403.");
    QTest::newRow("cut") << QByteArray("<E><Code>AccessDenied</Code>") << QStringLiteral("403.");
}

void BedrockAccessTest::anStsRefusalNamesItsCode()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, named);
    const Result<Credentials> refused = readStsAnswer(403, xml);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(named), qPrintable(refused.error().message));
    QVERIFY(!refused.error().message.contains(QLatin1String("hush")));
    QVERIFY(!readStsAnswer(200, xml));
}

QTEST_APPLESS_MAIN(BedrockAccessTest)
#include "tst_bedrockaccess.moc"
