// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/tablereader.h"

#include "base/nearestname.h"
#include "base/units.h"
#include "secrets/texttemplate.h"

namespace nexus {

namespace {

QString didYouMean(const QString &name, const QStringList &known)
{
    const QString nearest = nearestName(name, known);
    return nearest.isEmpty() ? QString() : QStringLiteral(", did you mean '%1'?").arg(nearest);
}

} // namespace

QString describeKind(TomlValue::Kind kind)
{
    switch (kind) {
    case TomlValue::Kind::String:
        return QStringLiteral("a string");
    case TomlValue::Kind::Integer:
        return QStringLiteral("an integer");
    case TomlValue::Kind::Float:
        return QStringLiteral("a number");
    case TomlValue::Kind::Boolean:
        return QStringLiteral("true or false");
    case TomlValue::Kind::DateTime:
        return QStringLiteral("a date or time");
    case TomlValue::Kind::Array:
        return QStringLiteral("a list");
    case TomlValue::Kind::Table:
        return QStringLiteral("a table");
    }
    return {};
}

QString quoted(const QString &text)
{
    constexpr qsizetype MAX = 60;
    return QStringLiteral("'%1'").arg(text.size() > MAX ? text.first(MAX) + QChar(0x2026) : text);
}

TableReader::TableReader(ReadContext &context, const TomlValue &table, QString path)
    : m_context(context)
    , m_table(table)
    , m_path(std::move(path))
{ }

TableReader::~TableReader()
{
    reportUnknown();
}

void TableReader::reportUnknown() const
{
    const QString where
        = m_path.isEmpty() ? QStringLiteral("at the top level") : QStringLiteral("in [%1]").arg(m_path);
    for (const TomlMember &member : m_table.members) {
        if (!m_known.contains(member.key)) {
            m_context.report(member.at,
                QStringLiteral("unknown key %1 %2%3")
                    .arg(quoted(member.key), where, didYouMean(member.key, m_known)));
        }
    }
}

QString TableReader::pathOf(const QString &key) const
{
    return tomlPath(m_path, key);
}

const TomlValue *TableReader::find(const char *key)
{
    const QString name = QLatin1String(key);
    if (!m_known.contains(name)) {
        m_known.append(name);
    }
    const TomlMember *member = m_table.member(name);
    return member ? &member->value : nullptr;
}

const TomlValue *TableReader::findAs(const char *key, TomlValue::Kind kind)
{
    const TomlValue *value = find(key);
    if (value && value->kind != kind) {
        refuse(key, QStringLiteral("must be %1, not %2").arg(describeKind(kind), describeKind(value->kind)));
        return nullptr;
    }
    return value;
}

std::optional<QString> TableReader::text(const TomlValue &value, const QString &key) const
{
    if (value.kind != TomlValue::Kind::String) {
        m_context.report(value.at,
            QStringLiteral("%1 must be a string, not %2").arg(quoted(key), describeKind(value.kind)));
        return std::nullopt;
    }
    const Result<QString> expanded = expandTemplate(value.text, m_context.environment(), m_context.keys());
    if (!expanded) {
        m_context.report(value.at, QStringLiteral("%1: %2").arg(quoted(key), expanded.error().message));
        return std::nullopt;
    }
    return *expanded;
}

bool TableReader::read(const char *key, bool &out)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Boolean);
    if (value) {
        out = value->boolean;
    }
    return value != nullptr;
}

bool TableReader::read(const char *key, QString &out)
{
    const TomlValue *value = find(key);
    const std::optional<QString> expanded = value ? text(*value, QLatin1String(key)) : std::nullopt;
    if (expanded) {
        out = *expanded;
    }
    return expanded.has_value();
}

bool TableReader::read(const char *key, std::optional<QString> &out)
{
    QString value;
    const bool isThere = read(key, value);
    if (isThere) {
        out = value;
    }
    return isThere;
}

bool TableReader::read(const char *key, Secret &out)
{
    QString value;
    const bool isThere = read(key, value);
    if (isThere) {
        out = Secret(value.toUtf8());
    }
    return isThere;
}

bool TableReader::read(const char *key, QStringList &out)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Array);
    if (!value) {
        return false;
    }
    QStringList texts;
    for (const TomlValue &item : value->items) {
        const std::optional<QString> expanded = text(item, QLatin1String(key));
        if (!expanded) {
            return false;
        }
        texts.append(*expanded);
    }
    out = std::move(texts);
    return true;
}

