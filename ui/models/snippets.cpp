// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/snippets.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// These paths are served whatever the configuration says.
const QLatin1String openAiPath("/v1");
const QLatin1String anthropicPath("/anthropic");

// One string as Python, JavaScript and JSON read it.
QString quoted(const QString &text)
{
    QString out = text;
    out.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return QLatin1Char('"') + out + QLatin1Char('"');
}

// The same inside single quotes of a shell.
QString inShell(const QString &text)
{
    QString out = text;
    return out.replace(u'\'', QLatin1String("'\\''"));
}

QString certificateHint(SnippetKind kind)
{
    const QString why = QCoreApplication::translate("nexus::Snippets",
        "The certificate of the gateway has to be trusted. Where it is your own, say where it is:");
    switch (kind) {
    case SnippetKind::Python:
    case SnippetKind::LangChain:
        return QStringLiteral("# %1\n# export SSL_CERT_FILE=/path/to/ca.pem\n").arg(why);
    case SnippetKind::Node:
        return QStringLiteral("// %1\n// export NODE_EXTRA_CA_CERTS=/path/to/ca.pem\n").arg(why);
    case SnippetKind::Curl:
        return QStringLiteral("# %1\n# curl --cacert /path/to/ca.pem …\n").arg(why);
    case SnippetKind::ClaudeCode:
        return QStringLiteral("# %1\n# export NODE_EXTRA_CA_CERTS=/path/to/ca.pem\n").arg(why);
    case SnippetKind::Environment:
        return QStringLiteral("# %1\n# export SSL_CERT_FILE=/path/to/ca.pem\n").arg(why);
    }
    return {};
}

QString python(const QString &base, const QString &model)
{
    return QStringLiteral("from openai import OpenAI\n\n"
                          "client = OpenAI(base_url=%1, api_key=\"not-used\")\n\n"
                          "answer = client.chat.completions.create(\n"
                          "    model=%2,\n"
                          "    messages=[{\"role\": \"user\", \"content\": \"Hello!\"}],\n"
                          ")\n"
                          "print(answer.choices[0].message.content)\n")
        .arg(quoted(base), quoted(model));
}

QString node(const QString &base, const QString &model)
{
    return QStringLiteral("import OpenAI from \"openai\";\n\n"
                          "const client = new OpenAI({ baseURL: %1, apiKey: \"not-used\" });\n\n"
                          "const answer = await client.chat.completions.create({\n"
                          "  model: %2,\n"
                          "  messages: [{ role: \"user\", content: \"Hello!\" }],\n"
                          "});\n"
                          "console.log(answer.choices[0].message.content);\n")
        .arg(quoted(base), quoted(model));
}

QString langChain(const QString &base, const QString &model)
{
    return QStringLiteral("from langchain_openai import ChatOpenAI\n\n"
                          "llm = ChatOpenAI(\n"
                          "    base_url=%1,\n"
                          "    api_key=\"not-used\",\n"
                          "    model=%2,\n"
                          ")\n"
                          "print(llm.invoke(\"Hello!\").content)\n")
        .arg(quoted(base), quoted(model));
}

QString curl(const QString &base, const QString &model)
{
    const QString body
        = QStringLiteral("{\n    \"model\": %1,\n"
                         "    \"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]\n  }")
              .arg(quoted(model));
    return QStringLiteral("curl '%1/chat/completions' \\\n"
                          "  -H 'Content-Type: application/json' \\\n"
                          "  -d '%2'\n")
        .arg(inShell(base), inShell(body));
}

QString claudeCode(const QString &base, const QString &model)
{
    return QStringLiteral("export ANTHROPIC_BASE_URL='%1'\n"
                          "export ANTHROPIC_AUTH_TOKEN='not-used'\n"
                          "export ANTHROPIC_MODEL='%2'\n"
                          "claude\n")
        .arg(inShell(base), inShell(model));
}

QString variables(const QString &openAi, const QString &anthropic)
{
    return QStringLiteral("export OPENAI_BASE_URL='%1'\n"
                          "export OPENAI_API_KEY='not-used'\n"
                          "export ANTHROPIC_BASE_URL='%2'\n"
                          "export ANTHROPIC_AUTH_TOKEN='not-used'\n")
        .arg(inShell(openAi), inShell(anthropic));
}

} // namespace

QString openAiBaseUrl(const QUrl &address)
{
    return address.isEmpty() ? QString() : address.toString() + openAiPath;
}

std::vector<SnippetKind> snippetKinds()
{
    return {SnippetKind::Python, SnippetKind::Node, SnippetKind::LangChain, SnippetKind::Curl,
        SnippetKind::ClaudeCode, SnippetKind::Environment};
}

QString snippetTitle(SnippetKind kind)
{
    switch (kind) {
    case SnippetKind::Python:
        return QStringLiteral("Python");
    case SnippetKind::Node:
        return QStringLiteral("Node");
    case SnippetKind::LangChain:
        return QStringLiteral("LangChain");
    case SnippetKind::Curl:
        return QStringLiteral("curl");
    case SnippetKind::ClaudeCode:
        return QStringLiteral("Claude Code");
    case SnippetKind::Environment:
        return QCoreApplication::translate("nexus::Snippets", "Environment");
    }
    return {};
}

QString snippet(SnippetKind kind, const QUrl &address, const QString &model, bool isTls)
{
    const QString root = address.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    const QString openAi = root + openAiPath;
    const QString anthropic = root + anthropicPath;
    const QString hint = isTls ? certificateHint(kind) : QString();
    switch (kind) {
    case SnippetKind::Python:
        return hint + python(openAi, model);
    case SnippetKind::Node:
        return hint + node(openAi, model);
    case SnippetKind::LangChain:
        return hint + langChain(openAi, model);
    case SnippetKind::Curl:
        return hint + curl(openAi, model);
    case SnippetKind::ClaudeCode:
        return hint + claudeCode(anthropic, model);
    case SnippetKind::Environment:
        return hint + variables(openAi, anthropic);
    }
    return {};
}

} // namespace nexus
