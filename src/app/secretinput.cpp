// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/secretinput.h"

#include "config/textforms.h"

#include <QScopeGuard>

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace nexus {

namespace {

constexpr qsizetype LONGEST = 16 * 1024;

tl::unexpected<Error> refused(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

enum class Byte { Read, End, Failed };

Byte readByte(char &out)
{
    while (true) {
        const auto count = ::read(0, &out, 1);
        if (count == 1) {
            return Byte::Read;
        }
        if (count == 0 || errno != EINTR) {
            return count == 0 ? Byte::End : Byte::Failed;
        }
    }
}

#ifdef Q_OS_UNIX
// Shows nothing and hands over every byte as it is typed, until the object goes.
class SilentTerminal final {
public:
    SilentTerminal()
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (m_isTerminal) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    ~SilentTerminal()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            std::fputc('\n', stderr);
        }
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before {};
    bool m_isTerminal;
};
#else
struct SilentTerminal {
    [[nodiscard]] bool isTerminal() const { return false; }
};
#endif

// True when the line ends here.
bool isEnd(char c, bool isTerminal)
{
    constexpr char END_OF_INPUT = 4;
    return c == '\n' || (isTerminal && (c == '\r' || c == END_OF_INPUT));
}

Result<void> readLine(const QString &prompt, QByteArray &line)
{
    constexpr char INTERRUPT = 3;
    constexpr char BACKSPACE = 8;
    constexpr char DELETE = 127;
    const SilentTerminal terminal;
    if (terminal.isTerminal()) {
        std::fputs(qUtf8Printable(prompt), stderr);
        std::fflush(stderr);
    }
    char c = 0;
    while (true) {
        const Byte byte = readByte(c);
        if (byte == Byte::Failed) {
            return refused(QStringLiteral("standard input cannot be read"));
        }
        if (byte == Byte::End || isEnd(c, terminal.isTerminal())) {
            return {};
        }
        if (terminal.isTerminal() && c == INTERRUPT) {
            return refused(QStringLiteral("no key was typed, nothing has changed"));
        }
        if (terminal.isTerminal() && (c == BACKSPACE || c == DELETE)) {
            line.chop(1);
            continue;
        }
        if (line.size() == LONGEST) {
            return refused(QStringLiteral("the first line of standard input is too long for a key"));
        }
        line.append(c);
    }
}

} // namespace

Result<Secret> readSecretLine(const QString &prompt)
{
    QByteArray line;
    line.reserve(LONGEST); // so that no part of it is left behind by growing
    const auto wipe = qScopeGuard([&line] { line.fill('\0'); });
    if (const Result<void> read = readLine(prompt, line); !read) {
        return failure(read.error());
    }
    Result<Secret> key = toHeaderValue(QString::fromUtf8(line));
    if (!key) {
        return refused(QStringLiteral("the key %1").arg(key.error().message));
    }
    if (key->isEmpty()) {
        return refused(
            QStringLiteral("the first line of standard input is empty, so there is no key to keep"));
    }
    return key;
}

} // namespace nexus
