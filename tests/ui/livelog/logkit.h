// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"

#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/widgets/page.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace nexus {

//! \brief A request that is running, in place of an exchange.
class Runner final : public QObject {
public:
    Runner(LiveFeed &feed, RequestRecord known)
        : m_feed(feed)
        , record(std::move(known))
        , ticket(feed.begin(record, std::chrono::steady_clock::now(), *this, [this] { ++stops; }))
    {
        record.number = ticket->number();
    }

    void write(qint64 bytes, qint64 tokens)
    {
        ticket->counters().status = 200;
        ticket->counters().firstByte = 5'000;
        ticket->counters().bytesOut += bytes;
        ticket->counters().outputTokens += tokens;
    }

    //! \brief Ends it, in the feed alone.
    void finish() { static_cast<RecordSink &>(m_feed).record(record); }

private:
    LiveFeed &m_feed;

public:
    RequestRecord record;
    std::unique_ptr<LiveTicket> ticket;
    int stops = 0;
};

//! \brief A chat that went well.
inline RequestRecord chatRecord(const QByteArray &id, qint64 time = QDateTime::currentMSecsSinceEpoch())
{
    RequestRecord record;
    record.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(time));
    record.requestId = id;
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.operation = Operation::Chat;
    record.who.label = "app";
    record.askedModel = "safe";
    record.alias = QStringLiteral("safe");
    record.provider = QStringLiteral("openai");
    record.upstreamModel = "gpt-4o";
    record.status = 200;
    AttemptRecord attempt;
    attempt.provider = record.provider;
    attempt.model = record.upstreamModel;
    attempt.status = 200;
    attempt.begin = std::chrono::milliseconds(2);
    attempt.firstByte = std::chrono::milliseconds(380);
    attempt.duration = std::chrono::milliseconds(2'100);
    record.attempts.push_back(attempt);
    record.usage = TokenUsage {.input = 640, .output = 172};
    record.firstByte = std::chrono::milliseconds(400);
    record.duration = std::chrono::milliseconds(2'200);
    record.bytesIn = 4'000;
    record.bytesOut = 2'000;
    return record;
}

//! \brief A gateway that serves on this machine, its history, and what a page is made with.
class LogKit final {
public:
    explicit LogKit(const QByteArray &toml = "[ledger]\nbodies = \"all\"\n")
        : output(LogLevel::Off, LogStyle::Text, [](std::string_view) {})
        , keys(nullptr)
        , host(output, options())
        , history(host.historyPath())
        , config(host, folder.filePath(QStringLiteral("nexus.toml")))
        , settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    {
        QFile file(folder.filePath(QStringLiteral("nexus.toml")));
        if (!file.open(QIODevice::WriteOnly)
            || file.write("server.listen_address = \"127.0.0.1:0\"\nserver.workers = 1\n" + toml) < 0) {
            qFatal("no configuration");
        }
        file.close();
        if (const Result<void> read = host.useFile(file.fileName()); !read) {
            qFatal("%s", qPrintable(read.error().message));
        }
        if (const Result<void> started = host.start(); !started) {
            qFatal("%s", qPrintable(started.error().message));
        }
        history.setConfig(host.config());
    }

    [[nodiscard]] ConsoleParts parts()
    {
        return {.host = host, .history = history, .keys = keys, .config = config, .settings = settings};
    }
    [[nodiscard]] LiveFeed &feed() { return host.gateway().ledger().live(); }
    //! \brief Goes where the record of every request goes.
    void record(const RequestRecord &record) { host.gateway().ledger().records().record(record); }

    //! \brief How many rows the history has by now.
    [[nodiscard]] qint64 written() const
    {
        return host.gateway().ledger().historyState().value_or(HistoryState {}).written;
    }

    QTemporaryDir folder;
    LogOutput output;
    Keychain keys;
    mutable GatewayHost host;
    HistoryDesk history;
    ConfigDesk config;
    QSettings settings;

private:
    [[nodiscard]] HostOptions options() const
    {
        return {.environment = {},
            .overrides = {},
            .historyPath = folder.filePath(QStringLiteral("history.sqlite"))};
    }
};

} // namespace nexus
