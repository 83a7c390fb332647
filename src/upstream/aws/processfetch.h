// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/aws/credentialfetch.h"

#include <QProcess>
#include <QTimer>

namespace nexus::aws {

//! \brief The credentials that a program writes to its standard output: `credential_process` of a profile.
//!
//! The program is started without a shell and without input; what it says on standard error is not looked
//! at. It is killed when it takes too long and when the fetch is destroyed.
class ProcessFetch final : public CredentialFetch {
    Q_OBJECT

public:
    static constexpr qint64 maxOutput = 64 * 1024;

    ProcessFetch(const FetchTools &tools, QString command, const QString &profile);
    ~ProcessFetch() override;
    Q_DISABLE_COPY_MOVE(ProcessFetch)

    void start() override;

private:
    void onOutput();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void end(const FetchResult &result);
    void endBadly(const QString &what);

    QString m_command;
    QString m_source; //!< begins the sentences about it
    QProcess m_process;
    QTimer m_deadline;
    QByteArray m_output;
    bool m_isOver = false;
};

} // namespace nexus::aws
