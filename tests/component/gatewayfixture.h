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

    //! \brief Starts with provider `up` (type openai, model `renamed` for `real-name`) at the scripted
    //! provider; \a extra lines are appended to the configuration, \a inProvider to the provider's table.
    void start(const QByteArray &extra = {}, const QByteArray &inProvider = {});
    //! \brief Starts with exactly this configuration; `@BASE@` stands for the scripted provider's base URL.
    void startWith(QByteArray toml);
    //! \brief Makes the running gateway take another configuration.
    void reload(QByteArray toml);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] std::unique_ptr<kit::RawClient> connect() const;
    //! \brief Log lines written so far, oldest first.
    [[nodiscard]] QByteArrayList logLines() const;
    //! \brief Log lines whose event is \a name, for example `request`.
    [[nodiscard]] QByteArrayList events(const QByteArray &name) const;

    kit::ScriptedProvider provider;
    std::unique_ptr<Gateway> gateway;

private:
    [[nodiscard]] ConfigSnapshot parse(QByteArray toml) const;

    mutable QMutex m_mutex; //!< guards m_lines
    QByteArrayList m_lines;
    LogOutput m_log;
};

} // namespace nexus
