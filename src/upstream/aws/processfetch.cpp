// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/processfetch.h"

#include "upstream/aws/credentialjson.h"
#include "upstream/aws/splitcommand.h"

namespace nexus::aws {

ProcessFetch::ProcessFetch(const FetchTools &tools, QString command, const QString &profile)
    : CredentialFetch(tools)
    , m_command(std::move(command))
    , m_source(QStringLiteral("The credential_process of profile '%1'").arg(profile))
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ProcessFetch::onOutput);
    connect(&m_process, &QProcess::finished, this, &ProcessFetch::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            endBadly(QStringLiteral("could not be started"));
        }
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        endBadly(QStringLiteral("did not end within %1 s")
                     .arg(static_cast<double>(this->tools().limits.process.count()) / 1000.0));
    });
}

ProcessFetch::~ProcessFetch()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        // A killed process is gone at once; QProcess would wait for it as well, with a complaint.
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void ProcessFetch::start()
{
    const std::optional<QStringList> words = splitCommand(m_command);
    if (!words || words->isEmpty()) {
        endBadly(QStringLiteral("is not a command: a quote does not close, or it is empty"));
        return;
    }
    m_deadline.start(tools().limits.process);
    m_process.start(words->first(), words->sliced(1), QIODevice::ReadOnly);
}

void ProcessFetch::onOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > maxOutput) {
        endBadly(QStringLiteral("wrote more than credentials are long"));
    }
}

void ProcessFetch::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_output += m_process.readAllStandardOutput();
    if (status == QProcess::CrashExit) {
        endBadly(QStringLiteral("was ended by a signal"));
        return;
    }
    if (exitCode != 0) {
        endBadly(QStringLiteral("ended with exit code %1").arg(exitCode));
        return;
    }
    const std::optional<Json> tree = parseJson(m_output);
    if (!tree || !tree->is_object()) {
        endBadly(QStringLiteral("did not write a JSON object"));
        return;
    }
    const auto version = tree->find("Version");
    if (version == tree->end() || *version != 1) {
        endBadly(QStringLiteral("did not write Version 1"));
        return;
    }
    end(readCredentials(*tree, {.isTemporary = false}, m_source));
}

void ProcessFetch::end(const FetchResult &result)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_deadline.stop();
    m_process.kill();
    m_output.fill('\0');
    Q_EMIT finished(result);
}

void ProcessFetch::endBadly(const QString &what)
{
    end(failure(
        credentialError(QStringLiteral("%1 %2. Run it by hand to see what it says.").arg(m_source, what))));
}

} // namespace nexus::aws
