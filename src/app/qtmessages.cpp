// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/qtmessages.h"

#include <QtGlobal>

namespace nexus {

namespace {

// Qt calls a plain function without context, from any thread and until the very end of the program.
Logger &qtLog()
{
    static auto *log = new Logger;
    return *log;
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Trace;
    case QtInfoMsg:
        return LogLevel::Debug;
    case QtWarningMsg:
        return LogLevel::Warn;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Warn;
}

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    qtLog().event(levelOf(type), "message", {{"text", text}});
}

} // namespace

void forwardQtMessages(const Logger &log)
{
    qtLog() = log;
    qInstallMessageHandler(onMessage);
}

} // namespace nexus
