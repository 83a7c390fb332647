// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/keysource.h"

#include "secrets/keychainerrors.h"
#include "secrets/texttemplate.h"
#include "ui/models/providerdraft.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace nexus {

namespace {

using Kind = KeySource::Kind;

// As with KeychainEntry::lastFour.
constexpr qsizetype shownFrom = 12;

constexpr auto ONE = "api_key";
constexpr auto SEVERAL = "api_keys";
constexpr qsizetype longestStem = 60; // a name in the keychain has 64 characters, and a number may follow

KeyPath keyPath(const QString &provider, const char *key)
{
    return {QStringLiteral("llm"), QStringLiteral("providers"), provider, QString::fromLatin1(key)};
}

QStringList namesIn(const TomlValue &value)
{
    QStringList out = keychainNames(value.text);
    for (const TomlValue &item : value.items) {
        out += namesIn(item);
    }
    for (const TomlMember &member : value.members) {
        out += namesIn(member.value);
    }
    return out;
}

// One part of an access key: its line in the file, and the end of its name in the keychain.
struct AwsPart {
    const char *line;
    const char *ending;
};

constexpr std::array AWS_PARTS {
    AwsPart {"access_key_id", "-access-key-id"},
    AwsPart {"secret_access_key", "-secret-access-key"},
    AwsPart {"session_token", "-session-token"},
};

// The secret decides; the id is none, and may stand anywhere.
KeySource awsSourceOf(const TomlValue &provider, const QString &secret)
{
    const KeySource source = keySourceOf(secret);
    if (source.kind == Kind::Environment) {
        return {.kind = Kind::AwsEnvironment, .name = source.name};
    }
    if (source.kind != Kind::Keychain) {
        return {.kind = Kind::AwsFile, .name = {}};
    }
    KeySource out {.kind = Kind::AwsKeys, .name = {}};
    for (const AwsPart &part : AWS_PARTS) {
        if (const TomlMember *const line = provider.member(QString::fromLatin1(part.line))) {
            out.awsKeys += keychainNames(line->value.text);
        }
    }
    return out;
}

QString inKeychain(const QString &name)
{
    return QStringLiteral("{{ keychain.%1 }}").arg(name);
}

TomlMember line(const char *key, const QString &text)
{
    return tomlMember(QString::fromLatin1(key), tomlString(text));
}

} // namespace

KeySource keySourceOf(const QString &written)
{
    const QStringList names = keychainNames(written);
    if (!names.isEmpty()) {
        return {.kind = Kind::Keychain, .name = names.front()};
    }
    static const QRegularExpression variable(QStringLiteral("\\{\\{\\s*env\\.([^\\s}]+)\\s*\\}\\}"));
    const QRegularExpressionMatch match = variable.match(written);
    if (match.hasMatch()) {
        return {.kind = Kind::Environment, .name = match.captured(1)};
    }
    return {.kind = written.trimmed().isEmpty() ? Kind::None : Kind::File, .name = {}};
}

KeySource keySourceOf(const ConfigText &text, const QString &provider)
{
    const TomlValue *const table = text.find({QStringLiteral("llm"), QStringLiteral("providers"), provider});
    if (table == nullptr) {
        return {};
    }
    if (const TomlMember *const one = table->member(u"api_key")) {
        return keySourceOf(one->value.text);
    }
    if (const TomlMember *const several = table->member(u"api_keys")) {
        const std::vector<TomlValue> &items = several->value.items;
        if (items.size() == 1) {
            return keySourceOf(items.front().text);
        }
        return {.kind = items.empty() ? Kind::None : Kind::Several, .name = {}};
    }
    if (const TomlMember *const secret = table->member(u"secret_access_key")) {
        return awsSourceOf(*table, secret->value.text);
    }
    if (const TomlMember *const profile = table->member(u"profile")) {
        return {.kind = Kind::AwsProfile, .name = profile->value.text};
    }
    return {};
}

KeySource awsKeysCalled(const QString &name, bool hasToken)
{
    KeySource out {.kind = Kind::AwsKeys, .name = {}};
    for (const AwsPart &part : AWS_PARTS) {
        out.awsKeys.append(name + QLatin1String(part.ending));
    }
    if (!hasToken) {
        out.awsKeys.removeLast();
    }
    return out;
}

QStringList keychainEntries(const KeySource &source)
{
    return source.kind == Kind::Keychain ? QStringList(source.name) : source.awsKeys;
}

