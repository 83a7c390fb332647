// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

namespace nexus {

//! \brief A D-Bus session with folders of its own, and the keyring that a test wants on it.
class KeyringSession final {
public:
    KeyringSession()
    {
        // No service of this machine may appear on this bus by itself.
        write(QStringLiteral("bus.conf"),
            "<busconfig><type>session</type><listen>unix:tmpdir=" + QFile::encodeName(m_folder.path())
                + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/>"
                  "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        for (const char *name : {"run", "data", "config", "cache"}) {
            const QString path = m_folder.filePath(QLatin1String(name));
            QDir().mkpath(path);
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        m_bus.start(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                QStringLiteral("--config-file=") + m_folder.filePath(QStringLiteral("bus.conf"))});
        const bool isUp
            = QTest::qWaitFor([this] { return (m_address += m_bus.readLine()).endsWith('\n'); }, 20'000);
        if (!isUp) {
            qFatal("dbus-daemon does not start");
        }
        m_address = m_address.trimmed();
    }

    ~KeyringSession()
    {
        for (QProcess *process : {&m_daemon, &m_bus}) {
            process->terminate();
            if (process->state() != QProcess::NotRunning && !process->waitForFinished(5000)) {
                process->kill();
                process->waitForFinished();
            }
        }
    }
    Q_DISABLE_COPY_MOVE(KeyringSession)

    [[nodiscard]] QString address() const { return QString::fromUtf8(m_address); }

    //! \brief Starts GNOME's keyring, unlocked. \return whether it is on the bus
    [[nodiscard]] bool startKeyring()
    {
        m_daemon.setProcessEnvironment(environment());
        m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                QStringLiteral("--components=secrets")});
        m_daemon.write("password");
        m_daemon.closeWriteChannel();
        // Its collection is there when it can be told apart from none.
        return QTest::qWaitFor(
            [this] {
                return ask({QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.secrets"),
                               QStringLiteral("/org/freedesktop/secrets"),
                               QStringLiteral("org.freedesktop.Secret.Service.ReadAlias"),
                               QStringLiteral("string:default")})
                    .contains("/collection/login");
            },
            20'000);
    }

    void lockKeyring() const
    {
        QVERIFY(ask({QStringLiteral("--print-reply"), QStringLiteral("--dest=org.freedesktop.secrets"),
                        QStringLiteral("/org/freedesktop/secrets"),
                        QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                        QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")})
                    .contains("/collection/login"));
    }

    //! \brief What another program reads from the keyring.
    [[nodiscard]] QByteArray lookUp(const QString &name) const
    {
        return output(QStringLiteral("secret-tool"),
            {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("nexus"),
                QStringLiteral("user"), name});
    }

    //! \brief Lets \a program live in this session.
    void enter(Program &program) const
    {
        program.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address());
        program.setVariable(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.filePath(QStringLiteral("run")));
    }

    //! \brief What a program is told that lives in this session, with its home.
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment out;
        out.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        out.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address());
        out.insert(QStringLiteral("HOME"), m_folder.path());
        out.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.filePath(QStringLiteral("run")));
        out.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        out.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        out.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
        return out;
    }

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    [[nodiscard]] QByteArray output(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program, arguments);
        process.waitForFinished(20'000);
        return process.readAllStandardOutput();
    }

    [[nodiscard]] QByteArray ask(const QStringList &arguments) const
    {
        return output(QStringLiteral("dbus-send"), QStringList {QStringLiteral("--session")} + arguments);
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    QByteArray m_address;
};

//! \brief A Secret Service that takes every call and answers none.
class HungService final : public QDBusVirtualObject {
public:
    explicit HungService(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("hung")))
    {
        m_isReady = m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath)
            && m_bus.registerService(QStringLiteral("org.freedesktop.secrets"));
    }
    ~HungService() override { QDBusConnection::disconnectFromBus(QStringLiteral("hung")); }
    Q_DISABLE_COPY_MOVE(HungService)

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] int calls() const { return m_calls; }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        ++m_calls;
        return true;
    }

private:
    QDBusConnection m_bus;
    bool m_isReady = false;
    int m_calls = 0;
};

} // namespace nexus
