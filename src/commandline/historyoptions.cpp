// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/historyoptions.h"

#include <QCommandLineParser>

#include <array>

namespace nexus {

namespace {

constexpr int mostRows = 100'000;

struct OptionRule {
    const char *name;
    bool hasValue;
    bool isOfUsage;
    bool isOfLog;
};

constexpr std::array RULES {
    OptionRule {"by", true, true, false},
    OptionRule {"since", true, true, true},
    OptionRule {"filter", true, true, true},
    OptionRule {"json", false, true, true},
    OptionRule {"csv", false, true, true},
    OptionRule {"har", true, false, true},
    OptionRule {"limit", true, false, true},
    OptionRule {"follow", false, false, true},
};

struct ByName {
    const char *name;
    HistoryAsk::By by;
};

constexpr std::array BY {
    ByName {"day", HistoryAsk::By::Day},
    ByName {"month", HistoryAsk::By::Month},
    ByName {"model", HistoryAsk::By::Model},
    ByName {"provider", HistoryAsk::By::Provider},
    ByName {"client", HistoryAsk::By::Client},
    ByName {"alias", HistoryAsk::By::Alias},
};

tl::unexpected<Error> usageError(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

Result<void> requireTaken(const QCommandLineParser &parser, Options::Command command)
{
    for (const OptionRule &rule : RULES) {
        const bool isTaken = (rule.isOfUsage && command == Options::Command::Usage)
            || (rule.isOfLog && command == Options::Command::Log);
        if (isTaken || !parser.isSet(QLatin1String(rule.name))) {
            continue;
        }
        const QString usage = rule.isOfUsage ? QStringLiteral("'nexus usage'") : QString();
        const QString log = rule.isOfLog ? QStringLiteral("'nexus log'") : QString();
        const QString both = usage.isEmpty() || log.isEmpty() ? QString() : QStringLiteral(" and ");
        return usageError(
            QStringLiteral("--%1 belongs to %2").arg(QLatin1String(rule.name), usage + both + log));
    }
    return {};
}

Result<void> readBy(const QCommandLineParser &parser, HistoryAsk &out)
{
    if (!parser.isSet(QStringLiteral("by"))) {
        return {};
    }
    const QString value = parser.value(QStringLiteral("by"));
    QStringList names;
    for (const ByName &entry : BY) {
        if (value == QLatin1String(entry.name)) {
            out.by = entry.by;
            return {};
        }
        names.append(QLatin1String(entry.name));
    }
    return usageError(
        QStringLiteral("--by must be one of %1, but is '%2'").arg(names.join(QLatin1String(", ")), value));
}

Result<void> readLimit(const QCommandLineParser &parser, HistoryAsk &out)
{
    if (!parser.isSet(QStringLiteral("limit"))) {
        return {};
    }
    const QString value = parser.value(QStringLiteral("limit"));
    bool isNumber = false;
    out.limit = value.toInt(&isNumber);
    if (!isNumber || out.limit < 0 || out.limit > mostRows) {
        return usageError(
            QStringLiteral("--limit must be a number from 0 to %1, but is '%2'").arg(mostRows).arg(value));
    }
    return {};
}

// An archive is whole, and has a form of its own.
Result<void> readHar(const QCommandLineParser &parser, HistoryAsk &out)
{
    if (!parser.isSet(QStringLiteral("har"))) {
        return {};
    }
    out.harPath = parser.value(QStringLiteral("har"));
    if (out.harPath.isEmpty()) {
        return usageError(QStringLiteral("--har needs the path of a file, or - for standard output"));
    }
    for (const char *other : {"json", "csv", "limit", "follow"}) {
        if (parser.isSet(QLatin1String(other))) {
            return usageError(QStringLiteral("--har and --%1 cannot be combined").arg(QLatin1String(other)));
        }
    }
    return {};
}

} // namespace

void addHistoryOptions(QCommandLineParser &parser)
{
    for (const OptionRule &rule : RULES) {
        const QString value = rule.hasValue ? QStringLiteral("value") : QString();
        parser.addOption(QCommandLineOption(QLatin1String(rule.name), {}, value));
    }
}

QStringList historyOptionNames()
{
    QStringList names;
    for (const OptionRule &rule : RULES) {
        names.append(QLatin1String(rule.name));
    }
    return names;
}

Result<void> readHistoryOptions(const QCommandLineParser &parser, Options &out)
{
    if (Result<void> taken = requireTaken(parser, out.command); !taken) {
        return taken;
    }
    HistoryAsk &ask = out.history;
    ask.since = parser.value(QStringLiteral("since"));
    ask.filter = parser.value(QStringLiteral("filter"));
    ask.isFollowing = parser.isSet(QStringLiteral("follow"));
    const bool isJson = parser.isSet(QStringLiteral("json"));
    const bool isCsv = parser.isSet(QStringLiteral("csv"));
    if (isJson && isCsv) {
        return usageError(QStringLiteral("--json and --csv cannot be combined"));
    }
    ask.format = isJson ? HistoryAsk::Format::Json
        : isCsv         ? HistoryAsk::Format::Csv
                        : HistoryAsk::Format::Table;
    if (Result<void> by = readBy(parser, ask); !by) {
        return by;
    }
    if (Result<void> har = readHar(parser, ask); !har) {
        return har;
    }
    return readLimit(parser, ask);
}

} // namespace nexus
