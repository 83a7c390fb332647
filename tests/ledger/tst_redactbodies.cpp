// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/redactbodies.h"
#include "ledger/bodies/redactheaders.h"
#include "wire/jsonscan.h"
#include "wire/jsonstring.h"

#include <QCryptographicHash>
#include <QTest>

using namespace nexus;

namespace {

const QByteArray openAiKey = "sk-proj-Ab3dEfGhIjKlMnOpQrStUvWx-yz_0123456789cdef";

QByteArray noteFor(const QByteArray &bytes)
{
    return "{size:" + QByteArray::number(bytes.size())
        + ",sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + '}';
}

QByteArray picture(qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i) {
        bytes.append(static_cast<char>((i * 37 + 11) % 251));
    }
    return bytes;
}

QByteArray delta(const QByteArray &text)
{
    return "data: {\"choices\":[{\"delta\":{\"content\":" + jsonString(text) + "}}]}\n\n";
}

} // namespace

class RedactBodiesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysByTheirForm_data();
    void keysByTheirForm();
    void keysInEveryPlace_data();
    void keysInEveryPlace();
    void secretsByTheirName_data();
    void secretsByTheirName();
    void whatIsNoSecretStays_data();
    void whatIsNoSecretStays();
    void media_data();
    void media();
    void base64InOtherWritings_data();
    void base64InOtherWritings();
    void aKeyInPiecesOfAStream();
    void aTokenOfAnthropicInPieces();
    void jsonStaysJson();
    void cutAnywhereNoKeySurvives();
    void bodiesKeepTheirMarks();
    void headersLoseTheirSecrets_data();
    void headersLoseTheirSecrets();
    void longHeadersAreCut();
};

void RedactBodiesTest::keysByTheirForm_data()
{
    QTest::addColumn<QByteArray>("key");
    for (const char *key : {"sk-Ab3dEfGhIjKlMnOpQrSt", "sk-ant-api03-AbCdEfGhIjKlMnOp_qr-stuv",
             "sk-or-v1-0123456789abcdef0123", "AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q",
             "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "gsk_AbCdEfGhIjKlMnOpQrStUv0123456789",
             "xai-AbCdEfGhIjKlMnOpQrStUv", "hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567",
             "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789", "xoxb-123456789012-123456789012-AbCdEf",
             "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"}) {
        QTest::newRow(key) << QByteArray(key);
    }
}

void RedactBodiesTest::keysByTheirForm()
{
    QFETCH(const QByteArray, key);
    QCOMPARE(redactedText("use " + key + " now"), "use ***" + key.last(4) + " now");
    QCOMPARE(redactedText(key), "***" + key.last(4));
}

void RedactBodiesTest::keysInEveryPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a string") << QByteArray("{\"content\":\"") << QByteArray("\"}");
    QTest::newRow("behind an escaped line end")
        << QByteArray("{\"content\":\"it is\\n") << QByteArray("\\nok\"}");
    QTest::newRow("in a text in a text")
        << QByteArray(R"({"arguments":"{\"a\":\"x\\n)") << QByteArray(R"(\\t\"}"})");
    QTest::newRow("behind an escaped letter")
        << QByteArray("{\"content\":\"\\u00e4") << QByteArray("\\u00e4\"}");
    QTest::newRow("in an address") << QByteArray("https://host/v1?key=") << QByteArray("&x=1");
    QTest::newRow("in an event") << QByteArray("data: ") << QByteArray("\n\n");
    QTest::newRow("behind a letter of another script") << QByteArray("\xc3\xa4") << QByteArray("\xc3\xa4");
    QTest::newRow("behind half an escape") << QByteArray("\\u00\"") << QByteArray("\\");
}

void RedactBodiesTest::keysInEveryPlace()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(redactedText(before + openAiKey + after), before + "***cdef" + after);
}

void RedactBodiesTest::secretsByTheirName_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("bearer") << QByteArray("-H 'Authorization: Bearer ") << QByteArray("'");
    QTest::newRow("basic") << QByteArray("authorization: Basic ") << QByteArray("\n");
    QTest::newRow("bearer alone") << QByteArray("\"bearer ") << QByteArray("\"");
    QTest::newRow("a member") << QByteArray("{\"api_key\": \"") << QByteArray("\"}");
    QTest::newRow("a member in a text") << QByteArray(R"("{\"apiKey\":\")") << QByteArray(R"(\"}")");
    QTest::newRow("a variable") << QByteArray("export AWS_SECRET_ACCESS_KEY=") << QByteArray(" ");
    QTest::newRow("a password") << QByteArray("password: ") << QByteArray(",");
    QTest::newRow("a header") << QByteArray("X-Api-Key: ") << QByteArray("\r\n");
}

void RedactBodiesTest::secretsByTheirName()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(redactedText(before + "0a1b2c3d4e5f6a7b8c9d" + after), before + "***8c9d" + after);
}

