// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/scriptedprovider.h"
#include "secrets/fakekeyring.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/widgets/page.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace nexus {

//! \brief A gateway with its file in a temporary folder, a keyring in memory and a provider that answers by
//! script.
struct ProviderKit {
    //! \param toml `@BASE@` stands for the scripted provider; no file without a text
    explicit ProviderKit(
        const QByteArray &toml = {}, bool hasKeyring = true, const QHash<QString, QString> &variables = {})
        : log(LogLevel::Off, LogStyle::Text)
        , keys(hasKeyring ? std::make_unique<Keychain>(std::make_unique<FakeBackend>(keyring))
                          : std::make_unique<Keychain>(nullptr, Keychain::usualPatience,
                              keychain::absent(QStringLiteral("There is no keyring."))))
        , host(log,
              {.environment = Environment(variables),
                  .overrides = {.listen = ListenAddress {QHostAddress::LocalHost, 0}},
                  .historyPath = {},
                  .keychain = keys.get()})
        , history(QString())
        , config(host, filePath())
        , settings(folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat)
    {
        provider.setDefaultReply(kit::Reply::json(200, R"({"data":[{"id":"big"},{"id":"small"}]})"));
        if (!toml.isEmpty()) {
            write(toml);
        }
        (void)host.useFile(toml.isEmpty() ? QString() : filePath());
        (void)host.start();
    }

    [[nodiscard]] QString filePath() const { return folder.filePath(QStringLiteral("nexus.toml")); }
    [[nodiscard]] QString base() const { return provider.baseUrl().toString(); }
    [[nodiscard]] ConsoleParts parts()
    {
        return {.host = host, .history = history, .keys = *keys, .config = config, .settings = settings};
    }

    //! \brief What write() makes of \a toml.
    [[nodiscard]] QByteArray filled(QByteArray toml) const { return toml.replace("@BASE@", base().toUtf8()); }

    void write(const QByteArray &toml) const
    {
        QFile file(filePath());
        if (file.open(QIODevice::WriteOnly)) {
            file.write(filled(toml));
        }
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile file(filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool serves(const char *name) const
    {
        return host.config() && host.config()->provider(QString::fromLatin1(name)) != nullptr;
    }

    QTemporaryDir folder;
    kit::ScriptedProvider provider;
    FakeKeyring keyring;
    LogOutput log;
    std::unique_ptr<Keychain> keys;
    GatewayHost host;
    HistoryDesk history;
    ConfigDesk config;
    QSettings settings;
};

} // namespace nexus
