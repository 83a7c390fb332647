// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"
#include "ui/start/session.h"
#include "walker.h"

#include <QSignalSpy>

#include <memory>

namespace nexus {

//! \brief What the walk leads through: the program of the window with a provider behind it, in folders that
//! are empty at first, and with the keyring of this D-Bus session.
class WalkFixture final {
public:
    static constexpr auto key = "sk-walk-0123456789-abcd";
    static constexpr auto answer = "Hello from afar";
    static constexpr qint64 microDollarsOfAnswer = 1000 * 2 + 500 * 8; //!< at $2 and $8 a million

    WalkFixture();
    ~WalkFixture();
    Q_DISABLE_COPY_MOVE(WalkFixture)

    //! \brief Starts the program, as if from a command line with \a listen.
    void start(const std::optional<ListenAddress> &listen = std::nullopt);
    //! \brief Ends what finished() has let go.
    void end();

    [[nodiscard]] bool isRunning() const { return m_session != nullptr; }
    [[nodiscard]] const Walker &walker() const { return *m_walker; }
    [[nodiscard]] Session &session() { return *m_session; }
    //! \brief How often the console said that the program may end.
    [[nodiscard]] int ends() const { return static_cast<int>(m_ends->count()); }
    [[nodiscard]] kit::ScriptedProvider &provider() { return m_provider; }

    //! \brief The port in what the window says of its address; 0 while it says none.
    [[nodiscard]] quint16 shownPort() const;
    [[nodiscard]] static quint16 freePort();

    //! \brief What a program gets from the gateway at \a port.
    [[nodiscard]] static kit::Answer ask(quint16 port, const QString &model, const QString &prompt);
    [[nodiscard]] static QByteArray chat(const QString &model, const QString &prompt, bool isStream = false);

    //! \brief Until all requests but those that run are in the history.
    void waitForHistory();

    //! \brief From now on streams stop after their first word until the provider's release().
    void holdStreams() { m_isHolding = true; }

    //! \brief How many conversations the provider got.
    [[nodiscard]] qint64 chats() const;
    //! \brief Whether each request to the provider had the key, from request \a first on.
    [[nodiscard]] bool wasKeySentSince(std::ptrdiff_t first) const;

    [[nodiscard]] static QString configPath();
    [[nodiscard]] static QByteArray configText();
    //! \brief The files below the folders of this walk that hold \a bytes.
    [[nodiscard]] static QStringList filesWith(const QByteArray &bytes);

    //! \brief What another program reads from the keyring.
    [[nodiscard]] static QByteArray lookUp(const QString &name);

private:
    [[nodiscard]] kit::Reply reply(const kit::ReceivedRequest &request) const;

    kit::ScriptedProvider m_provider;
    bool m_isHolding = false;
    LogOutput m_log;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QSignalSpy> m_ends;
    std::unique_ptr<Walker> m_walker;
};

} // namespace nexus
