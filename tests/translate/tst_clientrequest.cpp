// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/clientrequest.h"

#include <QTest>

using namespace nexus;

class ClientRequestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsChat();
    void acceptsUsableBodies_data();
    void acceptsUsableBodies();
    void refusesUnusableBodies_data();
    void refusesUnusableBodies();
    void keepsEveryOtherByte();
    void escapesTheModel();
};

void ClientRequestTest::readsChat()
{
    const auto request = parseRequest(
        R"({"stream":true,"model":"openai\/gpt-4o","messages":[{"role":"user","content":"hi"}]})",
        Operation::Chat);
    QVERIFY(request);
    QCOMPARE(request->model, QByteArray("openai/gpt-4o"));
    QVERIFY(request->isStream);
    QCOMPARE(request->operation, Operation::Chat);
}

void ClientRequestTest::acceptsUsableBodies_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no messages yet") << Operation::Chat << QByteArray(R"({"model":"m","messages":[]})");
    QTest::newRow("null stream") << Operation::Chat
                                 << QByteArray(R"({"model":"m","messages":[{}],"stream":null})");
    QTest::newRow("last model wins") << Operation::Chat
                                     << QByteArray(R"({"model":1,"messages":[],"model":"m"})");
    QTest::newRow("unknown fields") << Operation::Chat
                                    << QByteArray(R"({"model":"m","messages":[],"x":{"stream":3}})");
    QTest::newRow("prompt") << Operation::Completions
                            << QByteArray(R"({"model":"m","prompt":"p","stream":false})");
    QTest::newRow("prompt tokens") << Operation::Completions << QByteArray(R"({"model":"m","prompt":[1,2]})");
    QTest::newRow("input") << Operation::Embeddings << QByteArray(R"({"model":"m","input":["a","b"]})");
}

void ClientRequestTest::acceptsUsableBodies()
{
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, body);
    const auto request = parseRequest(body, operation);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->model, QByteArray("m"));
    QVERIFY(!request->isStream);
}

void ClientRequestTest::refusesUnusableBodies_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("param");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *body, const char *param, const char *part,
                         Operation operation = Operation::Chat) {
        QTest::newRow(name) << operation << QByteArray(body) << QByteArray(param) << QString::fromUtf8(part);
    };
    row("empty", "", "", "body is empty");
    row("text", "hello", "", "at byte 0");
    row("array", "[]", "", "expected an object");
    row("broken", R"({"model":"m",})", "", "at byte 13");
    row("two", R"({"model":"m","messages":[]} {})", "", "at byte 28");
    row("no model", R"({"messages":[]})", "model", "/model is missing");
    row("null model", R"({"model":null,"messages":[]})", "model", "/model must be a string, not null");
    row("number model", R"({"model":5,"messages":[]})", "model", "/model must be a string, not a number");
    row("empty model", R"({"model":"","messages":[]})", "model", "/model is empty");
    row("last model counts", R"({"model":"m","messages":[],"model":{}})", "model", "/model must be a string");
    row("no messages", R"({"model":"m"})", "messages", "/messages is missing");
    row("text messages", R"({"model":"m","messages":"hi"})", "messages", "/messages must be an array");
    row("null messages", R"({"model":"m","messages":null})", "messages", "not null");
    row("text message", R"({"model":"m","messages":[{},{"a":[1]},"hi",3]})", "messages[2]", "/messages/2 ");
    row("text stream", R"({"model":"m","messages":[],"stream":"true"})", "stream",
        "/stream must be true or false");
    row("no prompt", R"({"model":"m","messages":[]})", "prompt", "/prompt is missing",
        Operation::Completions);
    row("no input", R"({"model":"m","prompt":"p"})", "input", "/input is missing", Operation::Embeddings);
    row("null input", R"({"model":"m","input":null})", "input", "/input is missing", Operation::Embeddings);
}

void ClientRequestTest::refusesUnusableBodies()
{
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, param);
    QFETCH(const QString, part);
    const auto request = parseRequest(body, operation);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(request.error().param, param);
    QVERIFY2(request.error().message.contains(part), qPrintable(request.error().message));
}

void ClientRequestTest::keepsEveryOtherByte()
{
    const QByteArray before
        = "\n{ \"seed\" : 12345678901234567890, \"t\":1.0,\"u\":\"\\u00e9\\/\", \"model\" :";
    const QByteArray after
        = " ,\"messages\":[{\"role\":\"user\",\"content\":\"\xF0\x9F\x98\x80\",\"model\":\"inner\"}],"
          "\"z\":{\"b\":1,\"a\":2},\"z\":null }\r\n";
    const auto request = parseRequest(before + "\"a/b\"" + after, Operation::Chat);
    QVERIFY(request);
    QCOMPARE(request->withModel("b"), before + "\"b\"" + after);
    QCOMPARE(request->body, before + "\"a/b\"" + after);
}

void ClientRequestTest::escapesTheModel()
{
    const auto request = parseRequest(R"({"model":"x","messages":[],"mod\u0065l":"y"})", Operation::Chat);
    QVERIFY(request);
    QCOMPARE(request->model, QByteArray("y"));
    const QByteArray expected = R"({"model":"a\"b\\c\n","messages":[],"mod\u0065l":"a\"b\\c\n"})";
    QCOMPARE(request->withModel("a\"b\\c\n"), expected);
}

QTEST_APPLESS_MAIN(ClientRequestTest)
#include "tst_clientrequest.moc"
