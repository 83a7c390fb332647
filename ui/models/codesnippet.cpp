// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/codesnippet.h"

#include "wire/json.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// What translators see these words under.
struct ChatCodeWords {
    Q_DECLARE_TR_FUNCTIONS(ChatCode)
};

// The kernel takes no longer argument of a program than 128 KiB.
constexpr qsizetype maxArgument = 96 * 1024;
const QLatin1String endOfBody("NEXUS_BODY");
const QLatin1String noToken("\"not-used\"");

QString quoted(const QString &text)
{
    return QString::fromUtf8(toText(Json(text.toStdString())));
}

QString inShell(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString indented(const Json &tree)
{
    return QString::fromStdString(tree.dump(2, ' ', false, Json::error_handler_t::replace));
}

QString leaf(const Json &value)
{
    if (value.is_boolean()) {
        return value.get<bool>() ? QStringLiteral("True") : QStringLiteral("False");
    }
    return value.is_null() ? QStringLiteral("None") : QString::fromUtf8(toText(value));
}

// JSON in the words of Python, which differ for three values alone.
QString pythonValue(const Json &value, int depth)
{
    if (!value.is_structured()) {
        return leaf(value);
    }
    const QChar open = value.is_object() ? QLatin1Char('{') : QLatin1Char('[');
    const QChar close = value.is_object() ? QLatin1Char('}') : QLatin1Char(']');
    if (value.empty()) {
        return QString(open) + close;
    }
    const QString inner((depth + 1) * 4, QLatin1Char(' '));
    QString out(open);
    out += QLatin1Char('\n');
    for (const auto &[key, member] : value.items()) {
        out += inner;
        if (value.is_object()) {
            out += quoted(QString::fromStdString(key)) + QLatin1String(": ");
        }
        out += pythonValue(member, depth + 1) + QLatin1String(",\n");
    }
    return out + QString(depth * 4, QLatin1Char(' ')) + close;
}

QString certificateHint(ChatCode code)
{
    const QString why = ChatCodeWords::tr(
        "The certificate of the gateway has to be trusted. Where it is your own, say where it is:");
    switch (code) {
    case ChatCode::Python:
        return QStringLiteral("# %1\n# export SSL_CERT_FILE=/path/to/ca.pem\n").arg(why);
    case ChatCode::Node:
        return QStringLiteral("// %1\n// export NODE_EXTRA_CA_CERTS=/path/to/ca.pem\n").arg(why);
    case ChatCode::Curl:
        return QStringLiteral("# %1\n# export CURL_CA_BUNDLE=/path/to/ca.pem\n").arg(why);
    }
    return {};
}

QString python(const QString &base, const ChatPlace &place, const Json &body)
{
    QString out = place.needsToken ? QStringLiteral("import os\n\n") : QString();
    out += QLatin1String("from openai import OpenAI\n\nclient = OpenAI(base_url=") + quoted(base)
        + QLatin1String(", api_key=")
        + (place.needsToken ? QLatin1String("os.environ[\"NEXUS_TOKEN\"]") : noToken)
        + QLatin1String(")\n\nanswer = client.chat.completions.create(\n");
    for (const auto &[key, value] : body.items()) {
        out += QLatin1String("    ") + QString::fromStdString(key) + QLatin1Char('=') + pythonValue(value, 1)
            + QLatin1String(",\n");
    }
    const bool hasTools = body.contains("tools");
    return out + QLatin1String(")\nprint(answer.choices[0].message")
        + (hasTools ? QLatin1String(")\n") : QLatin1String(".content)\n"));
}

QString node(const QString &base, const ChatPlace &place, const Json &body)
{
    const bool hasTools = body.contains("tools");
    return QLatin1String("import OpenAI from \"openai\";\n\nconst client = new OpenAI({ baseURL: ")
        + quoted(base) + QLatin1String(", apiKey: ")
        + (place.needsToken ? QLatin1String("process.env.NEXUS_TOKEN") : noToken)
        + QLatin1String(" });\n\nconst answer = await client.chat.completions.create(") + indented(body)
        + QLatin1String(");\nconsole.log(answer.choices[0].message")
        + (hasTools ? QLatin1String(");\n") : QLatin1String(".content);\n"));
}

QString curl(const QString &base, const ChatPlace &place, const Json &body)
{
    QString out = QLatin1String("curl ") + inShell(base + QLatin1String("/chat/completions"))
        + QLatin1String(" \\\n  -H 'Content-Type: application/json' \\\n");
    if (place.needsToken) {
        out += QLatin1String("  -H \"Authorization: Bearer $NEXUS_TOKEN\" \\\n");
    }
    const QString text = indented(body);
    if (text.toUtf8().size() < maxArgument) {
        return out + QLatin1String("  -d ") + inShell(text) + QLatin1Char('\n');
    }
    // No line of JSON is this word alone.
    return out + QLatin1String("  --data-binary @- <<'") + endOfBody + QLatin1String("'\n") + text
        + QLatin1Char('\n') + endOfBody + QLatin1Char('\n');
}

} // namespace

std::vector<ChatCode> chatCodes()
{
    return {ChatCode::Python, ChatCode::Node, ChatCode::Curl};
}

QString chatCodeTitle(ChatCode code)
{
    switch (code) {
    case ChatCode::Python:
        return QStringLiteral("Python");
    case ChatCode::Node:
        return QStringLiteral("Node");
    case ChatCode::Curl:
        return QStringLiteral("curl");
    }
    return {};
}

QString chatCode(ChatCode code, const ChatPlace &place, const QByteArray &body)
{
    const Json tree = parseJson(body).value_or(Json::object());
    const QString base
        = place.address.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + QLatin1String("/v1");
    const QString hint = place.isTls ? certificateHint(code) : QString();
    switch (code) {
    case ChatCode::Python:
        return hint + python(base, place, tree);
    case ChatCode::Node:
        return hint + node(base, place, tree);
    case ChatCode::Curl:
        return hint + curl(base, place, tree);
    }
    return {};
}

} // namespace nexus
