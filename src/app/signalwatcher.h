// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace nexus {

//! \brief Turns SIGINT, SIGTERM and SIGHUP into Qt signals.
//!
//! The handler only writes a byte to a socket pair; everything else happens in the event loop. At most one
//! watcher at a time. Without POSIX signals it never speaks.
class SignalWatcher final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    //! SIGINT or SIGTERM came, once for each.
    void stopRequested();
    //! SIGHUP came.
    void reloadRequested();

private:
    void onReadable();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace nexus
