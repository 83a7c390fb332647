// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLibrary>
#include <QTimer>

namespace nexus {

//! \brief Lets GLib deliver what libsecret answers, in a thread whose events are Qt's own.
//!
//! libsecret answers through the GLib context of the thread that asked. This program runs Qt without GLib,
//! so that context has to be turned by hand while an answer is awaited. Does nothing where Qt does it or
//! where there is no GLib. Use it in one thread, from hold() to destruction.
class KeychainLoop final {
public:
    //! \param owner moves to the thread together with the loop
    explicit KeychainLoop(QObject *owner);
    ~KeychainLoop();
    Q_DISABLE_COPY_MOVE(KeychainLoop)

    //! \brief Delivers answers from now on.
    void hold();
    //! \brief There is nothing to wait for any more.
    void release();

private:
    void open();
    void turn();

    QLibrary m_glib;
    QTimer m_timer;
    void *m_context = nullptr; //!< a GMainContext
    int m_turns = 0; //!< since hold()
    bool m_isOpen = false;
};

} // namespace nexus
