// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/metrics/processstate.h"

#ifdef Q_OS_LINUX
#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

#include <filesystem>
#include <iterator>

#include <sys/resource.h>
#include <unistd.h>
#endif

namespace nexus {

#ifdef Q_OS_LINUX

namespace {

constexpr qint64 micros = 1'000'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// When the machine began, in seconds since 1970.
qint64 bootSeconds()
{
    for (const QByteArray &line : contentOf(QStringLiteral("/proc/stat")).split('\n')) {
        if (line.startsWith("btime ")) {
            return line.sliced(6).trimmed().toLongLong();
        }
    }
    return 0;
}

qint64 microsOf(const timeval &time)
{
    return time.tv_sec * micros + time.tv_usec;
}

qint64 openFileCount()
{
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    // One of them is the folder's own.
    return error ? 0 : std::distance(begin(files), end(files)) - 1;
}

} // namespace

std::optional<ProcessState> processState()
{
    // The name in parentheses may hold anything, spaces too; proc(5) counts the fields, and 3 comes after it.
    const QByteArray stat = contentOf(QStringLiteral("/proc/self/stat"));
    const QByteArrayList fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
    const auto field = [&fields](qsizetype number) { return fields.value(number - 3).toLongLong(); };
    rusage usage {};
    const qint64 ticks = sysconf(_SC_CLK_TCK);
    if (fields.size() < 22 || ticks <= 0 || getrusage(RUSAGE_SELF, &usage) != 0) {
        return std::nullopt;
    }
    ProcessState state {.cpuMicros = microsOf(usage.ru_utime) + microsOf(usage.ru_stime),
        .residentBytes = field(24) * sysconf(_SC_PAGESIZE),
        .virtualBytes = field(23),
        .openFiles = openFileCount(),
        .maxFiles = std::nullopt,
        .startMicros = bootSeconds() * micros + field(22) * micros / ticks};
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        state.maxFiles = static_cast<qint64>(limit.rlim_cur);
    }
    return state;
}

#else

std::optional<ProcessState> processState()
{
    return std::nullopt;
}

#endif

} // namespace nexus