void RedactBodiesTest::whatIsNoSecretStays_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "\\", "\\u", "the task-management-and-disk-usage-report", "sk-short",
             "AKIA is a prefix", "hf_hub_download_with_retries(x)", "token authentication-middleware-is-here",
             R"({"token":12345678901234567890,"password":-1.5e+1234567890123})", "a secret: short",
             "password:\\ninternationalization", R"({"id":"chatcmpl-AbCdEfGhIjKlMnOpQrStUvWxYz0123"})",
             "bearer of bad news", R"({"data":"hello"})", R"({"max_tokens":4096,"top_logprobs":5})"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("a list of words") << QByteArray("wordlist\\n").repeated(200);
    QTest::newRow("a long number") << QByteArray(600, '7');
}

void RedactBodiesTest::whatIsNoSecretStays()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(redactedText(text), text);
}

void RedactBodiesTest::media_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("data url") << QByteArray(R"({"image_url":{"url":"data:image/png;base64,)") << qsizetype(70)
                              << QByteArray(R"("}})");
    QTest::newRow("anthropic source")
        << QByteArray(R"({"source":{"type":"base64","media_type":"image/png","data":")") << qsizetype(70)
        << QByteArray(R"("}})");
    QTest::newRow("audio") << QByteArray(R"({"input_audio":{"data": ")") << qsizetype(2000)
                           << QByteArray(R"(","format":"wav"}})");
    QTest::newRow("file") << QByteArray(R"({"file":{"filename":"a.pdf","file_data":")") << qsizetype(70)
                          << QByteArray(R"("}})");
    QTest::newRow("of any name") << QByteArray(R"({"whatever":")") << qsizetype(600) << QByteArray(R"("})");
    QTest::newRow("in a text") << QByteArray(R"({"content":"![](data:image/png;base64,)") << qsizetype(70)
                               << QByteArray(R"() is it"})");
    QTest::newRow("cut") << QByteArray(R"({"data":")") << qsizetype(99) << QByteArray();
}

void RedactBodiesTest::media()
{
    QFETCH(const QByteArray, before);
    QFETCH(const qsizetype, size);
    QFETCH(const QByteArray, after);
    const QByteArray bytes = picture(size);
    QCOMPARE(redactedText(before + bytes.toBase64() + after), before + noteFor(bytes) + after);
}

void RedactBodiesTest::base64InOtherWritings_data()
{
    QTest::addColumn<QByteArray>("written");
    const QByteArray plain = picture(900).toBase64();
    QTest::newRow("plain") << plain;
    QTest::newRow("escaped slashes") << QByteArray(plain).replace("/", "\\/");
    QTest::newRow("escaped plus signs") << QByteArray(plain).replace("+", "\\u002B");
    QTest::newRow("for urls") << picture(900).toBase64(
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QByteArray lines;
    for (qsizetype pos = 0; pos < plain.size(); pos += 76) {
        lines += plain.mid(pos, 76) + "\\r\\n";
    }
    QTest::newRow("in lines") << lines;
    QTest::newRow("in lines in a text") << QByteArray(lines).replace("\\", "\\\\");
}

void RedactBodiesTest::base64InOtherWritings()
{
    QFETCH(const QByteArray, written);
    const QByteArray found = redactedText("{\"x\":\"" + written + "\"}");
    QCOMPARE(found, "{\"x\":\"" + noteFor(picture(900)) + "\"}");
}

void RedactBodiesTest::aKeyInPiecesOfAStream()
{
    const QByteArray text = "use " + openAiKey + ", please";
    for (qsizetype step = 1; step < text.size(); ++step) {
        QByteArray stream = ": keep-alive\n\n";
        QByteArray said;
        for (qsizetype pos = 0; pos < text.size(); pos += step) {
            stream += delta(text.mid(pos, step));
        }
        stream += "data: [DONE]\n\n";
        const QByteArray kept = redacted({.prompt = {}, .answer = stream}).answer;
        for (const QByteArray &line : kept.split('\n')) {
            const qsizetype begin = line.indexOf("\"content\":\"");
            said += begin < 0 ? QByteArray() : line.sliced(begin + 11).chopped(5);
        }
        QCOMPARE(said, "use ***cdef, please");
        QVERIFY(kept.endsWith("data: [DONE]\n\n"));
    }
}

void RedactBodiesTest::aTokenOfAnthropicInPieces()
{
    const QByteArray stream
        = R"(data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"{\"api_key\":"}}

data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":" \"0a1b2c3d4e"}}

data: {"type":"content_block_delta","delta":{"type":"input_json_delta","partial_json":"5f6a7b8c9d\"}"}}

)";
    const QByteArray kept = redacted({.prompt = {}, .answer = stream}).answer;
    QVERIFY(kept.contains(R"("partial_json":" \"***8c9d"})"));
    QVERIFY(kept.contains(R"("partial_json":"\"}"})"));
}

