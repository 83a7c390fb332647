// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configfile.h"

#include <QDir>
#include <QFileInfo>

namespace nexus {

namespace {

// Pipes and the like may be read as well, so this does not ask for a regular file.
bool isReadableKind(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isDir();
}

Result<QString> named(const QString &path, const QString &by)
{
    if (isReadableKind(path)) {
        return path;
    }
    const QString problem = QFileInfo(path).isDir() ? QStringLiteral("is a directory, not a file")
                                                    : QStringLiteral("does not exist");
    return failure({.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1: the configuration file named by %2 %3").arg(path, by, problem),
        .detail = {}});
}

} // namespace

Result<QString> findConfigFile(
    const QString &option, const Environment &environment, const QString &directory, const QString &home)
{
    if (!option.isEmpty()) {
        return named(option, QStringLiteral("--config"));
    }
    const QString variable = environment.text(QStringLiteral("NEXUS_CONFIG_PATH"));
    if (!variable.isEmpty()) {
        return named(variable, QStringLiteral("NEXUS_CONFIG_PATH"));
    }
    const QString xdg = environment.text(QStringLiteral("XDG_CONFIG_HOME"));
    // The XDG specification says that a relative path there is to be ignored.
    const QString settings = QDir::isAbsolutePath(xdg) ? xdg : QDir(home).filePath(QStringLiteral(".config"));
    const QStringList places {QDir(directory).filePath(QStringLiteral("nexus.toml")),
        QDir(settings).filePath(QStringLiteral("nexus/nexus.toml"))};
    const auto found = std::ranges::find_if(places, isReadableKind);
    return found == places.end() ? QString() : QDir::cleanPath(*found);
}

} // namespace nexus
