// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictbedrock.h"
#include "kit/stricteventstream.h"
#include "kit/strictprobe.h"

#include <QtEndian>
#include <QTest>

namespace nexus::kit {

class TestStrictBedrock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksumsLikeEveryone();
    void agreesWithBotocore();
    void refusesOtherSignatures_data();
    void refusesOtherSignatures();
    void takesBearerKeys();
    void decodesTheModelsName_data();
    void decodesTheModelsName();
    void repeatsTheUser();
    void takesItsOwnReasoningBackAndNoOther();
    void streamsEveryBlockOnce();
    void endsAsTheModelsNameSays_data();
    void endsAsTheModelsNameSays();
    void failsAsTheModelsNameSays();
    void breaksStreams();
    void embeds();
    void listsModels();
};

namespace {

const std::string s_claude = "anthropic.claude-sonnet-4-5-20250929-v1:0";

Json hello()
{
    return parsed(
        R"({"messages":[{"role":"user","content":[{"text":"both"}]}],"inferenceConfig":{"maxTokens":4000}})");
}

Json thoughtful()
{
    return edited(
        hello(), R"({"/additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":1024}},
        "/toolConfig":{"tools":[{"toolSpec":{"name":"time","inputSchema":{"json":{"type":"object"}}}},
            {"toolSpec":{"name":"weather","inputSchema":{"json":{"type":"object","properties":{
                "place":{"type":"string"}}}}}}]}})");
}

SeenReply ask(const Json &body, const std::string &model = s_claude, const QByteArray &operation = "converse")
{
    const QByteArray id = QByteArray::fromStdString(model).toPercentEncoding();
    return seen(*strictBedrockReply(
        posted("/model/" + id + '/' + operation, {{"Authorization", "Bearer scripted"}}, body)));
}

// What botocore 1.44 signed for this very request.
ReceivedRequest signedRequest(const Headers &more, const QByteArray &authorization)
{
    ReceivedRequest request = posted("/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse",
        {{"Host", "bedrock-runtime.us-east-1.amazonaws.com"}, {"X-Amz-Date", "20260102T030405Z"},
            {"Authorization", authorization}},
        {});
    request.headers.insert(request.headers.end(), more.begin(), more.end());
    request.body = R"({"messages":[{"role":"user","content":[{"text":"hi"}]}]})";
    return request;
}

QByteArray lastingAuthorization()
{
    return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request, "
           "SignedHeaders=content-type;host;x-amz-date, "
           "Signature=db6fc6cf312fe1eaffd11e067e0e02b899286aae8bbecaccae117676bee3f409";
}

QByteArray temporaryAuthorization()
{
    return "AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20260102/us-east-1/bedrock/aws4_request, "
           "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, "
           "Signature=5ee563342333d3982aa3509353b909c9d4af2b52a0ba99059d07e2025f4b153e";
}

struct Frame {
    std::map<std::string, std::string> headers;
    Json payload;
};

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

// Reads whole frames and checks their lengths and checksums.
std::vector<Frame> framesOf(QByteArray body)
{
    std::vector<Frame> frames;
    while (body.size() >= 16) {
        const qsizetype total = numberAt(body, 0);
        const qsizetype headEnd = 12 + static_cast<qsizetype>(numberAt(body, 4));
        if (total > body.size() || numberAt(body, 8) != crc32(body.left(8))
            || numberAt(body, total - 4) != crc32(body.left(total - 4))) {
            break;
        }
        Frame frame;
        for (qsizetype at = 12; at < headEnd;) {
            const qsizetype nameSize = static_cast<unsigned char>(body[at]);
            const QByteArray name = body.mid(at + 1, nameSize);
            at += 2 + nameSize; // the type of the value is text
            const qsizetype size = qFromBigEndian<quint16>(body.constData() + at);
            frame.headers[name.toStdString()] = body.mid(at + 2, size).toStdString();
            at += 2 + size;
        }
        frame.payload = parsed(body.mid(headEnd, total - 4 - headEnd).toStdString());
        frames.push_back(frame);
        body.remove(0, total);
    }
    return frames;
}

} // namespace

void TestStrictBedrock::checksumsLikeEveryone()
{
    QCOMPARE(crc32("123456789"), 0xCBF43926U);
}

void TestStrictBedrock::agreesWithBotocore()
{
    QCOMPARE(seen(*strictBedrockReply(signedRequest({}, lastingAuthorization()))).status, 200);
    const Headers token {{"X-Amz-Security-Token", "scripted-session-token"}};
    QCOMPARE(seen(*strictBedrockReply(signedRequest(token, temporaryAuthorization()))).status, 200);
}

