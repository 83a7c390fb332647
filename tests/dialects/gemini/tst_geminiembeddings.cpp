// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/gemini.h"

#include <QTest>

using namespace nexus;
using namespace nexus::gemini;

class GeminiEmbeddingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOneRequestForEachInput();
    void writesPurposes_data();
    void writesPurposes();
    void readsVectors();
    void readsUsageWhereThereIsSome();
    void refusesWhatIsNoEmbedding_data();
    void refusesWhatIsNoEmbedding();
};

void GeminiEmbeddingsTest::writesOneRequestForEachInput()
{
    const auto out = writeEmbeddingRequest(
        {.model = "gemini-embedding-001", .inputs = {"a", "b"}, .dimensions = 768, .dropped = {"user"}});
    QVERIFY(out);
    QCOMPARE(out->body,
        QByteArray(
            R"({"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},)"
            R"("outputDimensionality":768},{"model":"models/gemini-embedding-001",)"
            R"("content":{"parts":[{"text":"b"}]},"outputDimensionality":768}]})"));
    QVERIFY(out->dropped == std::vector<std::string> {"user"});
}

void GeminiEmbeddingsTest::writesPurposes_data()
{
    QTest::addColumn<QByteArray>("inputType");
    QTest::addColumn<QByteArray>("taskType");
    QTest::addColumn<bool>("isDropped");
    QTest::newRow("none") << QByteArray() << QByteArray() << false;
    QTest::newRow("document") << QByteArray("search_document") << QByteArray("RETRIEVAL_DOCUMENT") << false;
    QTest::newRow("query") << QByteArray("search_query") << QByteArray("RETRIEVAL_QUERY") << false;
    QTest::newRow("classes") << QByteArray("classification") << QByteArray("CLASSIFICATION") << false;
    QTest::newRow("clusters") << QByteArray("clustering") << QByteArray("CLUSTERING") << false;
    QTest::newRow("its own") << QByteArray("SEMANTIC_SIMILARITY") << QByteArray("SEMANTIC_SIMILARITY")
                             << false;
    QTest::newRow("unknown") << QByteArray("image") << QByteArray() << true;
}

void GeminiEmbeddingsTest::writesPurposes()
{
    QFETCH(const QByteArray, inputType);
    QFETCH(const QByteArray, taskType);
    QFETCH(const bool, isDropped);
    const auto out
        = writeEmbeddingRequest({.model = "models/e", .inputs = {"a"}, .inputType = inputType.toStdString()});
    QVERIFY(out);
    const QByteArray task = taskType.isEmpty() ? QByteArray() : R"(,"taskType":")" + taskType + '"';
    QCOMPARE(
        out->body, R"({"requests":[{"model":"models/e","content":{"parts":[{"text":"a"}]})" + task + "}]}");
    QCOMPARE(out->dropped.size(), std::size_t(isDropped ? 1 : 0));
}

void GeminiEmbeddingsTest::readsVectors()
{
    const auto out = readEmbeddingAnswer(R"({"embeddings":[{"values":[0.5,-1,2e-3]},{"values":[]}]})");
    QVERIFY(out);
    const std::vector<std::vector<float>> expected {{0.5F, -1.0F, 0.002F}, {}};
    QVERIFY(out->vectors == expected);
    QVERIFY(!out->hasUsage);
    QCOMPARE(out->inputTokens, qint64(0));
}

void GeminiEmbeddingsTest::readsUsageWhereThereIsSome()
{
    const auto out
        = readEmbeddingAnswer(R"({"embeddings":[{"values":[1]}],"usageMetadata":{"promptTokenCount":4}})");
    QVERIFY(out && out->hasUsage);
    QCOMPARE(out->inputTokens, qint64(4));
}

void GeminiEmbeddingsTest::refusesWhatIsNoEmbedding_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("no values") << QByteArray(R"({"embeddings":[{}]})");
    QTest::newRow("no object") << QByteArray(R"({"embeddings":[5]})");
    QTest::newRow("no numbers") << QByteArray(R"({"embeddings":[{"values":["1"]}]})");
    QTest::newRow("cut") << QByteArray(R"({"embeddings":[{"values":[1)");
}

void GeminiEmbeddingsTest::refusesWhatIsNoEmbedding()
{
    QFETCH(const QByteArray, body);
    const auto out = readEmbeddingAnswer(body);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::UpstreamInvalid);
}

QTEST_APPLESS_MAIN(GeminiEmbeddingsTest)
#include "tst_geminiembeddings.moc"
