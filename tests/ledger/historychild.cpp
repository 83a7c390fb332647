// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes a history until it is killed, for tests: one number after the other, and says on standard output up
// to which they are written for good. historychild FILE FIRST COUNT [LARGEST], the last in bytes that a file
// may have.

#include "historykit.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace nexus;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 first = arguments.value(2).toLongLong();
    const qint64 count = arguments.value(3).toLongLong();
#ifdef Q_OS_UNIX
    if (arguments.size() > 4) {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto largest = static_cast<rlim_t>(arguments.value(4).toLongLong());
        const rlimit limit {largest, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
#endif
    qint64 acknowledged = first;
    HistoryOptions options;
    options.path = arguments.value(1);
    options.config.bodies = LedgerConfig::Bodies::All;
    options.config.retention = std::chrono::hours(24 * 365 * 90);
    const LogOutput output(LogLevel::Debug, LogStyle::Text);
    options.log = output.logger("ledger");
    options.written = [&acknowledged](qint64 rows) {
        acknowledged += rows;
        std::printf("%lld\n", static_cast<long long>(acknowledged));
        std::fflush(stdout);
    };
    History history(std::move(options));
    for (qint64 number = first; number < first + count; ++number) {
        RequestRecord record = answeredChat(number, QByteArray::number(number));
        record.bodies = {.prompt = "prompt " + QByteArray::number(number),
            .answer = QByteArray(300, 'a'),
            .isAnswerCut = false};
        history.record(record);
        if (number % 50 == 49) {
            (void)history.flush();
        }
    }
    const bool isFlushed = history.flush();
    const HistoryState state = history.state();
    std::printf("%s waiting=%lld lost=%lld\n", isFlushed ? "done" : "failed",
        static_cast<long long>(state.waiting), static_cast<long long>(state.lost));
    std::fflush(stdout);
    if (!isFlushed) {
        // The disk has room again.
#ifdef Q_OS_UNIX
        const rlimit limit {RLIM_INFINITY, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
#endif
        std::printf("%s\n", history.flush() ? "recovered" : "lost");
    }
    return 0;
}
