// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace nexus {

//! \brief Tells when the content of a file has changed.
//!
//! Follows editors that write a new file and rename it, symbolic links that are pointed elsewhere, and a file
//! that is gone for a while. Events within 50 ms count as one. No change is a touched file, a missing one,
//! and an empty one: that is what half-written files look like.
class ConfigWatcher final : public QObject {
    Q_OBJECT

public:
    //! Compares with the content at this moment, so create it before the file is read.
    explicit ConfigWatcher(QString path, QObject *parent = nullptr);

Q_SIGNALS:
    //! \brief The file has a content it did not have before.
    void changed();

private:
    void watch();
    void compare();
    [[nodiscard]] QByteArray digest() const;

    QString m_path;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QByteArray m_digest; //!< of the content last seen, empty when there was none
};

} // namespace nexus
