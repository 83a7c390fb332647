// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/filewriting.h"

#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace nexus {

namespace {

constexpr QFileDevice::Permissions OWNER_ONLY = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error unwritable(const QString &path, const QString &why)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1 cannot be saved: %2. Nothing was changed.").arg(path, why),
        .detail = {}};
}

// The file behind links, also when it does not exist yet.
QString targetOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists()) {
        return info.canonicalFilePath();
    }
    return info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
}

#ifdef Q_OS_UNIX
// A full disk may show only now.
std::optional<QString> syncProblem(QSaveFile &file)
{
    if (::fsync(file.handle()) == 0 || errno == EINVAL || errno == EROFS) {
        return std::nullopt;
    }
    return QString::fromLocal8Bit(std::strerror(errno));
}

// So that the new name outlives a loss of power as well.
void syncFolder(const QString &path)
{
    const int folder
        = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}
#else
std::optional<QString> syncProblem(QSaveFile &)
{
    return std::nullopt;
}

void syncFolder(const QString &) { }
#endif

// All but the last step: the new content lies on the disk under another name.
Result<void> prepare(QSaveFile &file, const QByteArray &text, QFileDevice::Permissions permissions)
{
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(permissions)
        && file.write(text) == text.size() && file.flush();
    if (!isWritten) {
        return failure(unwritable(file.fileName(), file.errorString()));
    }
    if (const std::optional<QString> problem = syncProblem(file)) {
        return failure(unwritable(file.fileName(), *problem));
    }
    return {};
}

Result<void> commit(QSaveFile &file)
{
    if (!file.commit()) {
        return failure(unwritable(file.fileName(), file.errorString()));
    }
    return {};
}

// The last backup stays until this one is complete.
Result<void> keepFormer(const QString &path, const QByteArray &former, QFileDevice::Permissions permissions)
{
    QSaveFile backup(path + QStringLiteral(".bak"));
    const Result<void> prepared = prepare(backup, former, permissions);
    return prepared ? commit(backup) : prepared;
}

} // namespace

Result<void> exchangeFile(const FileExchange &exchange)
{
    const QString path = targetOf(exchange.path);
    const QFileInfo info(path);
    if (!QFileInfo(info.absolutePath()).isDir()) {
        return failure(unwritable(path, QStringLiteral("the folder does not exist")));
    }
    const QFileDevice::Permissions permissions = exchange.former ? info.permissions() : OWNER_ONLY;
    QSaveFile file(path);
    Result<void> done = prepare(file, exchange.text, permissions);
    if (done && exchange.former) {
        done = keepFormer(path, *exchange.former, permissions);
    }
    if (done && exchange.stillGood) {
        done = exchange.stillGood();
    }
    if (!done) {
        file.cancelWriting();
        return done;
    }
    done = commit(file);
    syncFolder(path);
    return done;
}

} // namespace nexus
