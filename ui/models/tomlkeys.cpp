// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tomlkeys.h"

#include "config/providerconfig.h"
#include "ui/models/settingscatalog.h"

#include <array>

namespace nexus {

namespace {

// Values are parted by `|`: words are written in quotes, true and false without.
struct HandKey {
    const char *key;
    const char *values = "";
};

constexpr auto flag = "true|false";

constexpr auto providerKeys = std::to_array<HandKey>({{"type"}, {"api_key"}, {"api_keys"}, {"base_url"},
    {"forward_token", flag}, {"model_filter"}, {"timeouts.connect"}, {"timeouts.first_byte"},
    {"timeouts.idle"}, {"timeouts.total"}, {"retries.max_attempts"}, {"retries.base_delay"},
    {"retries.max_delay"}, {"headers"}, {"tls.ca_certificate"}, {"tls.certificate"}, {"tls.key"},
    {"rate_limits.per_user.input_token_limit"}, {"rate_limits.per_user.interval"},
    {"rate_limits.per_user.groups.*.input_token_limit"}, {"rate_limits.per_user.groups.*.interval"},
    {"api_version"}, {"region"}, {"access_key_id"}, {"secret_access_key"}, {"session_token"}, {"profile"}});

constexpr auto modelKeys = std::to_array<HandKey>(
    {{"rename"}, {"headers"}, {"price.input"}, {"price.output"}, {"price.cache_read"}, {"price.cache_write"},
        {"rate_limits.per_user.input_token_limit"}, {"rate_limits.per_user.interval"},
        {"rate_limits.per_user.groups.*.input_token_limit"}, {"rate_limits.per_user.groups.*.interval"}});

constexpr auto ruleKeys = std::to_array<HandKey>({{"rule", "forward|insert|remove|rename_duplicate"},
    {"name"}, {"pattern"}, {"rename"}, {"default"}, {"value"}});

constexpr auto aliasKeys
    = std::to_array<HandKey>({{"targets"}, {"strategy", "fallback|round_robin|weighted|least_latency"},
        {"weights"}, {"temperature"}, {"max_tokens"}, {"system"}});

constexpr auto budgetKeys = std::to_array<HandKey>(
    {{"limit_usd"}, {"period", "day|month"}, {"provider"}, {"model"}, {"client"}, {"action", "warn|block"}});

constexpr auto exporterKeys = std::to_array<HandKey>({{"enabled", flag}, {"protocol", "http|grpc"},
    {"endpoint"}, {"timeout"}, {"batch_export.scheduled_delay"}, {"batch_export.max_queue_size"},
    {"batch_export.max_export_batch_size"}, {"http.headers.*"}});

QStringList written(const QStringList &words)
{
    QStringList out;
    for (const QString &word : words) {
        const bool isPlain = word == QLatin1String("true") || word == QLatin1String("false");
        out.append(isPlain ? word : QLatin1Char('"') + word + QLatin1Char('"'));
    }
    return out;
}

QStringList valuesOf(const SettingSpec &spec)
{
    switch (spec.kind) {
    case SettingKind::Switch:
        return {QStringLiteral("true"), QStringLiteral("false")};
    case SettingKind::Choice:
        return written(spec.choices());
    case SettingKind::Number:
    case SettingKind::Decimal:
    case SettingKind::NumberOrWord:
    case SettingKind::Duration:
    case SettingKind::Size:
    case SettingKind::Text:
    case SettingKind::Secret:
    case SettingKind::List:
    case SettingKind::ListOrAny:
        break;
    }
    // The default shows the form.
    const QString fallback = spec.defaultText();
    if (fallback.isEmpty()) {
        return {};
    }
    const bool isNumber = spec.kind == SettingKind::Number || spec.kind == SettingKind::Decimal;
    return isNumber ? QStringList {fallback} : written({fallback});
}

QStringList providerTypes()
{
    QStringList names;
    for (const ProviderType type : {ProviderType::OpenAi, ProviderType::Anthropic, ProviderType::Google,
             ProviderType::Bedrock, ProviderType::Ollama, ProviderType::Azure, ProviderType::Demo}) {
        names.append(providerTypeName(type));
    }
    return written(names);
}

template<std::size_t Count>
void append(std::vector<TomlKey> &out, const char *table, const std::array<HandKey, Count> &keys)
{
    for (const HandKey &key : keys) {
        const QString dotted = QLatin1String(table) + QLatin1Char('.') + QLatin1String(key.key);
        out.push_back({.path = dotted.split(QLatin1Char('.')),
            .values = written(QString::fromLatin1(key.values).split(QLatin1Char('|'), Qt::SkipEmptyParts)),
            .help = {}});
    }
}

} // namespace

std::vector<TomlKey> tomlKeys()
{
    std::vector<TomlKey> out;
    for (const SettingSpec &spec : settingsCatalog()) {
        out.push_back({.path = spec.path(), .values = valuesOf(spec), .help = spec.help()});
    }
    const auto firstProviderKey = static_cast<std::ptrdiff_t>(out.size());
    append(out, "llm.providers.*", providerKeys);
    std::next(out.begin(), firstProviderKey)->values = providerTypes();
    append(out, "llm.providers.*.headers", ruleKeys);
    append(out, "llm.providers.*.models.*", modelKeys);
    append(out, "llm.providers.*.models.*.headers", ruleKeys);
    append(out, "llm.aliases.*", aliasKeys);
    append(out, "budgets.*", budgetKeys);
    append(out, "telemetry.resource_attributes", std::to_array<HandKey>({{"*"}}));
    append(out, "telemetry.exporters.otlp.http.headers", std::to_array<HandKey>({{"*"}}));
    append(out, "telemetry.metrics.exporters.otlp", exporterKeys);
    append(out, "telemetry.tracing.exporters.otlp", exporterKeys);
    return out;
}

namespace {

// The last line that a value takes, as far as its parts tell.
qint64 lastLine(const TomlValue &value)
{
    qint64 line = value.at.line;
    for (const TomlValue &item : value.items) {
        line = std::max(line, lastLine(item));
    }
    return line;
}

} // namespace

TomlPlace placeOf(const ConfigText &text, const KeyPath &path)
{
    if (const TomlValue *const found = text.find(path)) {
        return {.line = static_cast<int>(found->at.line), .isThere = true};
    }
    KeyPath above = path;
    const TomlValue *table = nullptr;
    while (table == nullptr && !above.isEmpty()) {
        above.removeLast();
        table = above.isEmpty() ? &text.root() : text.find(above);
    }
    TomlPlace place;
    if (table != nullptr) {
        qint64 line = table->at.line;
        for (const TomlMember &member : table->members) {
            if (member.value.kind != TomlValue::Kind::Table) {
                line = std::max(line, lastLine(member.value));
            }
        }
        place.line = static_cast<int>(line);
    }
    return place;
}

} // namespace nexus
