// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/commandline.h"

#include "base/nearestname.h"
#include "commandline/historyoptions.h"
#include "commandline/keyoptions.h"

#include <QCommandLineParser>

#include <array>

namespace nexus {

namespace {

// A value and where it came from, for messages.
struct Setting {
    QString name;
    QString value;
};

struct LevelName {
    const char *name;
    LogLevel level;
};

struct StyleName {
    const char *name;
    LogStyle style;
};

struct CommandName {
    const char *name;
    Options::Command command;
};

constexpr std::array COMMANDS {
    CommandName {"models", Options::Command::Models},
    CommandName {"usage", Options::Command::Usage},
    CommandName {"log", Options::Command::Log},
    CommandName {"key", Options::Command::Key},
    CommandName {"help", Options::Command::Help},
};

constexpr std::array LEVELS {
    LevelName {"off", LogLevel::Off},
    LevelName {"error", LogLevel::Error},
    LevelName {"warn", LogLevel::Warn},
    LevelName {"info", LogLevel::Info},
    LevelName {"debug", LogLevel::Debug},
    LevelName {"trace", LogLevel::Trace},
};

constexpr std::array STYLES {
    StyleName {"color", LogStyle::Color},
    StyleName {"text", LogStyle::Text},
    StyleName {"json", LogStyle::Json},
};

tl::unexpected<Error> usageError(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

QString didYouMean(const QString &nearest)
{
    return nearest.isEmpty() ? QString() : QStringLiteral(", did you mean '%1'?").arg(nearest);
}

void addOptions(QCommandLineParser &parser)
{
    const auto withValue = [&parser](const QStringList &names) {
        parser.addOption(QCommandLineOption(names, {}, QStringLiteral("value")));
    };
    withValue({QStringLiteral("c"), QStringLiteral("config")});
    withValue({QStringLiteral("l"), QStringLiteral("listen-address")});
    withValue({QStringLiteral("log")});
    withValue({QStringLiteral("log-style")});
    addHistoryOptions(parser);
    parser.addOption(QCommandLineOption(QStringLiteral("headless")));
    parser.addOption(QCommandLineOption(QStringLiteral("check")));
    parser.addOption(QCommandLineOption(QStringList {QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(QCommandLineOption(QStringList {QStringLiteral("V"), QStringLiteral("version")}));
}

QString parseProblem(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty()) {
        QString text = parser.errorText();
        text = text.first(1).toLower() + text.sliced(1);
        return text.endsWith(u'.') ? text.chopped(1) : text;
    }
    const QStringList known
        = QStringList {QStringLiteral("config"), QStringLiteral("listen-address"), QStringLiteral("log"),
              QStringLiteral("log-style"), QStringLiteral("headless"), QStringLiteral("check"),
              QStringLiteral("help"), QStringLiteral("version")}
        + historyOptionNames();
    const QString &name = unknown.first();
    const QString dashes = name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
    const QString nearest = name.size() == 1 ? QString() : nearestName(name, known);
    return QStringLiteral("unknown option '%1%2'%3")
        .arg(dashes, name, didYouMean(nearest.isEmpty() ? QString() : dashes + nearest));
}

// The option, else the variable, else nothing.
std::optional<Setting> setting(const QCommandLineParser &parser, const Environment &environment,
    const QString &option, const QString &variable)
{
    if (parser.isSet(option)) {
        return Setting {QStringLiteral("--") + option, parser.value(option).trimmed()};
    }
    const QString value = environment.text(variable);
    return value.isEmpty() ? std::nullopt : std::optional(Setting {variable, value});
}

Result<Options::Command> readCommand(const QStringList &positional, bool isCheck)
{
    using Command = Options::Command;
    if (positional.isEmpty()) {
        return isCheck ? Command::Check : Command::Serve;
    }
    const QString &name = positional.first();
    QStringList names;
    for (const CommandName &known : COMMANDS) {
        names.append(QLatin1String(known.name));
        if (name != names.last()) {
            continue;
        }
        // What it is asked about stands in the same text.
        const bool takesMore = known.command == Command::Key || known.command == Command::Help;
        if (positional.size() > 1 && !takesMore) {
            return usageError(QStringLiteral("the command '%1' takes no argument, but got '%2'")
                                  .arg(name, positional.at(1)));
        }
        if (isCheck) {
            return usageError(QStringLiteral("--check and the command '%1' cannot be combined").arg(name));
        }
        return known.command;
    }
    return usageError(
        QStringLiteral("unknown command '%1'%2").arg(name, didYouMean(nearestName(name, names))));
}

Result<void> readListen(const std::optional<Setting> &from, Options &out)
{
    if (!from) {
        return {};
    }
    const Result<ListenAddress> address = parseListenAddress(from->value);
    if (!address) {
        return usageError(
            QStringLiteral("%1 %2, but is '%3'").arg(from->name, address.error().message, from->value));
    }
    out.listen = *address;
    return {};
}

// Finds the value in a table of names; \a assign gets the entry.
template<typename Table, typename Assign>
Result<void> readName(const std::optional<Setting> &from, const Table &table, Assign assign)
{
    if (!from) {
        return {};
    }
    QStringList names;
    for (const auto &entry : table) {
        if (from->value == QLatin1String(entry.name)) {
            assign(entry);
            return {};
        }
        names.append(QLatin1String(entry.name));
    }
    return usageError(QStringLiteral("%1 must be one of %2, but is '%3'")
                          .arg(from->name, names.join(QLatin1String(", ")), from->value));
}

Result<void> readSettings(const QCommandLineParser &parser, const Environment &environment, Options &out)
{
    const auto find = [&](const QString &option, const QString &variable) {
        return setting(parser, environment, option, variable);
    };
    Result<void> listen
        = readListen(find(QStringLiteral("listen-address"), QStringLiteral("NEXUS_LISTEN_ADDRESS")), out);
    if (!listen) {
        return listen;
    }
    Result<void> level = readName(find(QStringLiteral("log"), QStringLiteral("NEXUS_LOG")), LEVELS,
        [&out](const LevelName &entry) { out.logLevel = entry.level; });
    if (!level) {
        return level;
    }
    return readName(find(QStringLiteral("log-style"), QStringLiteral("NEXUS_LOG_STYLE")), STYLES,
        [&out](const StyleName &entry) { out.logStyle = entry.style; });
}

} // namespace

Result<Options> parseCommandLine(const QStringList &arguments, const Environment &environment)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool isUnderstood = parser.parse(arguments);
    Options options;
    // Somebody who asks for help gets it, whatever else is on the line.
    if (parser.isSet(QStringLiteral("help"))) {
        options.command = Options::Command::Help;
        return options;
    }
    if (!isUnderstood) {
        return usageError(parseProblem(parser));
    }
    if (parser.isSet(QStringLiteral("version"))) {
        options.command = Options::Command::Version;
        return options;
    }
    const auto command = readCommand(parser.positionalArguments(), parser.isSet(QStringLiteral("check")));
    if (!command) {
        return failure(command.error());
    }
    options.command = *command;
    if (options.command == Options::Command::Key) {
        const Result<KeyAsk> ask = readKeyAsk(parser.positionalArguments().sliced(1));
        if (!ask) {
            return failure(ask.error());
        }
        options.key = *ask;
    }
    options.isHeadless = parser.isSet(QStringLiteral("headless"));
    options.configPath = parser.value(QStringLiteral("config"));
    if (parser.isSet(QStringLiteral("config")) && options.configPath.isEmpty()) {
        return usageError(QStringLiteral("--config needs the path of a file"));
    }
    if (const Result<void> read = readHistoryOptions(parser, options); !read) {
        return failure(read.error());
    }
    if (const Result<void> read = readSettings(parser, environment, options); !read) {
        return failure(read.error());
    }
    return options;
}

QString usageHint()
{
    return QStringLiteral("Try 'nexus --help'.");
}

QString helpText()
{
    return QStringLiteral(R"(Nexus: one local address for all your language models.

Usage:
  nexus [options]            serve
  nexus --check [options]    check the configuration and exit
  nexus models [options]     list the models that would be served
  nexus usage [options]      add up requests, tokens and costs
  nexus log [options]        list requests, the newest last
  nexus key set NAME         keep a key in the keyring of this system; it is
                             read from standard input, never an argument
  nexus key list             names and last four characters of the keys there
  nexus key remove NAME      take a key away

Configuration:
  -c, --config PATH          configuration file               NEXUS_CONFIG_PATH
                             default: ./nexus.toml if it exists, else
                             ~/.config/nexus/nexus.toml; with no file at all,
                             providers come from OPENAI_API_KEY, OLLAMA_HOST
                             and the like, and from keys in the keychain;
                             NEXUS_KEYCHAIN=off never asks for these
      --check                say whether the configuration is good, then exit

Server:
  -l, --listen-address ADDR:PORT                           NEXUS_LISTEN_ADDRESS
                             where to listen, as in 127.0.0.1:8000, [::1]:8000
                             or localhost:0 (the system picks a port)
                             default: server.listen_address of the file, else
                             127.0.0.1:8000
      --headless             serve without a window and without a display

Usage and log, from the history of requests:
      --by WHAT              usage by day, month, model, provider, client, alias
                             default: day
      --since TIME           such as 7d, 2026-01-31 or 2026-01-31T12:00:00Z
                             default: 30d for usage
      --filter EXPR          only what fits, as in 'status:5xx model:gpt'
      --json, --csv          print it so; the log as one object in each line
      --har FILE             write all requests of the log that fit to an HTTP
                             Archive; - for standard output
      --limit N              requests of the log, at most 100000; default: 20
      --follow               go on with requests that end from now on; waits for
                             a history that is not there yet

Log, on standard error:
      --log LEVEL            off, error, warn, info, debug, trace     NEXUS_LOG
                             default: info
      --log-style STYLE      color, text, json                  NEXUS_LOG_STYLE
                             default: color on a terminal, else text

Other:
  -h, --help, help           print this text
  -V, --version              print the version

An option wins over the environment variable beside it.
Exit codes: 0 success, 1 it could not be done, 2 wrong usage.
)");
}

QString versionText()
{
    return QStringLiteral("nexus %1\n").arg(QLatin1String(NEXUS_VERSION));
}

} // namespace nexus
