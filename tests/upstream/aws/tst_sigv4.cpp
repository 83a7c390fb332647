// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suitecases.h"
#include "upstream/aws/sigv4.h"

#include <QDateTime>
#include <QTest>

using namespace nexus;
using namespace nexus::aws;

namespace {

constexpr const char *SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

TimePoint at(const QString &iso)
{
    return TimePoint(std::chrono::seconds(QDateTime::fromString(iso, Qt::ISODate).toSecsSinceEpoch()));
}

Credentials keys(const QByteArray &token = {})
{
    return {.accessKeyId = Secret("AKIDEXAMPLE"),
        .secretAccessKey = Secret(SECRET),
        .sessionToken = Secret(token),
        .expiry = std::nullopt};
}

SigningScope suiteScope()
{
    return {.region = "us-east-1", .service = "service", .time = at(QStringLiteral("2015-08-30T12:36:00Z"))};
}

SigningScope bedrockScope()
{
    return {.region = "us-east-1", .service = "bedrock", .time = at(QStringLiteral("2025-03-04T05:06:07Z"))};
}

SigningRequest bedrockRequest(const QByteArray &path, QByteArrayView body)
{
    return {.method = "POST",
        .path = path,
        .query = {},
        .headers
        = {{"Content-Type", "application/json"}, {"host", "bedrock-runtime.us-east-1.amazonaws.com"}},
        .body = body};
}

} // namespace

class SigV4Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSignaturesAreThoseThatAwsPublishes_data();
    void theSignaturesAreThoseThatAwsPublishes();
    void everyStepIsAsInThePublishedExample();
    void bedrockRequestsAreSignedAsBotocoreSignsThem_data();
    void bedrockRequestsAreSignedAsBotocoreSignsThem();
    void aQueryIsSortedByEncodedNames();
    void anEncodedPathIsEncodedOnceMore();
    void theBodysHashIsSentWhenAskedFor();
    void aTokenIsSentAndSigned();
    void theSecretKeyIsInNoHeader();
    void theDayOfTheSignatureIsUtc();
};

void SigV4Test::theSignaturesAreThoseThatAwsPublishes_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const SuiteCase &suiteCase : suiteCases()) {
        QTest::newRow(suiteCase.name) << index++;
    }
}

void SigV4Test::theSignaturesAreThoseThatAwsPublishes()
{
    QFETCH(int, index);
    const SuiteCase one = suiteCases().at(static_cast<std::size_t>(index));
    const qsizetype mark = one.target.indexOf('?');
    SigningRequest request {.method = one.method,
        .path = mark < 0 ? one.target : one.target.first(mark),
        .query = mark < 0 ? QByteArray() : one.target.sliced(mark + 1),
        .headers = one.headers,
        .body = one.body};
    request.headers.add("Host", "example.amazonaws.com");
    const HeaderList added = signatureHeaders(request, keys(one.token), suiteScope());
    QCOMPARE(added.value("x-amz-date"), QByteArray("20150830T123600Z"));
    QCOMPARE(added.value("x-amz-security-token"), one.token);
    QCOMPARE(added.value("Authorization"),
        QByteArray("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                   "SignedHeaders=")
            + one.signedNames + ", Signature=" + one.signature);
}

void SigV4Test::everyStepIsAsInThePublishedExample()
{
    const SigningRequest request {.method = "get",
        .path = "/",
        .query = {},
        .headers = {{"X-Amz-Date", "20150830T123600Z"}, {"Host", "example.amazonaws.com"}},
        .body = {}};
    const QByteArray canonical = canonicalRequest(request);
    QCOMPARE(canonical,
        QByteArray("GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n"
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(stringToSign(canonical, suiteScope()),
        QByteArray("AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n"
                   "bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63"));
    SigningScope scope = suiteScope();
    scope.service = "iam";
    QCOMPARE(signingKey(Secret(SECRET), scope).reveal().toHex(),
        QByteArray("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9"));
}

void SigV4Test::bedrockRequestsAreSignedAsBotocoreSignsThem_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("withToken");
    QTest::newRow("an encoded colon")
        << QByteArray("/model/anthropic.claude-3-sonnet-20240229-v1%3A0/converse")
        << QByteArray("c0a67bffd5b3a984437345d7ca93f09abeac0dfaf9b509e61ee87f5d21ffa8ee")
        << QByteArray("4335a4190896311291897a3c4e24d49ead814d78d0d95d4430aa508133233415");
    QTest::newRow("a bare colon") << QByteArray("/model/anthropic.claude-3-sonnet-20240229-v1:0/converse")
                                  << QByteArray(
                                         "67463db48f414838811836dfbbc841b003b3bf75d6021ab2b438285b2c3925fd")
                                  << QByteArray(
                                         "8f091db61f9de9c955ca2af1a2169b9fbc40feeccaea6db25bc586322707ed81");
    QTest::newRow("an inference profile")
        << QByteArray("/model/us.anthropic.claude-sonnet-4-20250514-v1%3A0/converse-stream")
        << QByteArray("2952b4b0d6a9ba161b46c8554b4e32a0e1af4353bdf1850e42ee787487de6f66")
        << QByteArray("dba22c45df1854b2147a8315e999bdb28fc0a59a39598bede10568b8f5c5e0e9");
    QTest::newRow("an ARN with an encoded slash")
        << QByteArray("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3A"
                      "application-inference-profile%2Fa1b2c3/converse")
        << QByteArray("390df8175d9705f79db3b654d6b01ae1803a11b4961711372bc9f00dedb695a0")
        << QByteArray("790fe9f7695a30492a6810a03e7ca6439dda463fc4b2665c65574d2b20f64515");
    QTest::newRow("an embedding model")
        << QByteArray("/model/amazon.titan-embed-text-v2%3A0/invoke")
        << QByteArray("15cd68629acc56ebdd96001606b637125ed90f4cb7a6bda37a61f7c3e7070bb0")
        << QByteArray("300abda4171096be9c9ee8729a522813bf690feb1ec603880b9eb513d2590304");
    QTest::newRow("an encoded space")
        << QByteArray("/guardrail/g%201/version/1/apply")
        << QByteArray("d4fe6cdfe1c0b30af9d4eec21e01892da4986b97de794f28d6d162bb0f959ad1")
        << QByteArray("169fc246646a464912baa2aa4116a30d93c3ef0922b0dfdcf0729e199751c955");
}

void SigV4Test::bedrockRequestsAreSignedAsBotocoreSignsThem()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, withToken);
    const QByteArray body = R"({"messages":[{"role":"user","content":[{"text":"Grüße"}]}]})";
    const SigningRequest request = bedrockRequest(path, body);
    const QByteArray token = "IQoJb3JpZ2luX2VjEXAMPLE//token+with/slashes==";
    const auto signatureOf
        = [](const HeaderList &headers) { return headers.value("Authorization").split('=').last(); };
    QCOMPARE(signatureOf(signatureHeaders(request, keys(), bedrockScope())), plain);
    QCOMPARE(signatureOf(signatureHeaders(request, keys(token), bedrockScope())), withToken);
}

