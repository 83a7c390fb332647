// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/tomlvalues.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace nexus {

namespace {

bool isBareKey(const QByteArray &key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
            || c == '-';
    });
}

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x20 || code == 0x7F) {
        out += "\\u00" + QByteArray::number(code, 16).rightJustified(2, '0').toUpper();
    } else {
        out += c;
    }
}

QByteArray inQuotes(const QString &text)
{
    QByteArray out = "\"";
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        appendEscaped(out, c);
    }
    return out + '"';
}

QByteArray writeFloat(double number)
{
    if (std::isnan(number)) {
        return "nan";
    }
    if (std::isinf(number)) {
        return number > 0 ? "inf" : "-inf";
    }
    QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    // Without either, TOML takes it for an integer.
    if (!text.contains('.') && !text.contains('e')) {
        text += ".0";
    }
    return text;
}

Error unwritable(const QString &why)
{
    return {.kind = ErrorKind::InvalidRequest, .message = why, .detail = {}};
}

Result<QByteArray> writeArray(const TomlValue &array)
{
    QByteArray out = "[";
    for (const TomlValue &item : array.items) {
        Result<QByteArray> text = writeToml(item);
        if (!text) {
            return text;
        }
        out += (out.size() > 1 ? ", " : "") + *text;
    }
    return out + ']';
}

Result<QByteArray> writeTable(const TomlValue &table)
{
    if (table.members.empty()) {
        return QByteArray("{}");
    }
    QByteArray out = "{ ";
    for (const TomlMember &member : table.members) {
        Result<QByteArray> text = writeToml(member.value);
        if (!text) {
            return text;
        }
        out += (out.size() > 2 ? ", " : "") + writeTomlKey(member.key) + " = " + *text;
    }
    return out + " }";
}

TomlValue ofKind(TomlValue::Kind kind)
{
    TomlValue value;
    value.kind = kind;
    return value;
}

bool sameItems(const TomlValue &one, const TomlValue &other)
{
    return std::ranges::equal(one.items, other.items, sameValue);
}

bool sameMembers(const TomlValue &one, const TomlValue &other)
{
    return one.members.size() == other.members.size()
        && std::ranges::all_of(one.members, [&other](const TomlMember &member) {
               const TomlMember *match = other.member(member.key);
               return match != nullptr && sameValue(member.value, match->value);
           });
}

} // namespace

TomlValue tomlString(const QString &text)
{
    TomlValue value = ofKind(TomlValue::Kind::String);
    value.text = text;
    return value;
}

TomlValue tomlInteger(qint64 integer)
{
    TomlValue value = ofKind(TomlValue::Kind::Integer);
    value.integer = integer;
    value.number = static_cast<double>(integer);
    return value;
}

TomlValue tomlFloat(double number)
{
    TomlValue value = ofKind(TomlValue::Kind::Float);
    value.number = number;
    return value;
}

TomlValue tomlNumber(const QString &text)
{
    bool isInteger = false;
    const qint64 integer = text.toLongLong(&isInteger);
    if (isInteger) {
        return tomlInteger(integer);
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? tomlFloat(number) : tomlString(text);
}

TomlValue tomlBoolean(bool boolean)
{
    TomlValue value = ofKind(TomlValue::Kind::Boolean);
    value.boolean = boolean;
    return value;
}

TomlValue tomlArray(std::vector<TomlValue> items)
{
    TomlValue value = ofKind(TomlValue::Kind::Array);
    value.items = std::move(items);
    return value;
}

TomlValue tomlStrings(const QStringList &texts)
{
    TomlValue value = ofKind(TomlValue::Kind::Array);
    std::ranges::transform(texts, std::back_inserter(value.items), tomlString);
    return value;
}

TomlValue tomlTable(std::vector<TomlMember> members)
{
    TomlValue value = ofKind(TomlValue::Kind::Table);
    value.members = std::move(members);
    return value;
}

TomlMember tomlMember(const QString &key, TomlValue value)
{
    return {.key = key, .at = {}, .value = std::move(value)};
}

bool sameValue(const TomlValue &one, const TomlValue &other)
{
    if (one.kind != other.kind) {
        return false;
    }
    switch (one.kind) {
    case TomlValue::Kind::String:
        return one.text == other.text;
    case TomlValue::Kind::Integer:
        return one.integer == other.integer;
    case TomlValue::Kind::Float:
        return one.number == other.number || (std::isnan(one.number) && std::isnan(other.number));
    case TomlValue::Kind::Boolean:
        return one.boolean == other.boolean;
    case TomlValue::Kind::DateTime:
        return false;
    case TomlValue::Kind::Array:
        return sameItems(one, other);
    case TomlValue::Kind::Table:
        return sameMembers(one, other);
    }
    return false;
}

Result<QByteArray> writeToml(const TomlValue &value)
{
    switch (value.kind) {
    case TomlValue::Kind::String:
        if (!value.text.isValidUtf16()) {
            return failure(unwritable(QStringLiteral("The text holds half a character, which no file can.")));
        }
        return inQuotes(value.text);
    case TomlValue::Kind::Integer:
        return QByteArray::number(value.integer);
    case TomlValue::Kind::Float:
        return writeFloat(value.number);
    case TomlValue::Kind::Boolean:
        return QByteArray(value.boolean ? "true" : "false");
    case TomlValue::Kind::DateTime:
        return failure(unwritable(QStringLiteral("Dates and times cannot be written here.")));
    case TomlValue::Kind::Array:
        return writeArray(value);
    case TomlValue::Kind::Table:
        return writeTable(value);
    }
    return QByteArray();
}

QByteArray writeTomlKey(const QString &key)
{
    const QByteArray bytes = key.toUtf8();
    return isBareKey(bytes) ? bytes : inQuotes(key);
}

QString describePath(const KeyPath &path)
{
    QStringList names;
    for (const QString &key : path) {
        names.append(QString::fromUtf8(writeTomlKey(key)));
    }
    return names.join(u'.');
}

} // namespace nexus
