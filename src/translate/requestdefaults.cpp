// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/requestdefaults.h"

#include "dialects/openai/modeltraits.h"
#include "wire/jsonscan.h"
#include "wire/jsonstring.h"

#include <QLocale>

#include <algorithm>
#include <string_view>

namespace nexus {

namespace {

// Bytes that take the place of others.
struct Edit {
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
};

//! \brief Collects what changes in a request and writes it in one go.
class RequestEditor final {
public:
    explicit RequestEditor(const ClientRequest &request)
        : m_request(request)
    { }

    [[nodiscard]] bool says(QByteArrayView key) const
    {
        const JsonMember *member = findMember(m_request.members, key);
        return member && member->type != JsonType::Null;
    }

    //! \brief Gives \a key the raw \a value, which it does not have yet. Where it stands as null, it stays
    //! there.
    void set(const QByteArray &key, const QByteArray &value)
    {
        if (!findMember(m_request.members, key)) {
            m_added += ",\"" + key + "\":" + value;
            return;
        }
        // All of them, so that no two parsers disagree.
        for (const JsonMember &member : m_request.members) {
            if (member.key == key) {
                m_edits.push_back({.begin = member.begin, .end = member.end, .text = value});
            }
        }
    }

    //! \brief Puts \a message in front of the others.
    void addFirstMessage(const QByteArray &message)
    {
        for (const JsonMember &member : m_request.members) {
            if (member.key == "messages" && member.type == JsonType::Array) {
                const QByteArray separator = member.elementCount > 0 ? "," : "";
                m_edits.push_back(
                    {.begin = member.begin + 1, .end = member.begin + 1, .text = message + separator});
            }
        }
    }

    [[nodiscard]] ClientRequest edited() const;

private:
    const ClientRequest &m_request;
    std::vector<Edit> m_edits;
    QByteArray m_added; // behind the last member
};

ClientRequest RequestEditor::edited() const
{
    if (m_edits.empty() && m_added.isEmpty()) {
        return m_request;
    }
    // Edits never overlap: each belongs to another member.
    std::vector<Edit> edits = m_edits;
    const QByteArray &body = m_request.body;
    const qsizetype last = body.lastIndexOf('}');
    edits.push_back({.begin = last, .end = last, .text = m_added});
    std::ranges::sort(edits, std::less(), &Edit::begin);
    ClientRequest result = m_request;
    result.body.clear();
    qsizetype copied = 0;
    for (const Edit &edit : edits) {
        result.body.append(body.constData() + copied, edit.begin - copied);
        result.body.append(edit.text);
        copied = edit.end;
    }
    result.body.append(body.constData() + copied, body.size() - copied);
    auto members = scanObject(result.body);
    if (!members) {
        return m_request;
    }
    result.members = std::move(*members);
    return result;
}

// Whether one of the messages says how the model is to behave.
bool hasSystemMessage(const ClientRequest &request)
{
    const JsonMember *messages = findMember(request.members, "messages");
    const auto elements = messages ? scanArray(messages->in(request.body)) : Result<std::vector<JsonSpan>>();
    if (!elements) {
        return false;
    }
    return std::ranges::any_of(*elements, [&](const JsonSpan &element) {
        const QByteArrayView text = element.in(messages->in(request.body));
        const auto members = scanObject(text);
        const JsonMember *role = members ? findMember(*members, "role") : nullptr;
        const QByteArray name = role ? stringValue(text, *role) : QByteArray();
        return name == "system" || name == "developer";
    });
}

void addSystem(RequestEditor &editor, const ClientRequest &request, const QString &system, Dialect client)
{
    const QByteArray text = jsonString(system.toUtf8());
    if (client == Dialect::Anthropic) {
        if (!editor.says("system")) {
            editor.set("system", text);
        }
        return;
    }
    if (!hasSystemMessage(request)) {
        editor.addFirstMessage(R"({"role":"system","content":)" + text + '}');
    }
}

void addMaxTokens(
    RequestEditor &editor, Operation operation, int maxTokens, Dialect client, QByteArrayView model)
{
    if (editor.says("max_tokens") || (client == Dialect::OpenAi && editor.says("max_completion_tokens"))) {
        return;
    }
    const std::string_view name(model.data(), static_cast<std::size_t>(model.size()));
    const bool isReasoner = client == Dialect::OpenAi && operation == Operation::Chat
        && openai::traitsOf(name).isOpenAiReasoner;
    editor.set(isReasoner ? "max_completion_tokens" : "max_tokens", QByteArray::number(maxTokens));
}

} // namespace

ClientRequest withDefaults(
    const ClientRequest &request, const RequestDefaults &defaults, Dialect client, QByteArrayView model)
{
    const Operation operation = request.operation;
    if (defaults.isEmpty() || operation == Operation::Embeddings) {
        return request;
    }
    RequestEditor editor(request);
    const bool isGenerating = operation != Operation::CountTokens;
    if (isGenerating && defaults.temperature && !editor.says("temperature")) {
        editor.set(
            "temperature", QByteArray::number(*defaults.temperature, 'g', QLocale::FloatingPointShortest));
    }
    if (isGenerating && defaults.maxTokens) {
        addMaxTokens(editor, operation, *defaults.maxTokens, client, model);
    }
    if (operation != Operation::Completions && defaults.system) {
        addSystem(editor, request, *defaults.system, client);
    }
    return editor.edited();
}

} // namespace nexus
