// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/settingscatalog.h"

#include <QtGlobal>

#include <array>

namespace nexus {

namespace {

using Group = SettingGroup;
using Kind = SettingKind;

constexpr auto specs = std::to_array<SettingSpec>({
    {"server.listen_address", Group::Server, Kind::Text, "127.0.0.1:8000",
        QT_TRANSLATE_NOOP("Settings", "Listen address"),
        QT_TRANSLATE_NOOP("Settings",
            "Where clients connect; :8000 is this machine only, 0.0.0.0:8000 everybody who reaches it.")},
    {"server.workers", Group::Server, Kind::NumberOrWord, "auto", QT_TRANSLATE_NOOP("Settings", "Workers"),
        QT_TRANSLATE_NOOP("Settings", "Threads that serve requests: auto, or 1 to 256."), "", "", true},
    {"server.max_connections", Group::Server, Kind::Number, "1024",
        QT_TRANSLATE_NOOP("Settings", "Most connections"),
        QT_TRANSLATE_NOOP("Settings", "A further connection is turned away with 503."),
        QT_TRANSLATE_NOOP("Settings", "connections")},
    {"server.max_body_size", Group::Server, Kind::Size, "32MiB",
        QT_TRANSLATE_NOOP("Settings", "Largest request"),
        QT_TRANSLATE_NOOP("Settings", "A larger request body is refused with 413.")},
    {"server.shutdown_grace", Group::Server, Kind::Duration, "10s",
        QT_TRANSLATE_NOOP("Settings", "Time to finish"),
        QT_TRANSLATE_NOOP("Settings", "How long running requests may go on when Nexus is told to stop.")},
    {"llm.enabled", Group::Server, Kind::Switch, "true", QT_TRANSLATE_NOOP("Settings", "Serve models"),
        QT_TRANSLATE_NOOP("Settings", "Whether requests for models are answered at all.")},
    {"llm.keepalive", Group::Server, Kind::Duration, "15s",
        QT_TRANSLATE_NOOP("Settings", "Keep-alive of streams"),
        QT_TRANSLATE_NOOP("Settings",
            "A silent stream gets a comment this often, so that nothing on the way closes it; off sends "
            "none.")},
    {"llm.protocols.openai.enabled", Group::Server, Kind::Switch, "true",
        QT_TRANSLATE_NOOP("Settings", "OpenAI's API"),
        QT_TRANSLATE_NOOP("Settings", "Serve clients that speak to OpenAI.")},
    {"llm.protocols.openai.path", Group::Server, Kind::Text, "/llm",
        QT_TRANSLATE_NOOP("Settings", "Path of OpenAI's API"),
        QT_TRANSLATE_NOOP("Settings", "Where it is served, followed by /v1.")},
    {"llm.protocols.anthropic.enabled", Group::Server, Kind::Switch, "true",
        QT_TRANSLATE_NOOP("Settings", "Anthropic's API"),
        QT_TRANSLATE_NOOP("Settings", "Serve clients that speak to Anthropic.")},
    {"llm.protocols.anthropic.path", Group::Server, Kind::Text, "/llm/anthropic",
        QT_TRANSLATE_NOOP("Settings", "Path of Anthropic's API"),
        QT_TRANSLATE_NOOP("Settings", "Where it is served, followed by /v1.")},
    {"llm.proxy.anthropic.enabled", Group::Server, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Anthropic proxy"),
        QT_TRANSLATE_NOOP(
            "Settings", "Hand everything below its path to Anthropic unchanged, with the client's own key.")},
    {"llm.proxy.anthropic.path", Group::Server, Kind::Text, "/proxy/anthropic",
        QT_TRANSLATE_NOOP("Settings", "Path of the proxy"),
        QT_TRANSLATE_NOOP("Settings", "Where it is served, followed by /v1.")},
    {"llm.proxy.anthropic.base_url", Group::Server, Kind::Text, "https://api.anthropic.com",
        QT_TRANSLATE_NOOP("Settings", "Address behind the proxy"),
        QT_TRANSLATE_NOOP("Settings", "Where the proxy leads, without /v1.")},
    {"server.tls.certificate", Group::Server, Kind::Text, "", QT_TRANSLATE_NOOP("Settings", "Certificate"),
        QT_TRANSLATE_NOOP("Settings",
            "PEM file with the chain of certificates; with it and its key the gateway speaks HTTPS.")},
    {"server.tls.key", Group::Server, Kind::Text, "", QT_TRANSLATE_NOOP("Settings", "Key of the certificate"),
        QT_TRANSLATE_NOOP("Settings", "PEM file with the key, without a passphrase.")},
    {"server.health.enabled", Group::Server, Kind::Switch, "true",
        QT_TRANSLATE_NOOP("Settings", "Health page"),
        QT_TRANSLATE_NOOP("Settings", "Whether the page that tells the state of the gateway is served.")},
    {"server.health.path", Group::Server, Kind::Text, "/health",
        QT_TRANSLATE_NOOP("Settings", "Path of the health page"),
        QT_TRANSLATE_NOOP("Settings", "Where it is served.")},
    {"server.health.listen", Group::Server, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Own address of the health page"),
        QT_TRANSLATE_NOOP(
            "Settings", "An address of its own, such as 127.0.0.1:9000; the page is then only there."),
        "", "", true},
});

} // namespace

std::span<const SettingSpec> serverSettings()
{
    return specs;
}

} // namespace nexus