std::vector<TomlMember> keyLines(const KeySource &source)
{
    switch (source.kind) {
    case Kind::Keychain:
        return {line("api_key", inKeychain(source.name))};
    case Kind::Environment:
        return {line("api_key", QStringLiteral("{{ env.%1 }}").arg(source.name))};
    case Kind::AwsProfile:
        return {line("profile", source.name)};
    case Kind::AwsKeys: {
        std::vector<TomlMember> out;
        for (qsizetype i = 0; i < source.awsKeys.size(); ++i) {
            out.push_back(
                line(AWS_PARTS.at(static_cast<std::size_t>(i)).line, inKeychain(source.awsKeys.at(i))));
        }
        return out;
    }
    case Kind::None:
    case Kind::File:
    case Kind::Several:
    case Kind::AwsEnvironment:
    case Kind::AwsFile:
        break;
    }
    return {};
}

QStringList keyLineNames()
{
    QStringList out {QStringLiteral("api_key"), QStringLiteral("api_keys"), QStringLiteral("profile")};
    for (const AwsPart &part : AWS_PARTS) {
        out.append(QString::fromLatin1(part.line));
    }
    return out;
}

QString lastFour(const Secret &key)
{
    const QByteArray &text = key.reveal();
    return text.size() < shownFrom ? QString() : QString::fromLatin1(text.constData() + text.size() - 4, 4);
}

std::vector<ListedKey> keysIn(const ConfigText &text, const QString &provider)
{
    std::vector<ListedKey> out;
    const auto add = [&out](const TomlValue &value) {
        out.push_back({.written = Secret(value.text.toUtf8()), .source = keySourceOf(value.text)});
    };
    if (const TomlValue *const several = text.find(keyPath(provider, SEVERAL))) {
        std::ranges::for_each(several->items, add);
    } else if (const TomlValue *const one = text.find(keyPath(provider, ONE))) {
        if (!one->text.trimmed().isEmpty()) {
            add(*one);
        }
    }
    return out;
}

std::optional<std::size_t> placeOf(
    const std::vector<ListedKey> &keys, const ListedKey &key, std::size_t place)
{
    if (place < keys.size() && keys[place] == key) {
        return place;
    }
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - keys.begin()));
}

Result<ConfigText> withKeyAdded(const ConfigText &text, const QString &provider, const KeySource &source)
{
    const std::vector<TomlMember> lines = keyLines(source);
    if (lines.empty()) {
        return text;
    }
    const TomlValue &added = lines.front().value;
    const KeyPath several = keyPath(provider, SEVERAL);
    if (const TomlValue *const list = text.find(several)) {
        return text.withValue(several + KeyPath {QString::number(list->items.size())}, added);
    }
    if (keysIn(text, provider).empty()) {
        return text.withValue(keyPath(provider, ONE), added);
    }
    const TomlValue first = *text.find(keyPath(provider, ONE));
    const Result<ConfigText> out = text.renamed(keyPath(provider, ONE), QLatin1String(SEVERAL));
    return out ? out->withValue(several, tomlArray({first, added})) : out;
}

Result<ConfigText> withoutKey(
    const ConfigText &text, const QString &provider, const ListedKey &key, std::size_t place)
{
    const std::vector<ListedKey> keys = keysIn(text, provider);
    const std::optional<std::size_t> found = placeOf(keys, key, place);
    if (!found) {
        return text;
    }
    const KeyPath several = keyPath(provider, SEVERAL);
    const std::size_t index = *found;
    if (keys.size() > 2) {
        return text.without(several + KeyPath {QString::number(index)});
    }
    if (keys.size() == 1) {
        return text.without(text.find(several) != nullptr ? several : keyPath(provider, ONE));
    }
    const TomlValue kept = text.find(several)->items[1 - index];
    const Result<ConfigText> out = text.renamed(several, QLatin1String(ONE));
    return out ? out->withValue(keyPath(provider, ONE), kept) : out;
}

Result<ConfigText> withKeyReplaced(const ConfigText &text, const QString &provider, const ListedKey &key,
    std::size_t place, const KeySource &source)
{
    const std::optional<std::size_t> found = placeOf(keysIn(text, provider), key, place);
    if (!found) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message = QCoreApplication::translate("nexus::KeySource",
                "This key is no longer in nexus.toml. Choose Cancel, and add the new one as another key."),
            .detail = {}});
    }
    const std::vector<TomlMember> lines = keyLines(source);
    if (lines.empty() || source == key.source) {
        return text;
    }
    const KeyPath several = keyPath(provider, SEVERAL);
    return text.withValue(
        text.find(several) != nullptr ? several + KeyPath {QString::number(*found)} : keyPath(provider, ONE),
        lines.front().value);
}

QStringList keychainNamesIn(const ConfigText &text)
{
    return namesIn(text.root());
}

QString freeKeyName(const ConfigText &text, const QString &provider, const QStringList &known)
{
    QString wanted = provider.left(longestStem);
    std::ranges::replace_if(
        wanted, [](QChar c) { return !keychain::isKeyName(QStringView(&c, 1)); }, u'-');
    return freeName(wanted, known + keychainNamesIn(text));
}

} // namespace nexus
