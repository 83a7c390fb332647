// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestcode.h"

#include "ledger/bodies/mediashelf.h"
#include "wire/json.h"
#include "wire/jsonscan.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace nexus {

namespace {

// What translators see these words under.
struct RequestCodeWords {
    Q_DECLARE_TR_FUNCTIONS(RequestCode)
};

constexpr const char *anthropicVersion = "2023-06-01";
constexpr qsizetype longestArgument = 100'000; // Linux takes 128 KiB in one

tl::unexpected<Error> refused(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

// What the history writes in place of base64.
const QRegularExpression &removedMedia()
{
    static const QRegularExpression note(QStringLiteral("\\{size:\\d+,sha256:([0-9a-f]{64})\\}"));
    return note;
}

bool hasRemoved(const QByteArray &prompt)
{
    return removedMedia().match(QString::fromUtf8(prompt)).hasMatch();
}

QString inShell(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString quoted(const QString &text)
{
    return QString::fromUtf8(toText(Json(text.toStdString())));
}

QString indented(const Json &tree, int spaces)
{
    return QString::fromStdString(tree.dump(spaces, ' ', false, Json::error_handler_t::replace));
}

// JSON in the words of Python, which differ for three values alone.
QString pythonValue(const Json &value, int depth)
{
    const QString inner = QString((depth + 1) * 4, QLatin1Char(' '));
    const QString outer = QString(depth * 4, QLatin1Char(' '));
    QStringList parts;
    if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            parts.append(inner + quoted(QString::fromStdString(key)) + QLatin1String(": ")
                + pythonValue(member, depth + 1));
        }
    } else if (value.is_array()) {
        for (const Json &element : value) {
            parts.append(inner + pythonValue(element, depth + 1));
        }
    } else if (value.is_boolean()) {
        return value.get<bool>() ? QStringLiteral("True") : QStringLiteral("False");
    } else if (value.is_null()) {
        return QStringLiteral("None");
    } else {
        return indented(value, -1);
    }
    const QChar open = value.is_object() ? QLatin1Char('{') : QLatin1Char('[');
    const QChar close = value.is_object() ? QLatin1Char('}') : QLatin1Char(']');
    if (parts.isEmpty()) {
        return QString(open) + close;
    }
    return open + QLatin1Char('\n') + parts.join(QLatin1String(",\n")) + QLatin1String(",\n") + outer + close;
}

QString curl(const Replay &replay)
{
    QString text = QStringLiteral("curl %1 \\\n  -H 'content-type: application/json' \\\n")
                       .arg(inShell(replay.url.toString()));
    if (replay.dialect == Dialect::Anthropic) {
        text += QStringLiteral("  -H 'anthropic-version: %1' \\\n").arg(QLatin1String(anthropicVersion));
    }
    const QString body = QString::fromUtf8(replay.body);
    if (replay.body.size() > longestArgument) {
        return text + QStringLiteral("  -d @- <<'JSON'\n") + body + QStringLiteral("\nJSON\n");
    }
    return text + QStringLiteral("  -d ") + inShell(body) + QLatin1Char('\n');
}

QString python(const Replay &replay, const Json &tree)
{
    const QString headers = replay.dialect == Dialect::Anthropic
        ? QStringLiteral("    headers={\"anthropic-version\": \"%1\"},\n")
              .arg(QLatin1String(anthropicVersion))
        : QString();
    return QStringLiteral("import requests\n\nanswer = requests.post(\n    ") + quoted(replay.url.toString())
        + QLatin1String(",\n") + headers + QLatin1String("    json=") + pythonValue(tree, 1)
        + QLatin1String(",\n)\nprint(answer.text)\n");
}

QString node(const Replay &replay, const Json &tree)
{
    const QString version = replay.dialect == Dialect::Anthropic
        ? QStringLiteral(", \"anthropic-version\": \"%1\"").arg(QLatin1String(anthropicVersion))
        : QString();
    return QStringLiteral("const answer = await fetch(") + quoted(replay.url.toString())
        + QLatin1String(", {\n  method: \"POST\",\n  headers: { \"content-type\": \"application/json\"")
        + version + QLatin1String(" },\n  body: JSON.stringify(") + indented(tree, 2)
        + QLatin1String("),\n});\nconsole.log(await answer.text());\n");
}

} // namespace

QByteArray withMedia(const QByteArray &prompt, const MediaShelf &media)
{
    const QString text = QString::fromUtf8(prompt);
    QByteArray whole;
    qsizetype end = 0;
    for (auto notes = removedMedia().globalMatch(text); notes.hasNext();) {
        const QRegularExpressionMatch note = notes.next();
        const QByteArray bytes = media.find(note.captured(1).toLatin1());
        whole += QStringView(text).mid(end, note.capturedStart() - end).toUtf8();
        whole += bytes.isEmpty() ? note.captured().toUtf8() : bytes.toBase64();
        end = note.capturedEnd();
    }
    return whole + QStringView(text).mid(end).toUtf8();
}

Result<Replay> replayOf(
    const QByteArray &prompt, const QUrl &address, const QString &path, Dialect dialect, const QString &model)
{
    if (prompt.isEmpty()) {
        return refused(RequestCodeWords::tr("The prompt of this request was not kept."));
    }
    if (hasRemoved(prompt)) {
        return refused(RequestCodeWords::tr(
            "The images and files of this prompt were not kept, so that it cannot be sent again."));
    }
    const Result<std::vector<JsonMember>> members = scanObject(prompt);
    if (!members) {
        return refused(RequestCodeWords::tr(
            "The prompt was too long to be kept whole, so that it cannot be sent again."));
    }
    Replay replay {.url = address, .body = prompt, .dialect = dialect};
    replay.url.setPath(path);
    if (!model.isEmpty()) {
        replay.body = spliceMember(prompt, *members, "model", quoted(model).toUtf8());
    }
    return replay;
}

QString requestCode(RequestCode code, const Replay &replay)
{
    const Json tree = parseJson(replay.body).value_or(Json::object());
    switch (code) {
    case RequestCode::Curl:
        return curl(replay);
    case RequestCode::Python:
        return python(replay, tree);
    case RequestCode::Node:
        return node(replay, tree);
    }
    return {};
}

} // namespace nexus
