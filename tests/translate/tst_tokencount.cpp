// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/tokencount.h"

#include <QTest>

using namespace nexus;

class TokenCountTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsByAlphabet_data();
    void textsByAlphabet();
    void everythingInARequestCounts();
    void brokenUtf8IsCountedToo();
    void theAnswerIsAnthropics();
};

void TokenCountTest::textsByAlphabet_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("nothing") << QByteArray() << qint64(0);
    QTest::newRow("english") << QByteArray("the quick brown fox jumps") << qint64(7);
    QTest::newRow("greek") << QByteArray("\xce\xb1\xce\xb2\xce\xb3\xce\xb4") << qint64(2);
    QTest::newRow("chinese") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xb8\x96\xe7\x95\x8c") << qint64(4);
    QTest::newRow("pictograph") << QByteArray("\xf0\x9f\x98\x80") << qint64(1);
}

void TokenCountTest::textsByAlphabet()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, tokens);
    QCOMPARE(estimatedTokens(text.toStdString()), tokens);
}

void TokenCountTest::everythingInARequestCounts()
{
    ChatRequest request;
    qint64 last = estimatedTokens(request);
    const auto grew = [&request, &last] {
        const qint64 now = estimatedTokens(request);
        return now > std::exchange(last, now);
    };
    request.messages.push_back({.role = Role::User, .name = {}, .parts = {TextPart {.text = "hello there"}}});
    QVERIFY(grew());
    auto &parts = request.messages[0].parts;
    parts.emplace_back(MediaPart {.kind = MediaPart::Kind::Image, .mediaType = {}, .data = "AAAA"});
    QVERIFY(grew());
    parts.emplace_back(MediaPart {.kind = MediaPart::Kind::Document, .mediaType = {}, .data = "AAAA"});
    QVERIFY(grew());
    parts.emplace_back(ReasoningPart {.text = "so I think", .signature = {}, .redacted = {}});
    QVERIFY(grew());
    parts.emplace_back(ToolCallPart {.id = "1", .name = "look", .arguments = "{\"at\":1}"});
    QVERIFY(grew());
    parts.emplace_back(ToolResultPart {.id = "1", .name = {}, .content = {TextPart {.text = "found it"}}});
    QVERIFY(grew());
    request.tools.push_back(
        {.name = "look", .description = "looks", .parameters = Json {{"type", "object"}}});
    QVERIFY(grew());
}

void TokenCountTest::brokenUtf8IsCountedToo()
{
    QCOMPARE(estimatedTokens(std::string(8, '\xff')), qint64(2));
}

void TokenCountTest::theAnswerIsAnthropics()
{
    TokenCountTranslator translator(
        [](const QByteArray &body) -> Result<qint64> { return body.toLongLong(); });
    QCOMPARE(translator.whole("42").value(), QByteArray(R"({"input_tokens":42})"));
    QVERIFY(!translator.chunk("42"));
    QVERIFY(!translator.end());
}

QTEST_APPLESS_MAIN(TokenCountTest)
#include "tst_tokencount.moc"
