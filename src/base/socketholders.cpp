// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/socketholders.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>

namespace nexus {

namespace {

namespace fs = std::filesystem;

// Columns of the tables; the ones between do not matter here.
constexpr std::size_t localColumn = 1;
constexpr std::size_t stateColumn = 3;
constexpr std::size_t inodeColumn = 9;
constexpr std::size_t columnCount = 10;

template<typename T>
std::optional<T> readNumber(std::string_view text, int base)
{
    T number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    const bool isWhole = code == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(number) : std::nullopt;
}

std::optional<std::array<std::string_view, columnCount>> columns(std::string_view line)
{
    std::array<std::string_view, columnCount> found;
    for (std::string_view &column : found) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin == std::string_view::npos) {
            return std::nullopt;
        }
        line.remove_prefix(begin);
        column = line.substr(0, line.find(' '));
        line.remove_prefix(column.size());
    }
    return found;
}

// The kernel prints each 32 bits of an address as a number of this machine.
std::optional<QHostAddress> readAddress(std::string_view hex)
{
    constexpr std::size_t wordSize = 8;
    Q_IPV6ADDR bytes {};
    const std::size_t words = hex.size() / wordSize;
    if (hex.size() % wordSize != 0 || (words != 1 && words != 4)) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < words; ++i) {
        const auto word = readNumber<quint32>(hex.substr(i * wordSize, wordSize), 16);
        if (!word) {
            return std::nullopt;
        }
        std::memcpy(&bytes.c[i * sizeof(quint32)], &*word, sizeof(quint32));
    }
    return words == 4 ? QHostAddress(bytes) : QHostAddress(qFromBigEndian<quint32>(&bytes.c[0]));
}

std::optional<TcpSocket> readLine(std::string_view line)
{
    const auto fields = columns(line);
    if (!fields) {
        return std::nullopt;
    }
    const std::string_view local = fields->at(localColumn);
    const std::size_t colon = local.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto address = readAddress(local.substr(0, colon));
    const auto port = readNumber<quint16>(local.substr(colon + 1), 16);
    const auto inode = readNumber<quint64>(fields->at(inodeColumn), 10);
    if (!address || !port || !inode) {
        return std::nullopt;
    }
    return TcpSocket {.local = {.address = *address, .port = *port},
        .isListening = fields->at(stateColumn) == "0A",
        .inode = *inode};
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

fs::path processPath(qint64 pid, const QString &procRoot, const char *name)
{
    return fs::path(QFile::encodeName(procRoot).toStdString()) / std::to_string(pid) / name;
}

// The inode in `socket:[77]`.
std::optional<quint64> socketOf(const fs::path &link)
{
    constexpr std::string_view begin = "socket:[";
    std::error_code code;
    const std::string target = fs::read_symlink(link, code).string();
    const std::string_view text = target;
    if (code || !text.starts_with(begin) || !text.ends_with(']')) {
        return std::nullopt;
    }
    return readNumber<quint64>(text.substr(begin.size(), text.size() - begin.size() - 1), 10);
}

} // namespace

std::vector<TcpSocket> parseTcpTable(QByteArrayView text)
{
    std::vector<TcpSocket> sockets;
    std::string_view rest(text.data(), static_cast<std::size_t>(text.size()));
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (const std::optional<TcpSocket> socket = readLine(line)) {
            sockets.push_back(*socket);
        }
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return sockets;
}

std::vector<TcpSocket> tcpSockets(const QString &procRoot)
{
    std::vector<TcpSocket> sockets = parseTcpTable(readAll(procRoot + QLatin1String("/net/tcp")));
    const std::vector<TcpSocket> v6 = parseTcpTable(readAll(procRoot + QLatin1String("/net/tcp6")));
    sockets.insert(sockets.end(), v6.begin(), v6.end());
    return sockets;
}

std::vector<qint64> runningProcesses(const QString &procRoot)
{
    std::vector<qint64> pids;
    std::error_code code;
    fs::directory_iterator entry(fs::path(QFile::encodeName(procRoot).toStdString()), code);
    for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
        if (const auto pid = readNumber<qint64>(entry->path().filename().string(), 10)) {
            pids.push_back(*pid);
        }
    }
    return pids;
}

std::vector<quint64> heldSockets(qint64 pid, const std::vector<quint64> &inodes, const QString &procRoot)
{
    std::vector<quint64> held;
    std::error_code code;
    fs::directory_iterator entry(processPath(pid, procRoot, "fd"), code);
    for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
        const std::optional<quint64> inode = socketOf(entry->path());
        if (inode && std::ranges::binary_search(inodes, *inode)) {
            held.push_back(*inode);
        }
    }
    return held;
}

ClientProgram programOf(qint64 pid, const QString &procRoot)
{
    constexpr QLatin1String replaced(" (deleted)");
    const QByteArray name = readAll(procRoot + u'/' + QString::number(pid) + QLatin1String("/comm"));
    std::error_code code;
    const fs::path file = fs::read_symlink(processPath(pid, procRoot, "exe"), code);
    QString path = code ? QString() : QFile::decodeName(QByteArray::fromStdString(file.string()));
    if (path.endsWith(replaced)) {
        path.chop(replaced.size());
    }
    return {.name = QString::fromUtf8(name.trimmed()), .path = path, .pid = pid};
}

} // namespace nexus
