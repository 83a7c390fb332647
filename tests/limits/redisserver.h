// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace nexus {

//! \brief A redis-server on 127.0.0.1 with a folder of its own, that keeps nothing on disk.
class RedisServer final {
public:
    RedisServer() = default;
    ~RedisServer() { stop(); }
    Q_DISABLE_COPY_MOVE(RedisServer)

    //! \brief Starts with further \a options and waits until it answers. Once started, it keeps its port.
    //! \return why it did not work, empty when it did
    [[nodiscard]] QString start(const QStringList &options = {});

    //! \brief Starts with TLS only, and with certificates made for it, see path().
    [[nodiscard]] QString startTls();

    //! \brief Kills it, as a crash would.
    void stop();

    //! \brief Answers nothing any more but keeps its connections, until resume().
    void suspend();
    void resume();

    //! \brief The answer to one command, over a connection of its own.
    [[nodiscard]] QByteArray ask(const QByteArray &line) const;

    [[nodiscard]] quint16 port() const { return m_port; }
    //! \brief A file of its folder: `ca.pem`, `other.pem`, `server.pem`, `client.pem` and their `.key`s.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    [[nodiscard]] QString startOnce(const QStringList &portOptions, const QStringList &options);
    [[nodiscard]] QString makeCertificates() const;
    void signal(int number) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

} // namespace nexus
