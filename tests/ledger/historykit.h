// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/history.h"
#include "ledger/history/historyreader.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

namespace nexus {

constexpr qint64 NOON = 1'767'268'800'000; // of 2026-01-01, UTC

//! \brief A folder with a history in it, and clocks that a test moves.
class HistoryKit final {
public:
    HistoryKit()
        : m_output(LogLevel::Debug, LogStyle::Text, [this](std::string_view line) {
            const QMutexLocker lock(&m_mutex);
            m_log.append(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
        })
    { }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("nexus/history.sqlite")); }

    [[nodiscard]] HistoryOptions options()
    {
        HistoryOptions options;
        options.path = path();
        options.log = m_output.logger("ledger");
        options.clock = [this] { return TimePoint(std::chrono::milliseconds(m_clock.load())); };
        options.today = [this] {
            return std::chrono::system_clock::time_point(std::chrono::milliseconds(m_today.load()));
        };
        options.zone = QTimeZone::utc();
        options.written = [this](qint64 rows) { m_written += rows; };
        return options;
    }

    //! \brief Moves both clocks on. Whoever waits by them still has to be woken.
    void pass(std::chrono::milliseconds time)
    {
        m_clock += time.count();
        m_today += time.count();
    }

    [[nodiscard]] qint64 today() const { return m_today; }
    [[nodiscard]] qint64 written() const { return m_written; }

    //! \brief The lines of the log that contain \a part.
    [[nodiscard]] int logged(const QByteArray &part) const
    {
        const QMutexLocker lock(&m_mutex);
        return static_cast<int>(
            std::ranges::count_if(m_log, [&](const QByteArray &line) { return line.contains(part); }));
    }

    [[nodiscard]] static HistoryPrices noPrices()
    {
        return [](const QString &, const QString &, qint64) { return std::optional<Price>(); };
    }

    //! \brief Everything in the history, newest first.
    [[nodiscard]] std::vector<HistoryRow> rows(const HistoryFilter &filter = {}) const
    {
        const Result<HistoryReader> reader = HistoryReader::open(path(), noPrices());
        if (!reader) {
            qWarning("%s", qPrintable(reader.error().message));
            return {};
        }
        std::vector<HistoryRow> all;
        qint64 before = 0;
        do {
            const Result<HistoryPage> page = reader->page(filter, before, 1'000);
            if (!page) {
                qWarning("%s", qPrintable(page.error().message));
                return {};
            }
            all.insert(all.end(), page->rows.begin(), page->rows.end());
            before = page->next;
        } while (before != 0);
        return all;
    }

    //! \brief What `PRAGMA integrity_check` says of a file.
    [[nodiscard]] static QString integrity(const QString &file)
    {
        const auto database = HistoryDatabase::open(file, HistoryDatabase::Access::Read);
        if (!database) {
            return database.error().message;
        }
        QSqlQuery query = (*database)->query();
        return query.exec(QStringLiteral("PRAGMA integrity_check")) && query.next()
            ? query.value(0).toString()
            : QStringLiteral("none");
    }

private:
    QTemporaryDir m_folder;
    mutable QMutex m_mutex;
    QByteArrayList m_log;
    LogOutput m_output;
    std::atomic<qint64> m_clock = 1'000'000;
    std::atomic<qint64> m_today = NOON;
    std::atomic<qint64> m_written = 0;
};

//! \brief A chat that went well, \a offset milliseconds after noon.
inline RequestRecord answeredChat(qint64 offset, const QByteArray &id)
{
    RequestRecord record;
    record.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(NOON + offset));
    record.requestId = id;
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.operation = Operation::Chat;
    record.who.label = "app";
    record.askedModel = "openai/gpt-x";
    record.provider = QStringLiteral("openai");
    record.upstreamModel = "gpt-x";
    record.status = 200;
    record.attempts.push_back({.provider = QStringLiteral("openai"),
        .model = "gpt-x",
        .status = 200,
        .firstByte = std::chrono::milliseconds(200),
        .duration = std::chrono::milliseconds(900),
        .error = {},
        .spanId = {}});
    record.usage
        = TokenUsage {.input = 1'000, .cacheRead = 0, .cacheWrite = 0, .output = 500, .reasoning = 0};
    record.firstByte = std::chrono::milliseconds(250);
    record.duration = std::chrono::milliseconds(1'000);
    record.bytesIn = 4'000;
    record.bytesOut = 2'000;
    return record;
}

} // namespace nexus
