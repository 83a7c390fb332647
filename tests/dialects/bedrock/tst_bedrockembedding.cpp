// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/bedrock.h"

#include <QTest>

using namespace nexus;

class BedrockEmbeddingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesRequests_data();
    void writesRequests();
    void splitsManyTexts();
    void namesWhatItDrops();
    void refuses_data();
    void refuses();
    void readsAnswers_data();
    void readsAnswers();
    void refusesWhatIsNoEmbedding_data();
    void refusesWhatIsNoEmbedding();
};

namespace {

using Vectors = std::vector<std::vector<float>>;

} // namespace

Q_DECLARE_METATYPE(nexus::EmbeddingRequest)
Q_DECLARE_METATYPE(Vectors)

void BedrockEmbeddingTest::writesRequests_data()
{
    QTest::addColumn<EmbeddingRequest>("request");
    QTest::addColumn<QByteArrayList>("bodies");
    const auto row = [](const char *name, EmbeddingRequest request, const QByteArrayList &bodies) {
        QTest::newRow(name) << std::move(request) << bodies;
    };
    row("titan v1, each text alone", {.model = "amazon.titan-embed-text-v1", .inputs = {"a", "b"}},
        {R"({"inputText":"a"})", R"({"inputText":"b"})"});
    row("titan v2 with a size", {.model = "amazon.titan-embed-text-v2:0", .inputs = {"a"}, .dimensions = 256},
        {R"({"inputText":"a","dimensions":256})"});
    row("titan by ARN",
        {.model = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0",
            .inputs = {"a"}},
        {R"({"inputText":"a"})"});
    row("cohere, all at once", {.model = "cohere.embed-english-v3", .inputs = {"a", "b"}},
        {R"({"texts":["a","b"],"input_type":"search_document"})"});
    row("cohere with a purpose",
        {.model = "us.cohere.embed-multilingual-v3", .inputs = {"a"}, .inputType = "search_query"},
        {R"({"texts":["a"],"input_type":"search_query"})"});
    row("cohere v4 with a size", {.model = "global.cohere.embed-v4:0", .inputs = {"a"}, .dimensions = 512},
        {R"({"texts":["a"],"input_type":"search_document","output_dimension":512})"});
}

void BedrockEmbeddingTest::writesRequests()
{
    QFETCH(const EmbeddingRequest, request);
    QFETCH(const QByteArrayList, bodies);
    const auto requests = bedrock::writeEmbeddingRequests(request);
    QVERIFY(requests);
    QByteArrayList written;
    for (const ProviderRequest &each : *requests) {
        written.append(each.body);
        QVERIFY(each.dropped.empty());
    }
    QCOMPARE(written, bodies);
}

void BedrockEmbeddingTest::splitsManyTexts()
{
    const EmbeddingRequest request {
        .model = "cohere.embed-english-v3", .inputs = std::vector<std::string>(97, "a")};
    const auto requests = bedrock::writeEmbeddingRequests(request);
    QCOMPARE(requests->size(), std::size_t(2));
    QCOMPARE(requests->at(0).body.count("\"a\""), 96);
    QCOMPARE(requests->at(1).body.count("\"a\""), 1);
}

void BedrockEmbeddingTest::namesWhatItDrops()
{
    const auto requests = bedrock::writeEmbeddingRequests({.model = "amazon.titan-embed-text-v1",
        .inputs = {"a", "b"},
        .inputType = "search_query",
        .dropped = {"user"}});
    QVERIFY((requests->at(0).dropped == std::vector<std::string> {"input_type", "user"}));
    QVERIFY(requests->at(1).dropped.empty());
}

void BedrockEmbeddingTest::refuses_data()
{
    QTest::addColumn<EmbeddingRequest>("request");
    QTest::addColumn<QByteArray>("param");
    QTest::newRow("another model") << EmbeddingRequest {.model = "amazon.titan-embed-image-v1",
        .inputs = {"a"}} << QByteArray("model");
    QTest::newRow("a chat model") << EmbeddingRequest {.model = "cohere.command-r-v1:0", .inputs = {"a"}}
                                  << QByteArray("model");
    QTest::newRow("a size where there is one")
        << EmbeddingRequest {.model = "cohere.embed-english-v3", .inputs = {"a"}, .dimensions = 256}
        << QByteArray("dimensions");
    QTest::newRow("no text") << EmbeddingRequest {.model = "cohere.embed-english-v3"} << QByteArray("input");
}

void BedrockEmbeddingTest::refuses()
{
    QFETCH(const EmbeddingRequest, request);
    QFETCH(const QByteArray, param);
    const auto requests = bedrock::writeEmbeddingRequests(request);
    QVERIFY(!requests);
    QCOMPARE(requests.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(requests.error().param, param);
    QCOMPARE(requests.error().message.contains(QStringLiteral("cohere.embed-*")), param == "model");
}

void BedrockEmbeddingTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Vectors>("vectors");
    QTest::addColumn<qint64>("tokens"); // -1 when they are not counted
    QTest::newRow("titan v1") << QByteArray(R"({"embedding":[0.5,-1],"inputTextTokenCount":3})")
                              << Vectors {{0.5F, -1.0F}} << qint64(3);
    QTest::newRow("titan v2") << QByteArray(
        R"({"embedding":[0.5],"embeddingsByType":{"float":[0.5]},"inputTextTokenCount":0})")
                              << Vectors {{0.5F}} << qint64(0);
    QTest::newRow("cohere") << QByteArray(
        R"({"embeddings":[[0.5],[0.25]],"id":"i","response_type":"embeddings_floats","texts":["a","b"]})")
                            << Vectors {{0.5F}, {0.25F}} << qint64(-1);
    QTest::newRow("cohere by type") << QByteArray(
        R"({"embeddings":{"float":[[0.5]]},"response_type":"embeddings_by_type"})")
                                    << Vectors {{0.5F}} << qint64(-1);
}

void BedrockEmbeddingTest::readsAnswers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const Vectors, vectors);
    QFETCH(const qint64, tokens);
    const auto answer = bedrock::readEmbeddingAnswer(body);
    QVERIFY(answer);
    QVERIFY(answer->vectors == vectors);
    QCOMPARE(answer->hasUsage, tokens >= 0);
    QCOMPARE(answer->inputTokens, std::max<qint64>(tokens, 0));
}

void BedrockEmbeddingTest::refusesWhatIsNoEmbedding_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
        {"", "[]", "{}", R"({"embedding":null})", R"({"embedding":[]})", R"({"embedding":["a"]})",
            R"({"embeddings":[]})", R"({"embeddings":[[1],2]})", R"({"embeddings":{"int8":[[1]]}})"}) {
        QTest::newRow(body) << QByteArray(body);
    }
}

void BedrockEmbeddingTest::refusesWhatIsNoEmbedding()
{
    QFETCH(const QByteArray, body);
    const auto answer = bedrock::readEmbeddingAnswer(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::UpstreamInvalid);
}

QTEST_APPLESS_MAIN(BedrockEmbeddingTest)
#include "tst_bedrockembedding.moc"