void SigV4Test::aQueryIsSortedByEncodedNames()
{
    const SigningRequest request {.method = "GET",
        .path = "/foundation-models",
        .query = "byProvider=Anthropic&byOutputModality=TEXT",
        .headers = {{"host", "bedrock.eu-central-1.amazonaws.com"}},
        .body = {}};
    SigningScope scope = bedrockScope();
    scope.region = "eu-central-1";
    QVERIFY(signatureHeaders(request, keys(), scope)
                .value("Authorization")
                .endsWith("Signature=7f7ad1074aa98c5d73993803ced75945d763da29da23b422b96b311c89f1470b"));
    const auto queryOf = [](const QByteArray &query) {
        const SigningRequest one {.method = "GET", .path = "/", .query = query, .headers = {}, .body = {}};
        return canonicalRequest(one).split('\n').at(2);
    };
    QCOMPARE(queryOf("b&a=&&a=%2f"), QByteArray("a=&a=%2F&b="));
    QCOMPARE(queryOf("a=1=2"), QByteArray("a=1%3D2"));
}

void SigV4Test::anEncodedPathIsEncodedOnceMore()
{
    const auto pathOf
        = [](const QByteArray &path) { return canonicalRequest(bedrockRequest(path, {})).split('\n').at(1); };
    QCOMPARE(pathOf("/model/a%3A0/converse"), QByteArray("/model/a%253A0/converse"));
    QCOMPARE(pathOf("/model/a:0/converse"), QByteArray("/model/a%3A0/converse"));
    QCOMPARE(pathOf("/model/a%2Fb"), QByteArray("/model/a%252Fb"));
    QCOMPARE(pathOf(""), QByteArray("/"));
    QCOMPARE(pathOf("/../../a/./b//c/.."), QByteArray("/a/b"));
}

void SigV4Test::theBodysHashIsSentWhenAskedFor()
{
    SigningScope scope = bedrockScope();
    scope.isBodyHashSent = true;
    const HeaderList headers = signatureHeaders(bedrockRequest("/model/m/converse", "{}"), keys(), scope);
    QCOMPARE(headers.value("x-amz-content-sha256"),
        QByteArray("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    QVERIFY(headers.value("Authorization")
                .endsWith("SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, "
                          "Signature=69c8d15be2c6079d7e464a4a47148f622f5290b0d88c8ae73947ff747661d383"));
}

void SigV4Test::aTokenIsSentAndSigned()
{
    const SigningRequest request = bedrockRequest("/model/m/converse", "{}");
    const HeaderList headers = signatureHeaders(request, keys("token"), bedrockScope());
    QCOMPARE(headers.value("x-amz-security-token"), QByteArray("token"));
    QVERIFY(headers.value("Authorization").contains(";x-amz-security-token,"));
    QVERIFY(!signatureHeaders(request, keys(), bedrockScope()).contains("x-amz-security-token"));
}

void SigV4Test::theSecretKeyIsInNoHeader()
{
    for (const auto &[name, value] :
        signatureHeaders(bedrockRequest("/model/m/converse", "{}"), keys("t"), bedrockScope())) {
        QVERIFY2(!value.contains(SECRET), name.constData());
    }
}

void SigV4Test::theDayOfTheSignatureIsUtc()
{
    QCOMPARE(amzDate(at(QStringLiteral("2025-01-01T00:30:00+02:00"))), QByteArray("20241231T223000Z"));
    QCOMPARE(amzDate(at(QStringLiteral("2025-01-01T00:30:00Z")) + std::chrono::milliseconds(999)),
        QByteArray("20250101T003000Z"));
}

QTEST_APPLESS_MAIN(SigV4Test)
#include "tst_sigv4.moc"
