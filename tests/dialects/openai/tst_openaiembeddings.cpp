// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

#include <limits>

using namespace nexus;

class OpenAiEmbeddingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void refuses_data();
    void refuses();
    void writesNumbers();
    void writesBase64();
};

void OpenAiEmbeddingsTest::readsARequest()
{
    const auto one = openai::readEmbeddingRequest(R"({"model":"m","input":"a"})");
    QVERIFY(one);
    QVERIFY((*one == EmbeddingRequest {.model = "m", .inputs = {"a"}}));
    const auto all = openai::readEmbeddingRequest(R"({"model":"m","input":["a","b"],"dimensions":256,
        "encoding_format":"base64","user":"u","input_type":"query","x":null})");
    QVERIFY(all);
    const EmbeddingRequest expected {.model = "m",
        .inputs = {"a", "b"},
        .dimensions = 256,
        .isBase64 = true,
        .inputType = "query",
        .dropped = {"user"}};
    QVERIFY(*all == expected);
}

void OpenAiEmbeddingsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *body, const char *param) {
        QTest::newRow(body) << QByteArray(body) << QByteArray(param);
    };
    row(R"({"input":"a"})", "model");
    row(R"({"model":"m"})", "input");
    row(R"({"model":"m","input":""})", "input");
    row(R"({"model":"m","input":[]})", "input");
    row(R"({"model":"m","input":[1,2]})", "input[0]");
    row(R"({"model":"m","input":["a",[1]]})", "input[1]");
    row(R"({"model":"m","input":"a","dimensions":"x"})", "dimensions");
    row(R"({"model":"m","input":"a","encoding_format":"int8"})", "encoding_format");
    row("[]", "");
}

void OpenAiEmbeddingsTest::refuses()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, param);
    const auto request = openai::readEmbeddingRequest(body);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(request.error().param, param);
}

void OpenAiEmbeddingsTest::writesNumbers()
{
    const EmbeddingAnswer answer {.vectors = {{0.1F, -2, 1e-9F}, {std::numeric_limits<float>::infinity()}},
        .inputTokens = 7,
        .hasUsage = true};
    QCOMPARE(openai::writeEmbeddingAnswer(answer, {}, "my/m"),
        QByteArray(R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.1,-2,1e-09]},)"
                   R"({"object":"embedding","index":1,"embedding":[0]}],"model":"my/m",)"
                   R"("usage":{"prompt_tokens":7,"total_tokens":7}})"));
}

void OpenAiEmbeddingsTest::writesBase64()
{
    const EmbeddingAnswer answer {.vectors = {{1, -2}}};
    // 00 00 80 3F, 00 00 00 C0: the little end comes first.
    QVERIFY(openai::writeEmbeddingAnswer(answer, {.isBase64 = true}, "m")
                .contains(R"("embedding":"AACAPwAAAMA=")"));
}

QTEST_APPLESS_MAIN(OpenAiEmbeddingsTest)
#include "tst_openaiembeddings.moc"
