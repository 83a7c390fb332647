// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configwatcher.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace nexus {

namespace {

constexpr int SETTLE_MS = 50;

} // namespace

ConfigWatcher::ConfigWatcher(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SETTLE_MS);
    connect(&m_settle, &QTimer::timeout, this, &ConfigWatcher::compare);
    const auto onEvent = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, onEvent);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, onEvent);
    watch();
    m_digest = digest();
}

void ConfigWatcher::watch()
{
    const QFileInfo info(m_path);
    QStringList wanted {info.absoluteFilePath(), info.absolutePath()};
    const QString target = info.canonicalFilePath();
    if (!target.isEmpty()) {
        wanted << target << QFileInfo(target).absolutePath();
    }
    wanted.removeDuplicates();
    // A watch sticks to the file behind a name; only a new one sees what the name means now.
    if (!m_watcher.files().isEmpty()) {
        m_watcher.removePaths(m_watcher.files());
    }
    for (const QString &path : std::as_const(wanted)) {
        if (!m_watcher.directories().contains(path) && QFileInfo::exists(path)) {
            m_watcher.addPath(path);
        }
    }
}

void ConfigWatcher::compare()
{
    // First the watch, then the look: a write between the two is an event of its own.
    watch();
    const QByteArray now = digest();
    if (now.isEmpty() || now == m_digest) {
        return;
    }
    m_digest = now;
    Q_EMIT changed();
}

QByteArray ConfigWatcher::digest() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool hasContent = file.size() > 0 && hash.addData(&file);
    return hasContent ? hash.result() : QByteArray();
}

} // namespace nexus
