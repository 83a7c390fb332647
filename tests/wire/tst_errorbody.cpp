// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/errorbody.h"
#include "wire/json.h"

#include <QTest>

using namespace nexus;

class ErrorBodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysOpenAi();
    void saysAnthropic();
    void mapsAnthropicTypes_data();
    void mapsAnthropicTypes();
    void makesEvents();
    void keepsTheProvidersType();
};

namespace {

Error sample()
{
    return Error {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("a \"b\" \n\u4f60"),
        .detail = QStringLiteral("only for the log"),
        .param = "messages[0]"};
}

} // namespace

void ErrorBodyTest::saysOpenAi()
{
    QCOMPARE(errorBody(sample(), Dialect::OpenAi, "req-1"),
        QByteArray(
            "{\"error\":{\"message\":\"a \\\"b\\\" \\n\xE4\xBD\xA0\",\"type\":\"invalid_request_error\","
            "\"param\":\"messages[0]\",\"code\":null}}"));
    const Error unknown {.kind = ErrorKind::ModelNotFound, .message = QStringLiteral("x"), .detail = {}};
    QCOMPARE(errorBody(unknown, Dialect::OpenAi, {}),
        QByteArray(
            R"({"error":{"message":"x","type":"invalid_request_error","param":null,"code":"model_not_found"}})"));
}

void ErrorBodyTest::saysAnthropic()
{
    QCOMPARE(errorBody(sample(), Dialect::Anthropic, "req-1"),
        QByteArray("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\","
                   "\"message\":\"a \\\"b\\\" \\n\xE4\xBD\xA0\"},\"request_id\":\"req-1\"}"));
    QVERIFY(errorBody(sample(), Dialect::Anthropic, {}).endsWith("\"request_id\":null}"));
}

void ErrorBodyTest::mapsAnthropicTypes_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("upstreamStatus");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, ErrorKind kind, int status, const char *type) {
        QTest::newRow(name) << kind << status << QByteArray(type);
    };
    row("invalid", ErrorKind::InvalidRequest, 0, "invalid_request_error");
    row("method", ErrorKind::MethodNotAllowed, 0, "invalid_request_error");
    row("media type", ErrorKind::UnsupportedMediaType, 0, "invalid_request_error");
    row("header", ErrorKind::HeaderTooLarge, 0, "invalid_request_error");
    row("key", ErrorKind::Unauthenticated, 0, "authentication_error");
    row("forbidden", ErrorKind::Forbidden, 0, "permission_error");
    row("model", ErrorKind::ModelNotFound, 0, "not_found_error");
    row("path", ErrorKind::PathNotFound, 0, "not_found_error");
    row("body", ErrorKind::BodyTooLarge, 0, "request_too_large");
    row("rate", ErrorKind::RateLimited, 0, "rate_limit_error");
    row("quota", ErrorKind::QuotaExceeded, 0, "rate_limit_error");
    row("slow client", ErrorKind::ClientTimeout, 0, "timeout_error");
    row("upstream 400", ErrorKind::UpstreamRefused, 400, "invalid_request_error");
    row("upstream 401", ErrorKind::UpstreamRefused, 401, "authentication_error");
    row("upstream 403", ErrorKind::UpstreamRefused, 403, "permission_error");
    row("upstream 404", ErrorKind::UpstreamRefused, 404, "not_found_error");
    row("upstream 413", ErrorKind::UpstreamRefused, 413, "request_too_large");
    row("upstream 422", ErrorKind::UpstreamRefused, 422, "invalid_request_error");
    row("upstream 429", ErrorKind::UpstreamRefused, 429, "rate_limit_error");
    row("upstream 500", ErrorKind::UpstreamFailed, 500, "api_error");
    row("overloaded", ErrorKind::UpstreamOverloaded, 529, "overloaded_error");
    row("full", ErrorKind::Unavailable, 0, "overloaded_error");
    row("unreachable", ErrorKind::UpstreamUnreachable, 0, "api_error");
    row("unreadable", ErrorKind::UpstreamInvalid, 200, "api_error");
    row("timeout", ErrorKind::UpstreamTimeout, 0, "timeout_error");
    row("defect", ErrorKind::Internal, 0, "api_error");
}

void ErrorBodyTest::mapsAnthropicTypes()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, upstreamStatus);
    QFETCH(const QByteArray, type);
    Error error;
    error.kind = kind;
    error.upstreamStatus = upstreamStatus;
    const auto tree = parseJson(errorBody(error, Dialect::Anthropic, "id"));
    QVERIFY(tree);
    QCOMPARE(QByteArray::fromStdString((*tree)["error"]["type"].get<std::string>()), type);
}

void ErrorBodyTest::makesEvents()
{
    const Error error = sample();
    QCOMPARE(
        errorEvent(error, Dialect::OpenAi, "r"), "data: " + errorBody(error, Dialect::OpenAi, "r") + "\n\n");
    QCOMPARE(errorEvent(error, Dialect::Anthropic, "r"),
        "event: error\ndata: " + errorBody(error, Dialect::Anthropic, "r") + "\n\n");
    QCOMPARE(errorEvent(error, Dialect::Anthropic, "r").count('\n'), 3);
}

void ErrorBodyTest::keepsTheProvidersType()
{
    Error error;
    error.kind = ErrorKind::UpstreamRefused;
    error.upstreamStatus = 429;
    QVERIFY(errorBody(error, Dialect::OpenAi, {}).contains("\"type\":\"rate_limit_error\""));
    error.type = "insufficient_quota";
    QVERIFY(errorBody(error, Dialect::OpenAi, {}).contains("\"type\":\"insufficient_quota\""));
    QVERIFY(errorBody(error, Dialect::Anthropic, {}).contains("\"type\":\"rate_limit_error\""));
}

QTEST_APPLESS_MAIN(ErrorBodyTest)
#include "tst_errorbody.moc"
