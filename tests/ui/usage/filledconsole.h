// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/scriptedprovider.h"
#include "sampledata.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/widgets/page.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace nexus {

//! \brief What a page needs, in a folder of its own, with a month of requests in the history.
class FilledConsole final {
public:
    FilledConsole()
        : m_log(LogLevel::Off, LogStyle::Text)
        , m_keys(nullptr)
        , m_host(m_log,
              {.environment = Environment(),
                  .overrides = {},
                  .historyPath = m_folder.filePath(QStringLiteral("history.sqlite")),
                  .keychain = &m_keys})
        , m_desk(m_host, configPath())
        , m_history(m_host.historyPath())
        , m_settings(m_folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat)
    {
        m_provider.setDefaultReply(kit::Reply::json(200, "{}"));
    }

    //! \brief Writes the sample file, serves, and waits until the history has the sample requests.
    [[nodiscard]] bool start()
    {
        QFile file(configPath());
        const QByteArray text = sampleConfig(m_provider.baseUrl());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            return false;
        }
        file.close();
        if (!m_host.useFile(configPath()) || !m_host.start()) {
            return false;
        }
        m_history.setConfig(m_host.config());
        const std::vector<RequestRecord> records = sampleRecords(QDateTime::currentDateTime());
        for (const RequestRecord &record : records) {
            m_host.gateway().ledger().records().record(record);
        }
        return QTest::qWaitFor(
            [this, count = static_cast<qint64>(records.size())] {
                const std::optional<HistoryState> state = m_host.gateway().ledger().historyState();
                return state && state->written >= count;
            },
            20'000);
    }

    [[nodiscard]] QString configPath() const { return m_folder.filePath(QStringLiteral("nexus.toml")); }

    [[nodiscard]] QByteArray configText() const
    {
        QFile file(configPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] ConsoleParts parts() { return {m_host, m_history, m_keys, m_desk, m_settings}; }
    [[nodiscard]] GatewayHost &host() { return m_host; }
    [[nodiscard]] HistoryDesk &history() { return m_history; }

private:
    QTemporaryDir m_folder;
    LogOutput m_log;
    kit::ScriptedProvider m_provider;
    Keychain m_keys;
    GatewayHost m_host;
    ConfigDesk m_desk;
    HistoryDesk m_history;
    QSettings m_settings;
};

} // namespace nexus
