// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/providerdraft.h"

#include "config/textforms.h"
#include "secrets/keychainerrors.h"
#include "ui/models/modelnames.h"
#include "upstream/aws/awsendpoint.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace nexus {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("nexus::ProviderDraft", text);
}

void addText(std::vector<TomlMember> &members, const char *key, const QString &text)
{
    if (!text.trimmed().isEmpty()) {
        members.push_back(tomlMember(QString::fromLatin1(key), tomlString(text.trimmed())));
    }
}

// What has to stand in the file; the type's own address need not.
QString writtenAddress(const ProviderDraft &draft)
{
    const QString address = draft.baseUrl.trimmed();
    return QUrl(address) == defaultBaseUrl(draft.preset.type) ? QString() : address;
}

} // namespace

ProviderDraft draftOf(const ProviderPreset &preset, const QStringList &taken)
{
    ProviderDraft draft {.preset = preset};
    draft.name = freeName(preset.id, taken);
    draft.baseUrl = preset.baseUrl.isEmpty() && !preset.isAddressNeeded
        ? defaultBaseUrl(preset.type).toString()
        : preset.baseUrl;
    if (preset.key == ProviderPreset::Key::Required) {
        draft.key = {.kind = KeySource::Kind::Keychain, .name = draft.name};
    }
    return draft;
}

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number) {
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    }
    return name;
}

QString nameProblem(const QString &name, const QStringList &taken)
{
    if (name.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft", "Give the provider a name."));
    }
    if (!keychain::isKeyName(name)) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
            "Use up to 64 letters, digits, '-', '_' and '.' in the name, and no spaces."));
    }
    if (taken.contains(name)) {
        return say(QT_TRANSLATE_NOOP(
            "nexus::ProviderDraft", "There is a provider of this name already. Choose another one."));
    }
    return {};
}

QString entriesProblem(const KeySource &source)
{
    if (std::ranges::all_of(keychainEntries(source), keychain::isKeyName)) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
        "The name is too long for the keychain, which adds to it for each part of an access key. Use up to "
        "46 "
        "characters."));
}

QString addressProblem(const QString &address)
{
    if (toBaseUrl(address)) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
        "The address has to begin with http:// or https://, without user name, '?' and '#'."));
}

QString regionProblem(const QString &region)
{
    if (region.isEmpty() || aws::isRegionName(region)) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
        "A region is written in small letters, digits and hyphens, such as us-east-1."));
}

QString apiVersionProblem(const QString &version)
{
    if (version.isEmpty() || toToken(version)) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
        "The API version is written in letters, digits and hyphens, such as 2024-10-21. Leave the field "
        "empty for the usual one."));
}

QString modelFilterProblem(const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (pattern.isEmpty() || expression.isValid()) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProviderDraft",
                   "The pattern of offered models is no regular expression: %1, at character %2. Correct it, "
                   "or leave the field empty to offer all."))
        .arg(expression.errorString())
        .arg(expression.patternErrorOffset() + 1);
}

Result<ConfigText> withProvider(const ConfigText &text, const ProviderDraft &draft)
{
    std::vector<TomlMember> members;
    addText(members, "type", providerTypeName(draft.preset.type));
    addText(members, "base_url", writtenAddress(draft));
    if (draft.preset.type == ProviderType::Bedrock) {
        addText(members, "region", draft.region);
    }
    std::ranges::move(keyLines(draft.key), std::back_inserter(members));
    if (draft.preset.type == ProviderType::Azure) {
        addText(members, "api_version", draft.apiVersion);
    }
    const Result<ConfigText> out
        = text.withTable({QStringLiteral("llm"), QStringLiteral("providers"), draft.name}, members);
    return out ? withModels(*out, draft.name, draft.models) : out;
}

ProviderConfig configOf(const ProviderDraft &draft)
{
    ProviderConfig config;
    config.name = draft.name;
    config.type = draft.preset.type;
    // A key for a server of one's own is never sent to the service that the type is named for.
    config.baseUrl = draft.preset.isAddressNeeded ? QUrl() : defaultBaseUrl(config.type);
    if (const Result<QUrl> own = toBaseUrl(draft.baseUrl)) {
        config.baseUrl = *own;
        if (config.type == ProviderType::Ollama && own->path().isEmpty()) {
            config.baseUrl.setPath(QStringLiteral("/v1"));
        }
    }
    config.bedrock.region = draft.region.trimmed();
    if (config.type == ProviderType::Azure) {
        const QString version = draft.apiVersion.trimmed();
        config.apiVersion = version.isEmpty() ? QByteArray("2024-10-21") : version.toLatin1();
    }
    return config;
}

} // namespace nexus
