// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/configdesk.h"

#include "config/configreader.h"
#include "config/tomldocument.h"

#include <QDir>
#include <QFileInfo>

namespace nexus {

namespace {

// The variable that a provider of the environment has its key from, empty when it needs none.
QString keyVariable(const ProviderConfig &provider, const Environment &environment)
{
    switch (provider.type) {
    case ProviderType::OpenAi:
        return QStringLiteral("OPENAI_API_KEY");
    case ProviderType::Anthropic:
        return QStringLiteral("ANTHROPIC_API_KEY");
    case ProviderType::Google:
        return environment.text(QStringLiteral("GEMINI_API_KEY")).isEmpty()
            ? QStringLiteral("GOOGLE_API_KEY")
            : QStringLiteral("GEMINI_API_KEY");
    case ProviderType::Bedrock:
    case ProviderType::Ollama:
    case ProviderType::Azure:
    case ProviderType::Demo:
        break;
    }
    return {};
}

// A provider that was found without a file, as a file says it.
std::vector<TomlMember> foundProvider(const ProviderConfig &provider, const Environment &environment)
{
    std::vector<TomlMember> members;
    members.push_back(tomlMember(QStringLiteral("type"), tomlString(providerTypeName(provider.type))));
    if (!provider.baseUrl.isEmpty() && provider.baseUrl != defaultBaseUrl(provider.type)) {
        members.push_back(tomlMember(QStringLiteral("base_url"), tomlString(provider.baseUrl.toString())));
    }
    const QString variable = keyVariable(provider, environment);
    if (!variable.isEmpty()) {
        const bool isFromEnvironment = !environment.text(variable).isEmpty();
        const QString source = isFromEnvironment ? QStringLiteral("{{ env.%1 }}").arg(variable)
                                                 : QStringLiteral("{{ keychain.%1 }}").arg(provider.name);
        members.push_back(tomlMember(QStringLiteral("api_key"), tomlString(source)));
    }
    return members;
}

} // namespace

ConfigDesk::ConfigDesk(GatewayHost &host, QString newPath, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_newPath(std::move(newPath))
    , m_editor([&host](QByteArrayView text, const QString &fileName) {
        // Keys that are not in the keychain yet are no mistake of the file.
        return parseConfig(text, fileName, host.environment(), StoredKeys::assumed());
    })
{
    connect(&host, &GatewayHost::configApplied, this, &ConfigDesk::changed);
    connect(&host, &GatewayHost::configRejected, this, &ConfigDesk::changed);
}

QString ConfigDesk::path() const
{
    return hasFile() ? m_host.configPath() : m_newPath;
}

bool ConfigDesk::hasFile() const
{
    return !m_host.configPath().isEmpty();
}

Result<QByteArray> ConfigDesk::bytes()
{
    if (Result<void> opened = open(); !opened) {
        return failure(opened.error());
    }
    return m_editor.exists() ? m_editor.base() : firstText();
}

Result<ConfigText> ConfigDesk::text()
{
    const Result<QByteArray> held = bytes();
    return held ? ConfigText::read(*held) : failure(held.error());
}

ConfigPreview ConfigDesk::preview(const QByteArray &bytes)
{
    if (Result<void> opened = open(); !opened) {
        return {.hunks = {}, .config = failure(opened.error())};
    }
    return m_editor.preview(bytes);
}

SaveOutcome ConfigDesk::save(const QByteArray &bytes)
{
    const bool isFirst = !hasFile();
    if (isFirst && !QDir().mkpath(QFileInfo(m_newPath).absolutePath())) {
        return tl::unexpected(std::variant<Error, SaveConflict>(Error {.kind = ErrorKind::Unavailable,
            .message = tr("The folder %1 cannot be made.").arg(QFileInfo(m_newPath).absolutePath()),
            .detail = {}}));
    }
    SaveOutcome outcome = m_editor.save(bytes);
    if (!outcome) {
        return outcome;
    }
    if (isFirst) {
        // A text that is refused is told by GatewayHost::configRejected().
        (void)m_host.useFile(m_newPath);
    } else {
        m_host.reload();
    }
    Q_EMIT changed();
    return outcome;
}

Result<void> ConfigDesk::apply(const Edit &edit)
{
    const Result<ConfigText> before = text();
    if (!before) {
        return failure(before.error());
    }
    const Result<ConfigText> after = edit(*before);
    if (!after) {
        return failure(after.error());
    }
    const ConfigPreview expected = preview(after->bytes());
    if (!expected.config) {
        return failure(expected.config.error());
    }
    return settle(save(after->bytes()));
}

Result<void> ConfigDesk::undo()
{
    const SaveOutcome outcome = m_editor.undo();
    if (!outcome) {
        return settle(outcome);
    }
    m_host.reload();
    Q_EMIT changed();
    return {};
}

Result<void> ConfigDesk::settle(const SaveOutcome &outcome)
{
    if (outcome) {
        return {};
    }
    if (const auto *error = std::get_if<Error>(&outcome.error())) {
        return failure(*error);
    }
    const auto &conflict = std::get<SaveConflict>(outcome.error());
    if (conflict.merged) {
        if (Result<void> opened = open(); !opened) {
            return opened;
        }
        if (const SaveOutcome again = save(*conflict.merged); again) {
            return {};
        }
    }
    return failure({.kind = ErrorKind::InvalidRequest,
        .message = tr("The file was changed by another program at the same place. Nothing was saved; look at "
                      "it in Settings and try again."),
        .detail = {},
        .code = "config_conflict"});
}

Result<void> ConfigDesk::open()
{
    return m_editor.open(path());
}

QByteArray ConfigDesk::firstText() const
{
    ConfigText text;
    const ConfigSnapshot config = m_host.config();
    if (!config) {
        return {};
    }
    for (const ProviderConfig &provider : config->llm.providers) {
        if (provider.type == ProviderType::Demo) {
            continue;
        }
        const Result<ConfigText> next
            = text.withTable({QStringLiteral("llm"), QStringLiteral("providers"), provider.name},
                foundProvider(provider, m_host.environment()));
        if (next) {
            text = *next;
        }
    }
    return text.bytes();
}

} // namespace nexus
