// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainbus.h"

#include "secrets/keychainerrors.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>

#include <algorithm>

namespace nexus::keychainbus {

namespace {

constexpr int PATIENCE_MS = 1000;

// The Secret Service, and the names of KWallet.
QStringList services()
{
    return {QStringLiteral("org.freedesktop.secrets"), QStringLiteral("org.kde.kwalletd6"),
        QStringLiteral("org.kde.kwalletd5"), QStringLiteral("org.kde.kwalletd")};
}

// Names that are there, and names that appear when they are asked for.
QStringList namesOn(const QDBusConnection &bus)
{
    QStringList names;
    for (const QString &question : {QStringLiteral("ListNames"), QStringLiteral("ListActivatableNames")}) {
        const QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
            QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"), question);
        names += bus.call(call, QDBus::Block, PATIENCE_MS).arguments().value(0).toStringList();
    }
    return names;
}

} // namespace

bool isLikely(const Environment &environment)
{
    const auto has
        = [&environment](const char *name) { return !environment.text(QLatin1String(name)).isEmpty(); };
    const QString runtime = environment.text(QStringLiteral("XDG_RUNTIME_DIR"));
    return has("DBUS_SESSION_BUS_ADDRESS") || has("DISPLAY") || has("WAYLAND_DISPLAY")
        || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
}

std::optional<Error> absence()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return keychain::absent(
            QStringLiteral("There is no keyring here, because there is no D-Bus session."));
    }
    const QStringList names = namesOn(bus);
    const auto isThere = [&names](const QString &name) { return names.contains(name); };
    if (std::ranges::any_of(services(), isThere)) {
        return std::nullopt;
    }
    return keychain::absent(QStringLiteral(
        "There is no keyring here: neither a Secret Service nor KWallet runs in this session."));
}

bool isLocked()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call.setAutoStartService(false);
    call.setArguments({QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    const QDBusMessage answer = QDBusConnection::sessionBus().call(call, QDBus::Block, PATIENCE_MS);
    return answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

} // namespace nexus::keychainbus
