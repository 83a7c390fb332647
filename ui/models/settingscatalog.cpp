// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/settingscatalog.h"

#include "configedit/configtext.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// What translators see these words under.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

Error wrong(const QString &message)
{
    return {.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}};
}

QStringList listed(const QString &text)
{
    QStringList out;
    for (const QString &item : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString word = item.trimmed(); !word.isEmpty()) {
            out.append(word);
        }
    }
    return out;
}

Result<TomlValue> wholeNumber(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? Result<TomlValue>(tomlInteger(number))
                    : failure(wrong(Words::tr("Write a whole number, such as 100.")));
}

Result<TomlValue> decimalNumber(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? Result<TomlValue>(tomlFloat(number))
                    : failure(wrong(Words::tr("Write a number, such as 0.5.")));
}

Result<ConfigText> withCompanions(ConfigText text, const SettingSpec &spec)
{
    const QStringList pairs = QString::fromLatin1(spec.beside).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const QString key = pair.section(QLatin1Char('='), 0, 0);
        const QString value = pair.section(QLatin1Char('='), 1);
        const KeyPath path = key.split(QLatin1Char('.'));
        if (text.find(path)) {
            continue;
        }
        const bool isSwitch = value == QLatin1String("true") || value == QLatin1String("false");
        Result<ConfigText> next = text.withValue(
            path, isSwitch ? tomlBoolean(value == QLatin1String("true")) : tomlString(value));
        if (!next) {
            return next;
        }
        text = std::move(*next);
    }
    return text;
}

} // namespace

KeyPath SettingSpec::path() const
{
    return dotted().split(QLatin1Char('.'));
}

QString SettingSpec::label() const
{
    return QCoreApplication::translate("Settings", name);
}

QString SettingSpec::help() const
{
    return QCoreApplication::translate("Settings", sense);
}

QString SettingSpec::unit() const
{
    return kind == SettingKind::Number && *more ? QCoreApplication::translate("Settings", more) : QString();
}

QStringList SettingSpec::choices() const
{
    return kind == SettingKind::Choice ? QString::fromLatin1(more).split(QLatin1Char('|')) : QStringList();
}

std::vector<SettingSpec> settingsCatalog()
{
    std::vector<SettingSpec> all;
    for (const auto &part : {serverSettings(), accessSettings(), trafficSettings(), recordSettings()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    std::ranges::stable_sort(all, {}, &SettingSpec::group);
    return all;
}

QString groupName(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Server:
        return Words::tr("Server");
    case SettingGroup::Access:
        return Words::tr("Access");
    case SettingGroup::Limits:
        return Words::tr("Limits");
    case SettingGroup::Cache:
        return Words::tr("Cache");
    case SettingGroup::Retries:
        return Words::tr("Retries and timeouts");
    case SettingGroup::Ledger:
        return Words::tr("Ledger and privacy");
    case SettingGroup::Telemetry:
        return Words::tr("Telemetry");
    case SettingGroup::Console:
        break;
    }
    return Words::tr("Console");
}

Result<TomlValue> settingValue(const SettingSpec &spec, const QString &text)
{
    switch (spec.kind) {
    case SettingKind::Switch:
        return tomlBoolean(text == QLatin1String("true"));
    case SettingKind::Number:
        return wholeNumber(text);
    case SettingKind::Decimal:
        return decimalNumber(text);
    case SettingKind::NumberOrWord: {
        const Result<TomlValue> number = wholeNumber(text);
        return number ? number : Result<TomlValue>(tomlString(text));
    }
    case SettingKind::List:
        return tomlStrings(listed(text));
    case SettingKind::ListOrAny:
        return text == QLatin1String("*") ? tomlString(text) : tomlStrings(listed(text));
    case SettingKind::Duration:
    case SettingKind::Size:
    case SettingKind::Choice:
    case SettingKind::Text:
    case SettingKind::Secret:
        break;
    }
    return tomlString(text);
}

QString settingText(const TomlValue &value)
{
    switch (value.kind) {
    case TomlValue::Kind::String:
        return value.text;
    case TomlValue::Kind::Integer:
        return QString::number(value.integer);
    case TomlValue::Kind::Float:
        return QString::number(value.number);
    case TomlValue::Kind::Boolean:
        return value.boolean ? QStringLiteral("true") : QStringLiteral("false");
    case TomlValue::Kind::Array: {
        QStringList items;
        for (const TomlValue &item : value.items) {
            items.append(settingText(item));
        }
        return items.join(QLatin1String(", "));
    }
    case TomlValue::Kind::DateTime:
    case TomlValue::Kind::Table:
        break;
    }
    return {};
}

Result<ConfigText> withSetting(const ConfigText &text, const SettingSpec &spec, const QString &value)
{
    const KeyPath path = spec.path();
    if (value.isEmpty()) {
        return text.find(path) ? text.without(path) : Result<ConfigText>(text);
    }
    const Result<TomlValue> written = settingValue(spec, value);
    if (!written) {
        return failure(written.error());
    }
    Result<ConfigText> prepared = withCompanions(text, spec);
    return prepared ? prepared->withValue(path, *written) : prepared;
}

} // namespace nexus
