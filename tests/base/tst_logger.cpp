// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/logger.h"

#include <QRegularExpression>
#include <QtTest>

#include <nlohmann/json.hpp>

using namespace nexus;

namespace {

// Keeps every line that was written.
struct Lines {
    std::vector<std::string> all;

    [[nodiscard]] std::function<void(std::string_view)> sink()
    {
        return [this](std::string_view line) { all.emplace_back(line); };
    }
};

// Every byte that could end a line or a string too early, and some that could not.
std::string nasty()
{
    return std::string("a\"b\\c\nd\re\tf\x01g\x7fh\xc3\xa9", 18) + std::string(1, '\0') + "=i j";
}

QString withoutTime(const std::string &line)
{
    static const QRegularExpression TIME(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
    return QString::fromStdString(line).replace(TIME, QStringLiteral("TIME"));
}

} // namespace

class TestLogger final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A field without a value is left out.
    void text()
    {
        Lines lines;
        const LogOutput output(LogLevel::Info, LogStyle::Text, lines.sink());
        output.logger("room").event(LogLevel::Info, "thing_done",
            {{"id", "abc"}, {"count", 3}, {"isOk", true}, {"empty", ""}, {"spaced", "a b"},
                {"quote", "a\"b"}});
        QCOMPARE(lines.all.size(), 1U);
        QCOMPARE(withoutTime(lines.all.front()),
            QStringLiteral("TIME info  room: thing_done id=abc count=3 isOk=true spaced=\"a b\" "
                           "quote=\"a\\\"b\""));
    }

    void color()
    {
        Lines lines;
        const LogOutput output(LogLevel::Info, LogStyle::Color, lines.sink());
        output.logger("room").event(LogLevel::Warn, "odd");
        QCOMPARE(withoutTime(lines.all.front()), QStringLiteral("TIME warning room: odd"));
    }

    void json()
    {
        Lines lines;
        const LogOutput output(LogLevel::Info, LogStyle::Json, lines.sink());
        output.logger("room").event(LogLevel::Error, "thing_failed",
            {{"id", "abc"}, {"count", qint64(-9'007'199'254'740'993)}, {"isOk", false}, {"nasty", nasty()}});
        const nlohmann::json line = nlohmann::json::parse(lines.all.at(0));
        QCOMPARE(line.at("level"), "error");
        QCOMPARE(line.at("room"), "room");
        QCOMPARE(line.at("event"), "thing_failed");
        QCOMPARE(line.at("id"), "abc");
        QCOMPARE(line.at("count").get<qint64>(), -9'007'199'254'740'993);
        QVERIFY(line.at("isOk").is_boolean());
        QCOMPARE(line.at("nasty").get<std::string>(), nasty());
        QVERIFY(withoutTime(lines.all.at(0)).startsWith(QStringLiteral("{\"time\":\"TIME\"")));
    }

    void noStyleLetsAValueBreakTheLine_data()
    {
        QTest::addColumn<LogStyle>("style");
        QTest::newRow("color") << LogStyle::Color;
        QTest::newRow("text") << LogStyle::Text;
        QTest::newRow("json") << LogStyle::Json;
    }

    void noStyleLetsAValueBreakTheLine()
    {
        QFETCH(LogStyle, style);
        Lines lines;
        const LogOutput output(LogLevel::Info, style, lines.sink());
        output.logger("room").event(LogLevel::Info, "e", {{"v", nasty()}});
        QCOMPARE(lines.all.size(), 1U);
        const bool hasControl = std::ranges::any_of(lines.all.front(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 || byte == 0x7f;
        });
        QVERIFY(!hasControl);
    }

    // A pattern of the log library in a value must not be interpreted.
    void percentSignsStay()
    {
        Lines lines;
        const LogOutput output(LogLevel::Info, LogStyle::Text, lines.sink());
        output.logger("room").event(LogLevel::Info, "e", {{"v", "%v{}%n"}});
        QVERIFY(QByteArray::fromStdString(lines.all.front()).endsWith("v=%v{}%n"));
    }

    void levels()
    {
        Lines lines;
        const LogOutput output(LogLevel::Warn, LogStyle::Text, lines.sink());
        const Logger logger = output.logger("room");
        QVERIFY(!logger.isEnabled(LogLevel::Info));
        QVERIFY(logger.isEnabled(LogLevel::Warn));
        logger.event(LogLevel::Trace, "a");
        logger.event(LogLevel::Info, "b");
        logger.event(LogLevel::Warn, "c");
        logger.event(LogLevel::Error, "d");
        QCOMPARE(lines.all.size(), 2U);
        const LogOutput off(LogLevel::Off, LogStyle::Text, lines.sink());
        off.logger("room").event(LogLevel::Error, "e");
        QCOMPARE(lines.all.size(), 2U);
    }

    void aDefaultLoggerIsSilent()
    {
        const Logger logger;
        QVERIFY(!logger.isEnabled(LogLevel::Error));
        logger.event(LogLevel::Error, "nobody hears it");
    }

    void aLoggerOutlivesItsOutput()
    {
        Lines lines;
        Logger logger;
        {
            const LogOutput output(LogLevel::Info, LogStyle::Text, lines.sink());
            logger = output.logger("room");
        }
        logger.event(LogLevel::Info, "late");
        QCOMPARE(lines.all.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestLogger)
#include "tst_logger.moc"
