// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fileidentity.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace nexus {

#ifdef Q_OS_UNIX
std::optional<FileIdentity> fileIdentity(const QString &path)
{
    struct stat found { };
    if (::stat(QFile::encodeName(path).constData(), &found) != 0) {
        return std::nullopt;
    }
    return FileIdentity {
        .device = static_cast<quint64>(found.st_dev), .number = static_cast<quint64>(found.st_ino)};
}
#else
std::optional<FileIdentity> fileIdentity(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? std::optional(FileIdentity {.birth = info.birthTime()}) : std::nullopt;
}
#endif

} // namespace nexus