bool TableReader::readDuration(const char *key, std::chrono::milliseconds &out, DurationRule rule)
{
    QString raw;
    if (!read(key, raw)) {
        return false;
    }
    if (rule == DurationRule::OffAllowed && raw == QLatin1String("off")) {
        out = {};
        return true;
    }
    const std::optional<std::chrono::milliseconds> value = parseDuration(raw);
    if (!value) {
        const QString form = rule == DurationRule::OffAllowed
            ? QStringLiteral("must be a duration such as \"60s\", or \"off\"")
            : QStringLiteral("must be a duration such as \"60s\"");
        refuse(key, form);
        return false;
    }
    if (rule == DurationRule::AboveZero && value->count() == 0) {
        refuse(key, QStringLiteral("must be longer than zero"));
        return false;
    }
    out = *value;
    return true;
}

bool TableReader::readSize(const char *key, qint64 &out)
{
    const TomlValue *value = find(key);
    if (!value) {
        return false;
    }
    std::optional<qint64> size;
    if (value->kind == TomlValue::Kind::Integer) {
        size = value->integer;
    } else if (const std::optional<QString> raw = text(*value, QLatin1String(key))) {
        size = parseByteSize(*raw);
    } else {
        return false;
    }
    if (!size || *size <= 0) {
        refuse(key, QStringLiteral("must be a size above zero such as \"32MiB\""));
        return false;
    }
    out = *size;
    return true;
}

bool TableReader::readNumber(const char *key, double &out, double min, double max)
{
    const TomlValue *value = find(key);
    if (!value) {
        return false;
    }
    const bool isNumber = value->kind == TomlValue::Kind::Float || value->kind == TomlValue::Kind::Integer;
    // Written so that NaN fails.
    if (!isNumber || !(value->number >= min && value->number <= max)) {
        refuse(key, QStringLiteral("must be a number from %1 to %2").arg(min).arg(max, 0, 'g', 12));
        return false;
    }
    out = value->number;
    return true;
}

std::optional<qint64> TableReader::integer(const char *key, qint64 min, qint64 max)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Integer);
    if (!value) {
        return std::nullopt;
    }
    if (value->integer < min || value->integer > max) {
        refuse(key, QStringLiteral("must be from %1 to %2").arg(min).arg(max));
        return std::nullopt;
    }
    return value->integer;
}

bool TableReader::readTable(const char *key, const std::function<void(TableReader &)> &body)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Table);
    if (!value) {
        return false;
    }
    TableReader table(m_context, *value, pathOf(QLatin1String(key)));
    body(table);
    return true;
}

void TableReader::readTables(const char *key, const std::function<void(TableReader &)> &body)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Array);
    if (!value) {
        return;
    }
    for (const TomlValue &item : value->items) {
        if (item.kind != TomlValue::Kind::Table) {
            m_context.report(item.at,
                QStringLiteral("%1 must be a list of tables, not of %2")
                    .arg(quoted(QLatin1String(key)), describeKind(item.kind)));
            continue;
        }
        TableReader table(m_context, item, pathOf(QLatin1String(key)));
        body(table);
    }
}

void TableReader::readNamed(
    const char *key, const std::function<void(const TomlMember &, const QString &path)> &body)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::Table);
    if (!value) {
        return;
    }
    TableReader table(m_context, *value, pathOf(QLatin1String(key)));
    for (const TomlMember &member : value->members) {
        table.m_known.append(member.key);
        body(member, table.pathOf(member.key));
    }
}

void TableReader::require(const char *key)
{
    if (!has(key)) {
        const QString where = m_path.isEmpty() ? QString() : QStringLiteral(" in [%1]").arg(m_path);
        m_context.report(m_table.at, QStringLiteral("missing key '%1'%2").arg(QLatin1String(key), where));
    }
}

void TableReader::refuse(const char *key, const QString &problem)
{
    const TomlValue *value = find(key);
    m_context.report(
        value ? value->at : m_table.at, QStringLiteral("%1 %2").arg(quoted(QLatin1String(key)), problem));
}

void TableReader::refuseChoice(const char *key, const QStringList &choices)
{
    const TomlValue *value = find(key);
    const bool isPlain = value && !value->text.contains(QLatin1String("{{"));
    const QString hint = isPlain ? didYouMean(value->text, choices) : QString();
    refuse(key, QStringLiteral("must be one of %1%2").arg(choices.join(QLatin1String(" | ")), hint));
}

void readTableAt(ReadContext &context, const TomlMember &member, const QString &path,
    const std::function<void(TableReader &)> &body)
{
    if (member.value.kind != TomlValue::Kind::Table) {
        context.report(member.value.at,
            QStringLiteral("%1 must be a table, not %2")
                .arg(quoted(member.key), describeKind(member.value.kind)));
        return;
    }
    TableReader table(context, member.value, path);
    body(table);
}

} // namespace nexus
