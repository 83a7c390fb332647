// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/commandline.h"

#include <QtTest>

using namespace nexus;

namespace {

using Variables = QHash<QString, QString>;

Result<Options> parse(const QString &line, const Variables &variables = {})
{
    QStringList arguments {QStringLiteral("nexus")};
    arguments += line.split(u' ', Qt::SkipEmptyParts);
    return parseCommandLine(arguments, Environment(variables));
}

} // namespace

class TestCommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingMeansServe()
    {
        QVERIFY(parse({}).value() == Options());
        QCOMPARE(parse({})->command, Options::Command::Serve);
        QCOMPARE(parse({})->logLevel, LogLevel::Info);
    }

    void everyOption()
    {
        const Options expected {.command = Options::Command::Check,
            .configPath = QStringLiteral("a.toml"),
            .listen = ListenAddress {QHostAddress(QHostAddress::LocalHostIPv6), 9},
            .logLevel = LogLevel::Debug,
            .logStyle = LogStyle::Json,
            .isHeadless = true};
        QVERIFY(parse(QStringLiteral("-c a.toml -l [::1]:9 --log debug --log-style json --headless --check"))
                    .value()
            == expected);
        QVERIFY(parse(QStringLiteral(
                          "--config=a.toml --listen-address [::1]:9 --log=debug --log-style=json --headless "
                          "--check"))
                    .value()
            == expected);
    }

    void askForTheHistory()
    {
        QCOMPARE(parse(QStringLiteral("usage"))->command, Options::Command::Usage);
        QVERIFY(parse(QStringLiteral("usage"))->history == HistoryAsk());
        const HistoryAsk usage {.by = HistoryAsk::By::Model,
            .format = HistoryAsk::Format::Csv,
            .since = QStringLiteral("7d"),
            .filter = QStringLiteral("is:error")};
        QVERIFY(
            parse(QStringLiteral("usage --since 7d --by model --csv --filter is:error"))->history == usage);
        const HistoryAsk log {.format = HistoryAsk::Format::Json, .limit = 0, .isFollowing = true};
        const Options options = parse(QStringLiteral("log --follow --json --limit 0")).value();
        QCOMPARE(options.command, Options::Command::Log);
        QVERIFY(options.history == log);
    }

    void everyVariable()
    {
        const Variables variables {{QStringLiteral("NEXUS_LISTEN_ADDRESS"), QStringLiteral(":5")},
            {QStringLiteral("NEXUS_LOG"), QStringLiteral("off")},
            {QStringLiteral("NEXUS_LOG_STYLE"), QStringLiteral("color")}};
        const Options options = parse({}, variables).value();
        QCOMPARE(options.listen->port, 5);
        QCOMPARE(options.logLevel, LogLevel::Off);
        QCOMPARE(options.logStyle, LogStyle::Color);
        QCOMPARE(parse(QStringLiteral("--log trace"), variables)->logLevel, LogLevel::Trace);
    }

    void anEmptyVariableIsNone()
    {
        QVERIFY(parse({}, {{QStringLiteral("NEXUS_LOG"), QStringLiteral(" ")}}).value() == Options());
    }

    void commands()
    {
        QCOMPARE(parse(QStringLiteral("models"))->command, Options::Command::Models);
        QCOMPARE(parse(QStringLiteral("models -c x"))->configPath, QStringLiteral("x"));
        QCOMPARE(parse(QStringLiteral("-h"))->command, Options::Command::Help);
        QCOMPARE(parse(QStringLiteral("help"))->command, Options::Command::Help);
        QCOMPARE(parse(QStringLiteral("help usage"))->command, Options::Command::Help);
        QCOMPARE(parse(QStringLiteral("--help --nonsense"))->command, Options::Command::Help);
        QCOMPARE(parse(QStringLiteral("-V"))->command, Options::Command::Version);
        QCOMPARE(parse(QStringLiteral("--version"))->command, Options::Command::Version);
    }

    void askForKeys()
    {
        using Action = KeyAsk::Action;
        QCOMPARE(parse(QStringLiteral("key list"))->command, Options::Command::Key);
        QVERIFY(parse(QStringLiteral("key list"))->key == KeyAsk {.action = Action::List});
        QVERIFY(parse(QStringLiteral("key set open-ai.2"))->key
            == (KeyAsk {.action = Action::Set, .name = QStringLiteral("open-ai.2")}));
        QVERIFY(parse(QStringLiteral("-c x key remove a_b"))->key
            == (KeyAsk {.action = Action::Remove, .name = QStringLiteral("a_b")}));
    }

    void errors_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *line, const char *message) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(message);
        };
        row("--confg x", "unknown option '--confg', did you mean '--config'?");
        row("-x", "unknown option '-x'");
        row("-c", "missing value after '-c'");
        row("--config=", "--config needs the path of a file");
        row("--headless=yes", "unexpected value after '--headless'");
        row("-l 8000", "--listen-address needs a port, as in 127.0.0.1:8000, but is '8000'");
        row("--log loud", "--log must be one of off, error, warn, info, debug, trace, but is 'loud'");
        row("--log-style xml", "--log-style must be one of color, text, json, but is 'xml'");
        row("key", "'nexus key' is followed by set, list or remove");
        row("key rmove openai", "'nexus key' is followed by set, list or remove; did you mean 'remove'?");
        row("key set", "'nexus key set' needs the name of the key, as in 'nexus key set openai'");
        row("key set openai sk-1",
            "'nexus key set' takes one name and nothing else; the key itself is read from standard input");
        row("key remove a b", "'nexus key remove' takes one name and nothing else");
        row("key list openai", "'nexus key list' takes no argument");
        row("key set a/b", "'a/b' cannot name a key: use up to 64 letters, digits, '_', '-' and '.'");
        row("key set nexus:index:as:a:long:name",
            "this text cannot name a key: use up to 64 letters, digits, '_', '-' and '.'");
        row("key list --check", "--check and the command 'key' cannot be combined");
        row("usage now", "the command 'usage' takes no argument, but got 'now'");
        row("log --check", "--check and the command 'log' cannot be combined");
        row("usge", "unknown command 'usge', did you mean 'usage'?");
        row("--by day", "--by belongs to 'nexus usage'");
        row("models --json", "--json belongs to 'nexus usage' and 'nexus log'");
        row("usage --follow", "--follow belongs to 'nexus log'");
        row("usage --by week",
            "--by must be one of day, month, model, provider, client, alias, but is 'week'");
        row("usage --json --csv", "--json and --csv cannot be combined");
        row("log --har", "missing value after '--har'");
        row("log --har=", "--har needs the path of a file, or - for standard output");
        row("log --har x --json", "--har and --json cannot be combined");
        row("log --har x --limit 5", "--har and --limit cannot be combined");
        row("log --har x --follow", "--har and --follow cannot be combined");
        row("usage --har x", "--har belongs to 'nexus log'");
        row("log --limit -1", "--limit must be a number from 0 to 100000, but is '-1'");
        row("log --limit x", "--limit must be a number from 0 to 100000, but is 'x'");
        row("log --folow", "unknown option '--folow', did you mean '--follow'?");
        row("modles", "unknown command 'modles', did you mean 'models'?");
        row("serve", "unknown command 'serve'");
        row("models gpt", "the command 'models' takes no argument, but got 'gpt'");
        row("models --check", "--check and the command 'models' cannot be combined");
    }

    void errors()
    {
        QFETCH(QString, line);
        QFETCH(QString, message);
        const Result<Options> options = parse(line);
        QVERIFY(!options.has_value());
        QCOMPARE(options.error().message, message);
    }

    void aBadVariableIsNamed()
    {
        QCOMPARE(parse({}, {{QStringLiteral("NEXUS_LOG"), QStringLiteral("loud")}}).error().message,
            QStringLiteral("NEXUS_LOG must be one of off, error, warn, info, debug, trace, but is 'loud'"));
        QCOMPARE(parse({}, {{QStringLiteral("NEXUS_LISTEN_ADDRESS"), QStringLiteral("x:1")}}).error().message,
            QStringLiteral(
                "NEXUS_LISTEN_ADDRESS needs an IP address or localhost before the port, but is 'x:1'"));
    }

    void theHelpNamesEverythingAndFitsTheScreen()
    {
        const QString help = helpText();
        for (const char *word : {"--config", "--listen-address", "--log", "--log-style", "--headless",
                 "--check", "--help", "--version", "NEXUS_CONFIG_PATH", "NEXUS_LISTEN_ADDRESS", "NEXUS_LOG",
                 "NEXUS_LOG_STYLE", "models", "key set", "NEXUS_KEYCHAIN"}) {
            QVERIFY2(help.contains(QLatin1String(word)), word);
        }
        for (const QString &line : help.split(u'\n')) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
        }
        QVERIFY(help.endsWith(u'\n'));
    }

    void theVersionIsThatOfTheProject()
    {
        QCOMPARE(versionText(), QStringLiteral("nexus " NEXUS_VERSION "\n"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
