// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/display.h"

#include <QDir>
#include <QLocalSocket>
#include <QTcpSocket>

namespace nexus {

namespace {

constexpr int patienceMs = 1'000;
constexpr int firstXPort = 6'000;

bool answersAt(const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    return socket.waitForConnected(patienceMs);
}

bool answersWayland(const QString &name, const Environment &environment)
{
    const QString folder = environment.text(QStringLiteral("XDG_RUNTIME_DIR"));
    return answersAt(QDir(folder).filePath(name));
}

// `host:number.screen`; without a host it is a local socket, whose folder is the same everywhere.
bool answersX(QString name)
{
    const auto colon = name.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const int number = name.mid(colon + 1).section(QLatin1Char('.'), 0, 0).toInt(&isNumber);
    if (colon < 0 || !isNumber) {
        return false;
    }
    name.truncate(colon);
    if (name.isEmpty() || name == QLatin1String("unix")) {
        return answersAt(QStringLiteral("/tmp/.X11-unix/X%1").arg(number));
    }
    QTcpSocket socket;
    socket.connectToHost(name, static_cast<quint16>(firstXPort + number));
    return socket.waitForConnected(patienceMs);
}

bool isDrawnElsewhere(const QString &platform)
{
    return !platform.isEmpty() && !platform.startsWith(QLatin1String("xcb"))
        && !platform.startsWith(QLatin1String("wayland"));
}

} // namespace

Display findDisplay(const Environment &environment)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const QString wayland = environment.text(QStringLiteral("WAYLAND_DISPLAY"));
    const QString x = environment.text(QStringLiteral("DISPLAY"));
    if (wayland.isEmpty() && x.isEmpty()) {
        return Display::None;
    }
    const bool isThere = isDrawnElsewhere(environment.text(QStringLiteral("QT_QPA_PLATFORM")))
        || (!wayland.isEmpty() && answersWayland(wayland, environment)) || (!x.isEmpty() && answersX(x));
    return isThere ? Display::There : Display::Silent;
#else
    Q_UNUSED(environment)
    return Display::There;
#endif
}

} // namespace nexus