void TestStrictBedrock::refusesOtherSignatures_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<Headers>("more");
    QTest::addColumn<QString>("type");
    const QString invalid = QStringLiteral("InvalidSignatureException");
    const QString unknown = QStringLiteral("UnrecognizedClientException");
    QTest::newRow("none") << QByteArray() << Headers()
                          << QStringLiteral("MissingAuthenticationTokenException");
    QTest::newRow("no fields") << QByteArray("AWS4-HMAC-SHA256 x") << Headers()
                               << QStringLiteral("IncompleteSignatureException");
    QTest::newRow("another signature")
        << lastingAuthorization().replace("db6f", "db60") << Headers() << invalid;
    QTest::newRow("another region") << lastingAuthorization().replace("us-east-1", "us-west-2") << Headers()
                                    << invalid;
    QTest::newRow("another service") << lastingAuthorization().replace("/bedrock/", "/s3/") << Headers()
                                     << invalid;
    QTest::newRow("another day") << lastingAuthorization().replace("20260102", "20260103") << Headers()
                                 << invalid;
    QTest::newRow("host not signed") << lastingAuthorization().replace("host;", "") << Headers() << invalid;
    QTest::newRow("headers out of order")
        << lastingAuthorization().replace("content-type;host", "host;content-type") << Headers() << invalid;
    QTest::newRow("amz header not signed")
        << lastingAuthorization() << Headers {{"X-Amz-Target", "x"}} << invalid;
    QTest::newRow("body hash of another body")
        << lastingAuthorization().replace("x-amz-date,", "x-amz-content-sha256;x-amz-date,")
        << Headers {{"X-Amz-Content-Sha256", "0000"}} << invalid;
    QTest::newRow("unknown key") << lastingAuthorization().replace("AKIDEXAMPLE", "AKIDOTHER") << Headers()
                                 << unknown;
    QTest::newRow("temporary key without its token") << temporaryAuthorization() << Headers() << unknown;
    QTest::newRow("wrong bearer key")
        << QByteArray("Bearer wrong") << Headers() << QStringLiteral("AccessDeniedException");
}

void TestStrictBedrock::refusesOtherSignatures()
{
    QFETCH(QByteArray, authorization);
    QFETCH(Headers, more);
    QFETCH(QString, type);
    const SeenReply reply = seen(*strictBedrockReply(signedRequest(more, authorization)));
    QCOMPARE(reply.status, 403);
    QCOMPARE(headerValue(reply.headers, "x-amzn-ErrorType").split(':').first(), type.toUtf8());
    QVERIFY(reply.json()["message"].is_string());
}

void TestStrictBedrock::takesBearerKeys()
{
    QCOMPARE(ask(hello()).status, 200);
}

void TestStrictBedrock::decodesTheModelsName_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("colon as it is") << QByteArray("/model/anthropic.claude-v1:0/converse") << 200;
    QTest::newRow("colon encoded") << QByteArray("/model/anthropic.claude-v1%3A0/converse") << 200;
    QTest::newRow("profile by its ARN") << QByteArray(
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fus.x/converse")
                                        << 200;
    QTest::newRow("encoded twice") << QByteArray("/model/anthropic.claude-v1%253A0/converse") << 400;
    QTest::newRow("empty") << QByteArray("/model//converse") << 400;
}

void TestStrictBedrock::decodesTheModelsName()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    const auto request = posted(path, {{"Authorization", "Bearer scripted"}}, hello());
    QCOMPARE(seen(*strictBedrockReply(request)).status, status);
}

void TestStrictBedrock::repeatsTheUser()
{
    const Json answer = ask(hello()).json();
    QVERIFY(
        answer["output"]["message"]["content"] == parsed(R"([{"text":"You said: both – grüße 🙂"}])"));
    QVERIFY(answer["stopReason"] == "end_turn");
    QVERIFY(answer["usage"]["cacheReadInputTokens"] == Usage::cached);
}

void TestStrictBedrock::takesItsOwnReasoningBackAndNoOther()
{
    Json body = thoughtful();
    const Json message = ask(body).json()["output"]["message"];
    const Json &content = message["content"];
    QCOMPARE(content.size(), std::size_t(3));
    Json results = Json::array();
    for (std::size_t i = 1; i < content.size(); ++i) {
        results.push_back({{"toolResult",
            {{"toolUseId", content[i]["toolUse"]["toolUseId"]}, {"content", {{{"text", "21"}}}}}}});
    }
    body["messages"].push_back(message);
    body["messages"].push_back({{"role", "user"}, {"content", results}});
    const SeenReply reply = ask(body);
    QVERIFY2(reply.status == 200, reply.body.constData());
    body["messages"][1]["content"][0]["reasoningContent"]["reasoningText"]["text"] = "Another thought";
    QCOMPARE(ask(body).status, 400);
    QVERIFY(ask(body).text().find("Invalid `signature`") != std::string::npos);
}

