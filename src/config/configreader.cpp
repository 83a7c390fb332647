// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include "config/ledgerreader.h"
#include "config/llmreader.h"
#include "config/readcontext.h"
#include "config/serverreader.h"
#include "config/tablereader.h"
#include "config/telemetryreader.h"
#include "secrets/texttemplate.h"

#include <QFile>

namespace nexus {

namespace {

constexpr qint64 MAX_FILE = 1024 * 1024;

Error unreadable(const QString &path, const QString &why)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1: cannot be read: %2").arg(path, why),
        .detail = {}};
}

// A limit per client needs to know its clients, and a limit per group its groups.
void checkLimits(ReadContext &context, const ClientIdentification &clients, const std::vector<LimitUse> &uses)
{
    for (const LimitUse &use : uses) {
        if (!clients.isEnabled) {
            context.report(
                use.at, QStringLiteral("limits per user need server.client_identification.enabled = true"));
        } else if (clients.groupId && clients.groupValues.isEmpty()) {
            context.report(use.at,
                QStringLiteral(
                    "limits beside a group_id need server.client_identification.validation.group_values"));
        } else if (!use.group.isEmpty() && !clients.groupId) {
            context.report(
                use.at, QStringLiteral("limits per group need server.client_identification.group_id"));
        } else if (!use.group.isEmpty() && !clients.groupValues.contains(use.group)) {
            context.report(use.at,
                QStringLiteral("the group %1 is not in server.client_identification.validation.group_values")
                    .arg(quoted(use.group)));
        }
    }
}

// Recursion is bounded by the depth that parseToml() allows.
void collectNames(const TomlValue &value, QStringList &names)
{
    if (value.kind == TomlValue::Kind::String) {
        names += keychainNames(value.text);
    }
    for (const TomlValue &item : value.items) {
        collectNames(item, names);
    }
    for (const TomlMember &member : value.members) {
        collectNames(member.value, names);
    }
}

QStringList warningsFor(const TomlValue &root, const GatewayConfig &config)
{
    QStringList warnings;
    if (root.member(u"mcp")) {
        warnings.append(QStringLiteral("The [mcp] section is ignored: this gateway serves models only."));
    }
    if (!config.llm.isEnabled) {
        warnings.append(QStringLiteral("llm.enabled is false: no model is served."));
    }
    return warnings;
}

} // namespace

Result<GatewayConfig> parseConfig(
    QByteArrayView text, const QString &fileName, const Environment &environment, const StoredKeys &keys)
{
    ReadContext context(fileName, environment, keys);
    const auto document = parseToml(text);
    if (!document) {
        context.report(document.error().at, document.error().message);
        return failure(*context.problem());
    }
    GatewayConfig config;
    config.path = fileName;
    std::vector<LimitUse> uses;
    {
        // Leaving the block reports the unknown keys of the top level.
        TableReader root(context, *document, {});
        readServer(root, config.server);
        readLlm(root, config.llm, uses);
        readLedger(root, config.ledger);
        readBudgets(root, config.llm, config.budgets);
        readTelemetry(root, config.telemetry);
        root.skip("mcp");
    }
    checkLimits(context, config.server.clientIdentification, uses);
    if (const std::optional<Error> problem = context.problem()) {
        return failure(*problem);
    }
    config.warnings = warningsFor(*document, config) + context.warnings();
    return config;
}

Result<QByteArray> readConfigText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(unreadable(path, file.errorString()));
    }
    // One byte more, so that a file that is too large is noticed and never held whole.
    QByteArray text = file.read(MAX_FILE + 1);
    if (file.error() != QFile::NoError) {
        return failure(unreadable(path, file.errorString()));
    }
    return text;
}

Result<GatewayConfig> readConfig(const QString &path, const Environment &environment, const StoredKeys &keys)
{
    const Result<QByteArray> text = readConfigText(path);
    return text ? parseConfig(*text, path, environment, keys) : failure(text.error());
}

QStringList keychainNamesIn(QByteArrayView text)
{
    const auto document = parseToml(text);
    QStringList names;
    if (document) {
        collectNames(*document, names);
        names.removeDuplicates();
    }
    return names;
}

} // namespace nexus
