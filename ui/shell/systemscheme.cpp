// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/systemscheme.h"

#include "ui/widgets/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

namespace nexus {

namespace {

constexpr uint preferDark = 1;

QString portal()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString place()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString settings()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString appearance()
{
    return QStringLiteral("org.freedesktop.appearance");
}

} // namespace

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_isDark(isDarkPalette(QGuiApplication::palette()))
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portal(), place(), settings(), QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant))); // clazy:exclude=connect-not-normalized
    ask();
}

void SystemScheme::ask()
{
    QDBusMessage question
        = QDBusMessage::createMethodCall(portal(), place(), settings(), QStringLiteral("Read"));
    question << appearance() << QStringLiteral("color-scheme");
    auto *const watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            take(reply.value().variant());
        }
    });
}

void SystemScheme::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance() && key == QLatin1String("color-scheme")) {
        take(value.variant());
    }
}

void SystemScheme::take(const QVariant &value)
{
    // Read wraps the value once more than SettingChanged does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    if (scheme == 0) {
        return; // no preference
    }
    const bool isDark = scheme == preferDark;
    if (isDark != m_isDark) {
        m_isDark = isDark;
        Q_EMIT changed();
    }
}

} // namespace nexus
