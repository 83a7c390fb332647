// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/answerschema.h"

#include "wire/json.h"
#include "wire/jsonaccess.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

// What translators see these words under.
struct AnswerSchemaWords {
    Q_DECLARE_TR_FUNCTIONS(AnswerSchema)
};

constexpr std::array typeNames {"string", "number", "integer", "boolean", "object", "array", "null"};
constexpr std::array schemaMaps {"properties", "patternProperties", "$defs", "definitions"};
constexpr std::array schemaLists {"anyOf", "oneOf", "allOf"};
constexpr std::array schemas {"not", "if", "then", "else", "contains", "propertyNames"};
constexpr std::array counts {
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"};
constexpr std::array numbers {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"};
const QLatin1String defaultName("answer");

// Walks through a schema up to its first problem.
class SchemaCheck final {
public:
    explicit SchemaCheck(const Json &root)
        : m_root(root)
    { }

    [[nodiscard]] QString problem()
    {
        (void)check(m_root, {});
        return m_problem;
    }

private:
    // Each returns whether all is well, so that the first problem ends the walk.
    bool check(const Json &schema, const QString &place)
    {
        if (schema.is_boolean() && !place.isEmpty()) {
            return true; // anything, or nothing
        }
        if (!schema.is_object()) {
            return report(place, AnswerSchemaWords::tr("A schema is an object in braces."));
        }
        return checkType(schema, place) && checkValues(schema, place) && checkReference(schema, place)
            && checkParts(schema, place) && checkRequired(schema, place);
    }

    bool checkType(const Json &schema, const QString &place)
    {
        const auto found = schema.find("type");
        if (found == schema.end()) {
            return true;
        }
        const Json list = found->is_array() ? *found : Json::array({*found});
        for (const Json &type : list) {
            if (!type.is_string()
                || std::ranges::find(typeNames, type.get<std::string>()) == typeNames.end()) {
                return report(inside(place, "type"),
                    AnswerSchemaWords::tr(
                        "%1 is no type. There are string, number, integer, boolean, object, "
                        "array and null.")
                        .arg(QString::fromUtf8(toText(type))));
            }
        }
        return !list.empty() || report(inside(place, "type"), AnswerSchemaWords::tr("The list is empty."));
    }

    bool checkValues(const Json &schema, const QString &place)
    {
        const auto values = schema.find("enum");
        if (values != schema.end() && (!values->is_array() || values->empty())) {
            return report(inside(place, "enum"),
                AnswerSchemaWords::tr("This has to be a list of the values that are allowed."));
        }
        for (const char *const key : numbers) {
            const auto found = schema.find(key);
            // Older schemas say true here.
            if (found != schema.end() && !found->is_number() && !found->is_boolean()) {
                return report(inside(place, key), AnswerSchemaWords::tr("This has to be a number."));
            }
        }
        for (const char *const key : counts) {
            const auto found = schema.find(key);
            if (found != schema.end() && (!found->is_number() || found->get<double>() < 0)) {
                return report(inside(place, key), AnswerSchemaWords::tr("This has to be a number from 0."));
            }
        }
        return true;
    }

    bool checkReference(const Json &schema, const QString &place)
    {
        const auto found = schema.find("$ref");
        if (found == schema.end()) {
            return true;
        }
        const std::string target = found->is_string() ? found->get<std::string>() : std::string();
        if (target.empty()) {
            return report(
                inside(place, "$ref"), AnswerSchemaWords::tr("This has to be a text like #/$defs/name."));
        }
        const bool isPath = target.starts_with("#/");
        if (isPath && !isThere(QUrl::fromPercentEncoding(QByteArray::fromStdString(target.substr(2))))) {
            return report(inside(place, "$ref"),
                AnswerSchemaWords::tr("%1 leads nowhere in this schema.")
                    .arg(QString::fromStdString(target)));
        }
        return true;
    }

    [[nodiscard]] bool isThere(const QString &path) const
    {
        const Json *at = &m_root;
        const QStringList steps = path.split(u'/');
        for (QString step : steps) {
            step.replace(QLatin1String("~1"), QLatin1String("/"))
                .replace(QLatin1String("~0"), QLatin1String("~"));
            if (at->is_array()) {
                bool isNumber = false;
                const std::size_t index = step.toUInt(&isNumber);
                if (!isNumber || index >= at->size()) {
                    return false;
                }
                at = &(*at)[index];
            } else if (const Json *const next = memberOf(*at, step.toStdString())) {
                at = next;
            } else {
                return false;
            }
        }
        return true;
    }

    bool checkParts(const Json &schema, const QString &place)
    {
        for (const char *const key : schemaMaps) {
            if (const auto found = schema.find(key);
                found != schema.end() && !checkMap(*found, inside(place, key))) {
                return false;
            }
        }
        for (const char *const key : schemaLists) {
            if (const auto found = schema.find(key);
                found != schema.end() && !checkList(*found, inside(place, key))) {
                return false;
            }
        }
        for (const char *const key : schemas) {
            if (const auto found = schema.find(key);
                found != schema.end() && !check(*found, inside(place, key))) {
                return false;
            }
        }
        const auto others = schema.find("additionalProperties");
        if (others != schema.end() && !check(*others, inside(place, "additionalProperties"))) {
            return false;
        }
        const auto items = schema.find("items");
        return items == schema.end()
            || (items->is_array() ? checkList(*items, inside(place, "items"))
                                  : check(*items, inside(place, "items")));
    }

    bool checkMap(const Json &map, const QString &place)
    {
        if (!map.is_object()) {
            return report(
                place, AnswerSchemaWords::tr("This has to be an object of names and their schemas."));
        }
        const auto members = map.items();
        return std::all_of(members.begin(), members.end(), [this, &place](const auto &member) {
            return check(member.value(), inside(place, member.key().c_str()));
        });
    }

    bool checkList(const Json &list, const QString &place)
    {
        if (!list.is_array() || list.empty()) {
            return report(place, AnswerSchemaWords::tr("This has to be a list of schemas."));
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!check(list[i], inside(place, std::to_string(i).c_str()))) {
                return false;
            }
        }
        return true;
    }

    bool checkRequired(const Json &schema, const QString &place)
    {
        const auto found = schema.find("required");
        if (found == schema.end()) {
            return true;
        }
        const bool isList = found->is_array()
            && std::ranges::all_of(*found, [](const Json &name) { return name.is_string(); });
        if (!isList) {
            return report(
                inside(place, "required"), AnswerSchemaWords::tr("This has to be a list of names."));
        }
        const auto others = schema.find("additionalProperties");
        const Json *const properties = memberOf(schema, "properties");
        const bool isClosed
            = others != schema.end() && *others == Json(false) && !schema.contains("patternProperties");
        for (const Json &name : *found) {
            const auto text = name.get<std::string>();
            if (isClosed && (properties == nullptr || !properties->contains(text))) {
                return report(inside(place, "required"),
                    AnswerSchemaWords::tr("“%1” is required, but it is not among the properties.")
                        .arg(QString::fromStdString(text)));
            }
        }
        return true;
    }

    [[nodiscard]] static QString inside(const QString &place, const char *step)
    {
        return place.isEmpty() ? QString::fromUtf8(step) : place + u'.' + QString::fromUtf8(step);
    }

    bool report(const QString &place, const QString &problem)
    {
        m_problem = place.isEmpty() ? problem : AnswerSchemaWords::tr("At %1: %2").arg(place, problem);
        return false;
    }

    const Json &m_root;
    QString m_problem;
};

// A schema has no member of that name itself.
bool isEnvelope(const Json &tree)
{
    const Json *const inner = memberOf(tree, "schema");
    return inner != nullptr && inner->is_object() && !tree.contains("type") && !tree.contains("properties");
}

} // namespace

