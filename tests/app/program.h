// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace nexus {

//! \brief One run of the built program in a folder and an environment of its own.
class Program final {
public:
    Program() { m_process.setWorkingDirectory(m_folder.path()); }
    ~Program()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(Program)

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

    //! \brief Writes \a text to a file of the working folder, replacing it as editors do. \return its path
    QString write(const QString &name, const QByteArray &text)
    {
        QString path = m_folder.filePath(name);
        QFile file(path + QStringLiteral(".new"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write %s", qPrintable(path));
        }
        file.close();
        QFile::remove(path);
        if (!QFile::rename(file.fileName(), path)) {
            qFatal("cannot rename to %s", qPrintable(path));
        }
        return path;
    }

    void start(const QStringList &arguments)
    {
        m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        m_environment.insert(QStringLiteral("HOME"), m_folder.path());
        for (const char *name :
            {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "LD_PRELOAD"}) {
            if (qEnvironmentVariableIsSet(name)) {
                m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
            }
        }
        m_process.setProcessEnvironment(m_environment);
        m_process.start(QStringLiteral(NEXUS_PROGRAM), arguments);
    }

    //! \brief Runs to the end. \return the exit code, -1 when it did not end by itself
    int run(const QStringList &arguments)
    {
        start(arguments);
        return waitForEnd();
    }

    //! \brief Runs to the end with \a input on standard input.
    int run(const QStringList &arguments, const QByteArray &input)
    {
        start(arguments);
        m_process.write(input);
        m_process.closeWriteChannel();
        return waitForEnd();
    }

    int waitForEnd()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(20'000)) {
            return -1;
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    //! \brief Waits until the program's standard error contains \a part.
    bool waitForLog(const QByteArray &part)
    {
        return QTest::qWaitFor([this, &part] { return log().contains(part); }, 20'000);
    }

    //! \brief The port it serves on, 0 when it did not say so in time.
    quint16 port()
    {
        static const QRegularExpression serving(QStringLiteral("serving address=[^ ]*:(\\d+)"));
        if (!waitForLog("serving address=")) {
            return 0;
        }
        return serving.match(QString::fromUtf8(log())).captured(1).toUShort();
    }

    QByteArray log() { return m_log += m_process.readAllStandardError(); }
    QByteArray output() { return m_output += m_process.readAllStandardOutput(); }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QByteArray m_log;
    QByteArray m_output;
};

} // namespace nexus