void RedactBodiesTest::jsonStaysJson()
{
    const QByteArray text
        = R"({"model":"m","n":1,"messages":[{"role":"user","content":[{"type":"text","text":"Bearer )"
        + openAiKey + R"(\/\n"},{"type":"image","source":{"data":")" + picture(300).toBase64()
        + R"("}}]}],"password":"a\/b\/c\/d\/e\/f\/g\/h\/i\/"})";
    QVERIFY(scanObject(text));
    const QByteArray kept = redactedText(text);
    QVERIFY(scanObject(kept));
    QVERIFY(!kept.contains(openAiKey));
    QVERIFY(kept.contains("\"password\":\"***/\""));
}

void RedactBodiesTest::cutAnywhereNoKeySurvives()
{
    const QByteArray text = R"({"a":"\u00e4 )" + openAiKey + R"(","b":"data:image/png;base64,)"
        + picture(40).toBase64() + R"(","c":"Bearer abcdefghij0123456789","d":"\)";
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const QByteArray kept = redactedText(text.first(size));
        QVERIFY(!kept.contains(openAiKey.first(24)));
        QVERIFY(!kept.contains("abcdefghij012345"));
        QVERIFY(!redactedText(text.sliced(size)).contains("klMnOpQrStUvWx-yz_0123456789cdef") || size > 20);
    }
}

void RedactBodiesTest::bodiesKeepTheirMarks()
{
    const RecordedBodies bodies {.prompt = "a " + openAiKey, .answer = "b " + openAiKey, .isAnswerCut = true};
    QCOMPARE(redacted(bodies),
        (RecordedBodies {.prompt = "a ***cdef", .answer = "b ***cdef", .isAnswerCut = true}));
    QVERIFY(redacted({}).isEmpty());
}

void RedactBodiesTest::headersLoseTheirSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray secret = "nothing-that-one-could-know-1234";
    QTest::newRow("bearer") << QByteArray("Authorization") << "Bearer " + secret
                            << QByteArray("Bearer ***1234");
    QTest::newRow("basic") << QByteArray("authorization") << QByteArray("Basic dXNlcjpwYXNzd29yZDE=")
                           << QByteArray("Basic ***");
    QTest::newRow("bare") << QByteArray("Authorization") << secret << QByteArray("***1234");
    QTest::newRow("proxy") << QByteArray("Proxy-Authorization") << "Bearer " + secret
                           << QByteArray("Bearer ***1234");
    QTest::newRow("short") << QByteArray("x-api-key") << QByteArray("hunter2") << QByteArray("***");
    QTest::newRow("cookie") << QByteArray("Cookie") << "sid=" + secret << QByteArray("***");
    QTest::newRow("set-cookie") << QByteArray("Set-Cookie") << "sid=" + secret << QByteArray("***");
    for (const char *name : {"x-api-key", "API-KEY", "x-goog-api-key", "X-Provider-API-Key", "x_auth_token",
             "X-Amz-Security-Token", "x-client-secret", "apikey"}) {
        QTest::newRow(name) << QByteArray(name) << secret << QByteArray("***1234");
    }
    QTest::newRow("a key elsewhere") << QByteArray("X-Note") << "I use " + openAiKey
                                     << redactedText("I use " + openAiKey);
    QTest::newRow("a number") << QByteArray("x-ratelimit-remaining-tokens") << QByteArray("149984")
                              << QByteArray("149984");
    QTest::newRow("plain") << QByteArray("User-Agent") << QByteArray("curl/8.5.0")
                           << QByteArray("curl/8.5.0");
    QTest::newRow("empty") << QByteArray("x-api-key") << QByteArray() << QByteArray();
}

void RedactBodiesTest::headersLoseTheirSecrets()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, shown);
    QCOMPARE(redactedHeaders({{name, value}}).value(name), shown);
    const RecordedBodies kept = redacted({.prompt = {},
        .answer = {},
        .sent = value,
        .requestHeaders = {{name, value}},
        .answerHeaders = {{name, value}}});
    QCOMPARE(kept.requestHeaders, (HeaderList {{name, shown}}));
    QCOMPARE(kept.answerHeaders, (HeaderList {{name, shown}}));
    QCOMPARE(kept.sent, redactedText(value));
}

void RedactBodiesTest::longHeadersAreCut()
{
    HeaderList many;
    for (int i = 0; i < 300; ++i) {
        many.add("x-n", "1");
    }
    QCOMPARE(redactedHeaders(many).size(), std::size_t(200));
    QCOMPARE(redactedHeaders({{"x-long", QByteArray(10'000, ' ')}}).value("x-long").size(), 4096);
}

QTEST_GUILESS_MAIN(RedactBodiesTest)
#include "tst_redactbodies.moc"
