// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QtTest>

using namespace nexus;

namespace {

constexpr auto on = "[telemetry.exporters.otlp]\nenabled = true\nprotocol = 'http'\n";

Result<GatewayConfig> configOf(const QByteArray &text, const QHash<QString, QString> &variables)
{
    const Environment environment(variables);
    return parseConfig(text, QStringLiteral("nexus.toml"), environment);
}

QHash<QString, QString> variables()
{
    return {{QStringLiteral("OTEL_EXPORTER_OTLP_ENDPOINT"), QStringLiteral("https://collector:4318/x")},
        {QStringLiteral("OTEL_EXPORTER_OTLP_HEADERS"), QStringLiteral(" api-key = a%20secret ,x-b=c=d,")},
        {QStringLiteral("OTEL_SERVICE_NAME"), QStringLiteral("gate")},
        {QStringLiteral("OTEL_RESOURCE_ATTRIBUTES"),
            QStringLiteral("stage=test,deployment.environment.name=l%C3%A4b")}};
}

QByteArrayList headersOf(const OtlpExporter &exporter)
{
    QByteArrayList headers;
    for (const ExporterHeader &header : exporter.httpHeaders) {
        headers.append(header.name + '=' + header.value.reveal());
    }
    return headers;
}

QStringList attributesOf(const TelemetryConfig &telemetry)
{
    QStringList attributes;
    for (const ResourceAttribute &attribute : telemetry.resourceAttributes) {
        attributes.append(attribute.name + u'=' + attribute.value);
    }
    return attributes;
}

} // namespace

class TestOtelVariables final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyStandWhereTheFileSaysNothing()
    {
        const auto config = configOf(on, variables());
        QVERIFY(config.has_value());
        const TelemetryConfig &telemetry = config->telemetry;
        QCOMPARE(telemetry.otlp->endpoint, QUrl(QStringLiteral("https://collector:4318/x")));
        QCOMPARE(headersOf(*telemetry.otlp), (QByteArrayList {"api-key=a secret", "x-b=c=d"}));
        QCOMPARE(telemetry.serviceName, QStringLiteral("gate"));
        QCOMPARE(attributesOf(telemetry),
            (QStringList {
                QStringLiteral("stage=test"), QStringLiteral("deployment.environment.name=l\u00e4b")}));
    }

    void theFileWins()
    {
        const auto config = configOf(QByteArray("[telemetry]\nservice_name = 'mine'\n"
                                                "resource_attributes = { stage = 'live' }\n")
                + on + "endpoint = 'http://here:1'\nhttp.headers = { x-c = 'd' }\n",
            variables());
        QVERIFY(config.has_value());
        const TelemetryConfig &telemetry = config->telemetry;
        QCOMPARE(telemetry.otlp->endpoint, QUrl(QStringLiteral("http://here:1")));
        QCOMPARE(headersOf(*telemetry.otlp), QByteArrayList {"x-c=d"});
        QCOMPARE(telemetry.serviceName, QStringLiteral("mine"));
        QCOMPARE(attributesOf(telemetry).first(), QStringLiteral("stage=live"));
        QCOMPARE(attributesOf(telemetry).size(), 2);
    }

    void theySwitchNothingOn()
    {
        const auto none = configOf("", variables());
        QVERIFY(none && !none->telemetry.otlp);
        const auto off = configOf("[telemetry.exporters.otlp]\nprotocol = 'http'\n", variables());
        QVERIFY(off && !off->telemetry.traceExporter());
    }

    void aBadOneIsNamedWithoutItsValue_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        QTest::newRow("endpoint") << QStringLiteral("OTEL_EXPORTER_OTLP_ENDPOINT")
                                  << QStringLiteral("collector-secret:4318")
                                  << QStringLiteral(
                                         "nexus.toml:1:1: OTEL_EXPORTER_OTLP_ENDPOINT must be a URL "
                                         "that starts with http:// or https://");
        QTest::newRow("headers") << QStringLiteral("OTEL_EXPORTER_OTLP_HEADERS") << QStringLiteral("secret")
                                 << QStringLiteral(
                                        "nexus.toml:1:1: OTEL_EXPORTER_OTLP_HEADERS must be a list "
                                        "such as 'name=value,other=value'");
        QTest::newRow("header") << QStringLiteral("OTEL_EXPORTER_OTLP_HEADERS")
                                << QStringLiteral("x-a=secret%0Ax")
                                << QStringLiteral("nexus.toml:1:1: OTEL_EXPORTER_OTLP_HEADERS holds what no "
                                                  "HTTP header can carry");
    }

    void aBadOneIsNamedWithoutItsValue()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        QFETCH(const QString, message);
        const auto config = configOf(on, {{variable, value}});
        QVERIFY(!config);
        QCOMPARE(config.error().message, message);
        // It matters to nobody while nothing is exported.
        QVERIFY(configOf("[telemetry.exporters.otlp]\nenabled = false\n", {{variable, value}}));
    }
};

QTEST_GUILESS_MAIN(TestOtelVariables)
#include "tst_otelvariables.moc"