QString problemOfJson(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QJsonParseError error;
    (void)QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = bytes.first(std::min<qsizetype>(error.offset, bytes.size())).count('\n') + 1;
        return AnswerSchemaWords::tr("This is not JSON. Look at line %1: %2")
            .arg(line)
            .arg(error.errorString());
    }
    return parseJson(bytes) ? QString()
                            : AnswerSchemaWords::tr("This JSON is nested too deeply. Make it simpler.");
}

QString problemOfSchema(const QString &schema)
{
    if (schema.trimmed().isEmpty()) {
        return AnswerSchemaWords::tr("Write a JSON schema, or choose another form of answers.");
    }
    if (QString problem = problemOfJson(schema); !problem.isEmpty()) {
        return problem;
    }
    const Json tree = parseJson(schema.toUtf8()).value_or(Json());
    if (!isEnvelope(tree)) {
        return SchemaCheck(tree).problem();
    }
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_-]{1,64}\\z"));
    if (!name.match(QString::fromStdString(textOf(tree, "name"))).hasMatch()) {
        return AnswerSchemaWords::tr(
            "The schema needs a name of letters, digits, - and _: {\"name\": \"answer\", \"schema\": {…}}.");
    }
    return SchemaCheck(*memberOf(tree, "schema")).problem();
}

Json schemaFormat(const QString &schema)
{
    Json tree = parseJson(schema.toUtf8()).value_or(Json::object());
    Json format {{"type", "json_schema"}};
    format["json_schema"] = isEnvelope(tree)
        ? std::move(tree)
        : Json {{"name", QString(defaultName).toStdString()}, {"schema", std::move(tree)}};
    return format;
}

} // namespace nexus
