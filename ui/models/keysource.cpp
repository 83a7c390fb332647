// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/keysource.h"

#include "secrets/texttemplate.h"

#include <QRegularExpression>

namespace nexus {

namespace {

// As with KeychainEntry::lastFour.
constexpr qsizetype shownFrom = 12;

KeySource sourceOf(const QString &written)
{
    const QStringList names = keychainNames(written);
    if (!names.isEmpty()) {
        return {.kind = KeySource::Kind::Keychain, .name = names.front()};
    }
    const QRegularExpression variable(QStringLiteral("\\{\\{\\s*env\\.([^\\s}]+)\\s*\\}\\}"));
    const QRegularExpressionMatch match = variable.match(written);
    if (match.hasMatch()) {
        return {.kind = KeySource::Kind::Environment, .name = match.captured(1)};
    }
    return {.kind = written.trimmed().isEmpty() ? KeySource::Kind::None : KeySource::Kind::File, .name = {}};
}

} // namespace

KeySource keySourceOf(const ConfigText &text, const QString &provider)
{
    const TomlValue *const table = text.find({QStringLiteral("llm"), QStringLiteral("providers"), provider});
    if (table == nullptr) {
        return {};
    }
    if (const TomlMember *const one = table->member(u"api_key")) {
        return sourceOf(one->value.text);
    }
    if (const TomlMember *const several = table->member(u"api_keys")) {
        const std::vector<TomlValue> &items = several->value.items;
        if (items.size() == 1) {
            return sourceOf(items.front().text);
        }
        return {.kind = items.empty() ? KeySource::Kind::None : KeySource::Kind::Several, .name = {}};
    }
    if (const TomlMember *const profile = table->member(u"profile")) {
        return {.kind = KeySource::Kind::Aws, .name = profile->value.text};
    }
    return {
        .kind = table->member(u"access_key_id") ? KeySource::Kind::Aws : KeySource::Kind::None, .name = {}};
}

QString keyTemplate(const KeySource &source)
{
    switch (source.kind) {
    case KeySource::Kind::Keychain:
        return QStringLiteral("{{ keychain.%1 }}").arg(source.name);
    case KeySource::Kind::Environment:
        return QStringLiteral("{{ env.%1 }}").arg(source.name);
    case KeySource::Kind::None:
    case KeySource::Kind::File:
    case KeySource::Kind::Several:
    case KeySource::Kind::Aws:
        break;
    }
    return {};
}

QString lastFour(const Secret &key)
{
    const QByteArray &text = key.reveal();
    return text.size() < shownFrom ? QString() : QString::fromLatin1(text.constData() + text.size() - 4, 4);
}

} // namespace nexus
