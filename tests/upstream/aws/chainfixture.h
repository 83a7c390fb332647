// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/scriptedprovider.h"
#include "upstream/aws/credentialchain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <memory>

namespace nexus::aws {

//! \brief One request for credentials and what came of it.
class Asked final {
public:
    explicit Asked(CredentialChain &chain)
    {
        chain.request(&m_context, [this](const Result<Credentials> &result) {
            ++count;
            if (result) {
                credentials = *result;
            } else {
                error = result.error();
            }
        });
    }

    [[nodiscard]] bool isAnswered() const { return count > 0; }
    //! \brief The access key id, or the error's message.
    [[nodiscard]] QByteArray outcome() const
    {
        return credentials ? credentials->accessKeyId.reveal() : error.message.toUtf8();
    }

    int count = 0;
    std::optional<Credentials> credentials;
    Error error;

private:
    QObject m_context;
};

//! \brief A home folder, an environment and a clock for chains; nothing of this machine is looked at.
class ChainFixture final {
public:
    ChainFixture()
    {
        QDir(home.path()).mkpath(QStringLiteral(".aws/sso/cache"));
        set("HOME", home.path());
        set("AWS_EC2_METADATA_DISABLED", QStringLiteral("true"));
    }

    void set(const char *variable, const QString &value) { variables.insert(QLatin1String(variable), value); }

    void write(const QString &path, const QByteArray &text) const
    {
        QFile file(home.filePath(path));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
    }
    void writeConfig(const QByteArray &text) const { write(QStringLiteral(".aws/config"), text); }

    //! \brief Writes a program of the shell and returns its path.
    [[nodiscard]] QByteArray script(const QByteArray &body) const
    {
        write(QStringLiteral("tool.sh"), "#!/bin/sh\n" + body + '\n');
        const QString path = home.filePath(QStringLiteral("tool.sh"));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path.toUtf8();
    }

    [[nodiscard]] std::unique_ptr<CredentialChain> chain() const
    {
        return std::make_unique<CredentialChain>(ChainSetup {.provider = QStringLiteral("rock"),
            .access = access,
            .environment = Environment(variables),
            .limits = limits,
            .clock = [this] { return now; },
            .log = log});
    }

    //! \brief The time \a left from now as the services write it.
    [[nodiscard]] QByteArray in(std::chrono::seconds left) const
    {
        const auto at = std::chrono::duration_cast<std::chrono::seconds>((now + left).time_since_epoch());
        return QDateTime::fromSecsSinceEpoch(at.count(), QTimeZone::utc()).toString(Qt::ISODate).toLatin1();
    }

    //! \brief Credentials as the container and the instance give them out.
    [[nodiscard]] QByteArray metadataJson(const QByteArray &id, std::chrono::seconds left) const
    {
        return R"({"Code":"Success","AccessKeyId":")" + id
            + R"(","SecretAccessKey":"hush-key","Token":"hush-token","Expiration":")" + in(left) + "\"}";
    }

    QTemporaryDir home;
    QHash<QString, QString> variables;
    BedrockAccess access;
    FetchLimits limits {.process = std::chrono::seconds(20),
        .instance = std::chrono::seconds(20),
        .container = std::chrono::seconds(20),
        .web = std::chrono::seconds(20)};
    TimePoint now {std::chrono::seconds(1741064767)};
    Logger log;
};

} // namespace nexus::aws
