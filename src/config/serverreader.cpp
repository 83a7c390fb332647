// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/serverreader.h"

#include "config/textforms.h"
#include "config/trafficreader.h"

namespace nexus {

namespace {

constexpr int MAX_WORKERS = 256;

// Either "auto" or a number.
void readWorkers(TableReader &table, int &out)
{
    const TomlValue *value = table.find("workers");
    if (!value) {
        return;
    }
    const bool isAuto = value->kind == TomlValue::Kind::String && value->text == QLatin1String("auto");
    const bool isCount
        = value->kind == TomlValue::Kind::Integer && value->integer >= 1 && value->integer <= MAX_WORKERS;
    if (!isAuto && !isCount) {
        table.refuse("workers", QStringLiteral("must be \"auto\" or a number from 1 to %1").arg(MAX_WORKERS));
        return;
    }
    out = isAuto ? 0 : static_cast<int>(value->integer);
}

void readTls(TableReader &server, std::optional<TlsFiles> &out)
{
    server.readTable("tls", [&out](TableReader &table) {
        TlsFiles files;
        table.require("certificate");
        table.require("key");
        table.readAs("certificate", files.certificate, toWord);
        table.readAs("key", files.key, toWord);
        out = std::move(files);
    });
}

void readHealth(TableReader &server, ServerConfig &out)
{
    server.readTable("health", [&out](TableReader &table) {
        table.read("enabled", out.isHealthEnabled);
        table.readAs("path", out.healthPath, toMountPath);
        ListenAddress listen;
        if (table.readAs("listen", listen, toListenAddress)) {
            out.healthListen = listen;
        }
    });
}

void readAllowedHosts(TableReader &server, std::optional<QStringList> &out)
{
    QStringList hosts;
    if (!server.read("allowed_hosts", hosts)) {
        return;
    }
    const bool hasBlank
        = std::ranges::any_of(hosts, [](const QString &host) { return host.trimmed().isEmpty(); });
    if (hasBlank) {
        server.refuse("allowed_hosts", QStringLiteral("must not hold an empty name"));
    }
    const auto wrong = std::ranges::find_if(hosts, [](const QString &host) {
        return std::ranges::any_of(
            host.trimmed(), [](QChar c) { return c.isSpace() || QStringLiteral("/@?#\\").contains(c); });
    });
    if (wrong != hosts.end()) {
        server.refuse("allowed_hosts",
            QStringLiteral("must hold names or addresses such as \"nexus.internal\" or \"10.0.0.5:8000\", "
                           "which \"%1\" is not")
                .arg(*wrong));
    }
    if (hosts.contains(QLatin1String("*")) && hosts.size() > 1) {
        server.refuse("allowed_hosts", QStringLiteral("must hold \"*\" alone or not at all"));
    }
    out = std::move(hosts);
}

} // namespace

void readServer(TableReader &root, ServerConfig &out)
{
    root.readTable("server", [&out](TableReader &server) {
        ListenAddress listen;
        if (server.readAs("listen_address", listen, toListenAddress)) {
            out.address = listen.address;
            out.port = listen.port;
        }
        readWorkers(server, out.workers);
        server.readSize("max_body_size", out.maxBodySize);
        server.readInteger("max_connections", out.maxConnections, 1, 1'000'000);
        server.readDuration("shutdown_grace", out.shutdownGrace, DurationRule::ZeroAllowed);
        readAllowedHosts(server, out.allowedHosts);
        readTls(server, out.tls);
        readHealth(server, out);
        readRateLimits(server, out.rateLimits);
        readAccess(server, out);
    });
}

} // namespace nexus
