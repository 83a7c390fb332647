// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/autostart.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace nexus {

namespace {

// What translators see these words under.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Autostart)
};

// An argument of Exec: in quotes, with what the quotes do not protect escaped, then once more as a string of
// the entry.
QString execArgument(const QString &argument)
{
    QString out = argument;
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    for (const char *const special : {"\"", "`", "$"}) {
        out.replace(QLatin1String(special), QStringLiteral("\\") + QLatin1String(special));
    }
    out.replace(QLatin1Char('%'), QStringLiteral("%%"));
    out.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    return QLatin1Char('"') + out + QLatin1Char('"');
}

#if defined(Q_OS_WIN)

QString windowsArgument(const QString &argument)
{
    return QLatin1Char('"') + QDir::toNativeSeparators(argument) + QLatin1Char('"');
}

QSettings runKey()
{
    return QSettings(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"),
        QSettings::NativeFormat);
}

#else

Error fileError(const QString &path, const QString &reason)
{
    return {.kind = ErrorKind::Unavailable,
        .message = Words::tr("%1 cannot be written: %2.").arg(path, reason),
        .detail = {}};
}

Result<void> writeEntry(const QString &path, const QByteArray &text)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(fileError(path, Words::tr("its folder cannot be made")));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return failure(fileError(path, file.errorString()));
    }
    return {};
}

// Desktops switch an entry off in place of removing it.
bool isSwitchedOff(const QByteArray &entry)
{
    const QByteArrayList lines = entry.split('\n');
    return std::ranges::any_of(lines, [](const QByteArray &raw) {
        const QByteArray line = raw.simplified().replace(" ", "").toLower();
        return line == "hidden=true" || line == "x-gnome-autostart-enabled=false";
    });
}

#endif

} // namespace

Autostart::Autostart(QStringList command)
    : m_command(std::move(command))
{ }

Autostart Autostart::ofThisProgram()
{
    const QString image = qEnvironmentVariable("APPIMAGE");
    const QString program = image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
    return Autostart(
        QStringList(program) + loginArguments(QCoreApplication::arguments().mid(1), QDir::currentPath()));
}

#if defined(Q_OS_WIN)

bool Autostart::isEnabled() const
{
    return runKey().contains(QStringLiteral("Nexus"));
}

Result<void> Autostart::setEnabled(bool isEnabled)
{
    QSettings key = runKey();
    if (!isEnabled) {
        key.remove(QStringLiteral("Nexus"));
    } else {
        QStringList words;
        for (const QString &word : m_command) {
            words.append(windowsArgument(word));
        }
        key.setValue(QStringLiteral("Nexus"), words.join(QLatin1Char(' ')));
    }
    key.sync();
    if (key.status() != QSettings::NoError) {
        return failure({.kind = ErrorKind::Unavailable,
            .message = Words::tr("The registry does not let Nexus change what starts at login."),
            .detail = {}});
    }
    return {};
}

QString Autostart::place() const
{
    return runKey().fileName();
}

#else

bool Autostart::isEnabled() const
{
    QFile file(place());
    return file.open(QIODevice::ReadOnly) && !isSwitchedOff(file.readAll());
}

Result<void> Autostart::setEnabled(bool isEnabled)
{
    if (isEnabled) {
#if defined(Q_OS_MACOS)
        return writeEntry(place(), launchAgent(m_command));
#else
        return writeEntry(place(), autostartEntry(m_command));
#endif
    }
    QFile file(place());
    if (file.exists() && !file.remove()) {
        return failure(fileError(place(), file.errorString()));
    }
    return {};
}

QString Autostart::place() const
{
#if defined(Q_OS_MACOS)
    return QDir::homePath() + QStringLiteral("/Library/LaunchAgents/nexus.gateway.plist");
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/autostart/nexus.desktop");
#endif
}

#endif

QStringList loginArguments(const QStringList &arguments, const QString &folder)
{
    // The whole command line was understood before there was a window.
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    const QCommandLineOption config(
        {QStringLiteral("c"), QStringLiteral("config")}, QString(), QStringLiteral("file"));
    const QCommandLineOption listen(
        {QStringLiteral("l"), QStringLiteral("listen-address")}, QString(), QStringLiteral("address"));
    parser.addOptions({config, listen});
    // Of the others it knows nothing, and reads on.
    (void)parser.parse(QStringList(QString()) + arguments);
    QStringList out;
    if (parser.isSet(config)) {
        out += {QStringLiteral("-c"), QDir::cleanPath(QDir(folder).absoluteFilePath(parser.value(config)))};
    }
    if (parser.isSet(listen)) {
        out += {QStringLiteral("-l"), parser.value(listen)};
    }
    return out;
}

QByteArray autostartEntry(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command) {
        words.append(execArgument(word));
    }
    return QByteArrayLiteral("[Desktop Entry]\nType=Application\nName=Nexus\nIcon=nexus\nTerminal=false\n"
                             "X-GNOME-Autostart-enabled=true\nExec=")
        + words.join(QLatin1Char(' ')).toUtf8() + '\n';
}

QByteArray launchAgent(const QStringList &command)
{
    QByteArray words;
    for (const QString &word : command) {
        words += "    <string>" + word.toHtmlEscaped().toUtf8() + "</string>\n";
    }
    return QByteArrayLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                             "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
                             "<plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n"
                             "  <string>nexus.gateway</string>\n  <key>ProgramArguments</key>\n  <array>\n")
        + words + "  </array>\n  <key>RunAtLoad</key>\n  <true/>\n</dict>\n</plist>\n";
}

} // namespace nexus