void TestStrictBedrock::streamsEveryBlockOnce()
{
    const SeenReply reply = ask(thoughtful(), s_claude, "converse-stream");
    QCOMPARE(headerValue(reply.headers, "content-type"), QByteArray("application/vnd.amazon.eventstream"));
    std::map<int, std::string> texts;
    std::vector<std::string> kinds;
    for (const Frame &frame : framesOf(reply.body)) {
        QVERIFY(frame.payload["p"].is_string());
        QCOMPARE(frame.headers.at(":message-type"), std::string("event"));
        kinds.push_back(frame.headers.at(":event-type"));
        const Json delta = frame.payload.value("delta", Json::object());
        const int index = frame.payload.value("contentBlockIndex", -1);
        texts[index] += delta.value("/reasoningContent/text"_json_pointer, std::string())
            + delta.value("/toolUse/input"_json_pointer, std::string());
    }
    QCOMPARE(kinds.front(), std::string("messageStart"));
    QCOMPARE(kinds.back(), std::string("metadata"));
    QCOMPARE(std::count(kinds.begin(), kinds.end(), "contentBlockStart"), 2);
    QCOMPARE(std::count(kinds.begin(), kinds.end(), "contentBlockStop"), 3);
    QCOMPARE(texts[0], std::string("The user wrote: both"));
    QCOMPARE(texts[1], std::string("{}"));
    QCOMPARE(texts[2], std::string(R"({"place":"text"})"));
}

void TestStrictBedrock::endsAsTheModelsNameSays_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("reason");
    QTest::newRow("length") << QStringLiteral("-length") << QStringLiteral("max_tokens");
    QTest::newRow("refusal") << QStringLiteral("-refusal") << QStringLiteral("guardrail_intervened");
    QTest::newRow("empty") << QStringLiteral("-empty") << QStringLiteral("end_turn");
}

void TestStrictBedrock::endsAsTheModelsNameSays()
{
    QFETCH(QString, word);
    QFETCH(QString, reason);
    const std::string model = s_claude + word.toStdString();
    QCOMPARE(ask(hello(), model).json()["stopReason"].get<std::string>(), reason.toStdString());
    const auto frames = framesOf(ask(hello(), model, "converse-stream").body);
    QCOMPARE(frames[frames.size() - 2].payload["stopReason"].get<std::string>(), reason.toStdString());
}

void TestStrictBedrock::failsAsTheModelsNameSays()
{
    const SeenReply limited = ask(hello(), s_claude + "-status-429");
    QCOMPARE(limited.status, 429);
    QVERIFY(headerValue(limited.headers, "x-amzn-ErrorType").startsWith("ThrottlingException"));
    QVERIFY(limited.json()["message"].is_string());
}

void TestStrictBedrock::breaksStreams()
{
    const SeenReply whole = ask(hello(), s_claude, "converse-stream");
    const SeenReply cut = ask(hello(), s_claude + "-cut", "converse-stream");
    QVERIFY(cut.isStopped);
    QCOMPARE(framesOf(cut.body).size(), std::size_t(3));
    QVERIFY(whole.body.startsWith(cut.body));
    const auto frames = framesOf(ask(hello(), s_claude + "-error-event", "converse-stream").body);
    QCOMPARE(frames.back().headers.at(":message-type"), std::string("exception"));
    QCOMPARE(frames.back().headers.at(":exception-type"), std::string("modelStreamErrorException"));
}

void TestStrictBedrock::embeds()
{
    const auto invoke
        = [](const char *model, const char *body) { return ask(parsed(body), model, "invoke"); };
    QVERIFY(invoke("amazon.titan-embed-text-v2:0", R"({"inputText":"a","dimensions":256})")
                .json()
                .contains("embedding"));
    QCOMPARE(invoke("amazon.titan-embed-text-v1", R"({"inputText":"a","dimensions":256})").status, 400);
    QCOMPARE(invoke("amazon.titan-embed-text-v2:0", R"({"inputText":""})").status, 400);
    QCOMPARE(invoke("amazon.titan-embed-text-v2:0", R"({"inputText":"a","dimensions":3})").status, 400);
    const Json cohere
        = invoke("cohere.embed-english-v3", R"({"texts":["a","b"],"input_type":"search_query"})").json();
    QCOMPARE(cohere["embeddings"].size(), std::size_t(2));
    QCOMPARE(invoke("cohere.embed-english-v3", R"({"texts":["a"]})").status, 400);
}

void TestStrictBedrock::listsModels()
{
    ReceivedRequest request = posted("/foundation-models", {{"Authorization", "Bearer scripted"}}, {});
    request.method = "GET";
    QVERIFY(seen(*strictBedrockReply(request)).json()["modelSummaries"][0]["modelId"] == s_claude);
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictBedrock)
#include "tst_strictbedrock.moc"
