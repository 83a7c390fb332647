// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"
#include "service/gateway.h"

#include <QByteArrayList>
#include <QMutex>
#include <QUrl>

#include <memory>

namespace nexus {

//! \brief A whole gateway in the test's process, its log in memory, in front of a scripted provider.
//!
//! The gateway listens on a free port of 127.0.0.1 and its workers run in threads of their own; the provider
//! lives in the test's thread. The key `sk-secret-of-the-test` is the provider's and must show nowhere else.
class GatewayFixture final {
public:
    static constexpr const char *key = "sk-secret-of-the-test";

    GatewayFixture();
    ~GatewayFixture();
    Q_DISABLE_COPY_MOVE(GatewayFixture)

    //! \brief Starts with provider `up` (type openai, model `renamed` for `real-name`, one attempt unless
    //! \a inProvider speaks of retries) at the scripted provider; \a extra lines are appended to the
    //! configuration, \a inProvider to the provider's table and \a atTop (dotted keys such as
    //! `server.workers`) stands before everything.
    void start(const QByteArray &extra = {}, const QByteArray &inProvider = {}, const QByteArray &atTop = {});
    //! \brief Starts with exactly this configuration; `@BASE@` stands for the scripted provider's base URL.
    //! It listens on a free port unless it says where to listen.
    void startWith(const QByteArray &toml);
    //! \brief Makes the running gateway take another configuration.
    void reload(const QByteArray &toml);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] std::unique_ptr<kit::RawClient> connect() const;
    //! \brief A client that has posted \a body to chat/completions.
    [[nodiscard]] std::unique_ptr<kit::RawClient> post(const QByteArray &body) const;
    //! \brief A chat request for `up/renamed`, which the provider knows as `real-name`.
    [[nodiscard]] static QByteArray chat(bool isStream);
    //! \brief How many requests to a model the provider got; it is also asked for its list of models.
    [[nodiscard]] int modelRequestCount() const;
    //! \brief Log lines written so far, oldest first.
    [[nodiscard]] QByteArrayList logLines() const;
    //! \brief Log lines whose event is \a name, for example `request`.
    [[nodiscard]] QByteArrayList events(const QByteArray &name) const;
    //! \brief The `request` line number \a index, waited for; empty when it never came.
    [[nodiscard]] QByteArray requestLine(int index = 0) const;
    //! \brief The `attempt` line number \a index; whoever has its request line has it too.
    [[nodiscard]] QByteArray attemptLine(int index = 0) const { return events("attempt").value(index); }
    //! \brief Whether the provider's key stands in the log.
    [[nodiscard]] bool hasLoggedKey() const { return logLines().join('\n').contains(key); }

    kit::ScriptedProvider provider;
    Environment environment; //!< to be set before the start
    QString historyPath; //!< the same; empty for no history
    std::unique_ptr<Gateway> gateway;

private:
    [[nodiscard]] ConfigSnapshot parse(QByteArray toml) const;

    mutable QMutex m_mutex; //!< guards m_lines
    QByteArrayList m_lines;
    LogOutput m_log;
};

} // namespace nexus
