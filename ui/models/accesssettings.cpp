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
    {"server.allowed_hosts", Group::Access, Kind::List, "", QT_TRANSLATE_NOOP("Settings", "Allowed hosts"),
        QT_TRANSLATE_NOOP("Settings",
            "Names under which clients may reach the gateway, beside this machine; * lets all in.")},
    {"server.csrf.enabled", Group::Access, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Protection from foreign pages"),
        QT_TRANSLATE_NOOP(
            "Settings", "Requests must carry the header below, which a foreign web page cannot send.")},
    {"server.csrf.header_name", Group::Access, Kind::Text, "X-Nexus-CSRF-Protection",
        QT_TRANSLATE_NOOP("Settings", "Header of the protection"),
        QT_TRANSLATE_NOOP("Settings", "Any value of this header will do.")},
    {"server.cors.allow_origins", Group::Access, Kind::ListOrAny, "",
        QT_TRANSLATE_NOOP("Settings", "Allowed origins"),
        QT_TRANSLATE_NOOP(
            "Settings", "Web pages that may ask, such as https://app.example.com; * stands for all.")},
    {"server.cors.allow_methods", Group::Access, Kind::ListOrAny, "",
        QT_TRANSLATE_NOOP("Settings", "Allowed methods"),
        QT_TRANSLATE_NOOP("Settings", "What those pages may send, such as GET, POST.")},
    {"server.cors.allow_headers", Group::Access, Kind::ListOrAny, "",
        QT_TRANSLATE_NOOP("Settings", "Allowed headers"),
        QT_TRANSLATE_NOOP("Settings", "Headers that those pages may send.")},
    {"server.cors.expose_headers", Group::Access, Kind::ListOrAny, "",
        QT_TRANSLATE_NOOP("Settings", "Exposed headers"),
        QT_TRANSLATE_NOOP("Settings", "Headers of answers that those pages may read.")},
    {"server.cors.max_age", Group::Access, Kind::NumberOrWord, "",
        QT_TRANSLATE_NOOP("Settings", "Memory of browsers"),
        QT_TRANSLATE_NOOP(
            "Settings", "How long a browser may remember these rules: seconds, or a duration such as 1h.")},
    {"server.cors.allow_credentials", Group::Access, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Credentials of pages"),
        QT_TRANSLATE_NOOP(
            "Settings", "Whether pages may send cookies and the like; cannot be combined with *.")},
    {"server.cors.allow_private_network", Group::Access, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Private network"),
        QT_TRANSLATE_NOOP("Settings", "Whether public pages may reach a private address.")},
    {"server.oauth.url", Group::Access, Kind::Text, "", QT_TRANSLATE_NOOP("Settings", "Key set for tokens"),
        QT_TRANSLATE_NOOP("Settings", "Address of the key set (JWKS); with it every request needs a token.")},
    {"server.oauth.poll_interval", Group::Access, Kind::Duration, "",
        QT_TRANSLATE_NOOP("Settings", "Renewal of the key set"),
        QT_TRANSLATE_NOOP(
            "Settings", "How often the key set is fetched again; without it only when a key is missing.")},
    {"server.oauth.expected_issuer", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Expected issuer"),
        QT_TRANSLATE_NOOP("Settings", "What a token must say, letter for letter; anything without it.")},
    {"server.oauth.expected_audience", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Expected audience"),
        QT_TRANSLATE_NOOP("Settings", "What a token must say, letter for letter; anything without it.")},
    {"server.oauth.protected_resource.resource", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Address of this gateway"),
        QT_TRANSLATE_NOOP(
            "Settings", "How the page for clients with tokens calls the gateway; required with a key set.")},
    {"server.oauth.protected_resource.authorization_servers", Group::Access, Kind::List, "",
        QT_TRANSLATE_NOOP("Settings", "Authorization servers"),
        QT_TRANSLATE_NOOP("Settings", "Addresses where clients get tokens; at least one with a key set.")},
    {"server.client_identification.enabled", Group::Access, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Identify clients"),
        QT_TRANSLATE_NOOP("Settings", "Every request must say who it is from.")},
    {"server.client_identification.client_id.jwt_claim", Group::Access, Kind::Text, "sub",
        QT_TRANSLATE_NOOP("Settings", "Client from a token"),
        QT_TRANSLATE_NOOP("Settings", "The claim that holds the name of the client; a dotted path.")},
    {"server.client_identification.client_id.http_header", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Client from a header"),
        QT_TRANSLATE_NOOP("Settings", "The header that holds the name of the client, in place of a claim.")},
    {"server.client_identification.group_id.jwt_claim", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Group from a token"),
        QT_TRANSLATE_NOOP("Settings", "The claim that holds the group of the client; a dotted path.")},
    {"server.client_identification.group_id.http_header", Group::Access, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Group from a header"),
        QT_TRANSLATE_NOOP("Settings", "The header that holds the group of the client, in place of a claim.")},
    {"server.client_identification.validation.group_values", Group::Access, Kind::List, "",
        QT_TRANSLATE_NOOP("Settings", "Known groups"),
        QT_TRANSLATE_NOOP("Settings", "The groups there are.")},
    {"server.client_ip.x_real_ip", Group::Access, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Believe X-Real-IP"),
        QT_TRANSLATE_NOOP("Settings", "Take the address of a client from this header of a proxy in front.")},
    {"server.client_ip.x_forwarded_for_trusted_hops", Group::Access, Kind::Number, "",
        QT_TRANSLATE_NOOP("Settings", "Trusted hops"),
        QT_TRANSLATE_NOOP(
            "Settings", "Which entry of X-Forwarded-For is believed, counted from the right, from 0."),
        QT_TRANSLATE_NOOP("Settings", "hops")},
});

} // namespace

std::span<const SettingSpec> accessSettings()
{
    return specs;
}

} // namespace nexus
