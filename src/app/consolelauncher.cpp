// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/consolelauncher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <cstdlib>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace nexus {

void becomeConsole(char *argv[])
{
    const QString path
        = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("nexus-console"));
    if (!QFileInfo(path).isExecutable()) {
        return;
    }
#ifdef Q_OS_UNIX
    ::execv(QFile::encodeName(path).constData(), argv);
#else
    Q_UNUSED(argv)
    std::exit(QProcess::execute(path, QCoreApplication::arguments().mid(1)));
#endif
}

} // namespace nexus
