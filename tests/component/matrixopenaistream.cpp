// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixclient.h"

namespace nexus::matrix {

namespace {

// Takes the chunks of one stream in their order, and notes where they break it.
class ChunkReader final {
public:
    explicit ChunkReader(ClientView &view)
        : m_view(view)
    { }

    void take(const QByteArray &data)
    {
        expect(!m_isOver, "something behind the end");
        if (data == "[DONE]") {
            m_isOver = true;
            m_view.isComplete = true;
            expect(m_hasFinished, "[DONE] without a finish_reason");
            return;
        }
        const Json chunk = Json::parse(data.toStdString());
        if (chunk.contains("error")) {
            m_view.error = openAiError(chunk);
            m_isOver = true;
            return;
        }
        takeFrame(chunk);
        if (chunk.at("choices").empty()) {
            takeUsage(chunk);
            return;
        }
        expect(!m_view.usage, "a chunk behind the usage");
        expect(chunk.value("usage", Json()).is_null(), "counts beside a choice");
        takeChoice(chunk["choices"].at(0));
    }

private:
    void expect(bool isRight, const char *problem)
    {
        if (!isRight) {
            m_view.problems.append(problem);
        }
    }

    void takeFrame(const Json &chunk)
    {
        expect(chunk.at("object") == "chat.completion.chunk", "a chunk that calls itself otherwise");
        if (m_id.is_null()) {
            m_id = chunk.at("id");
            m_view.model = chunk.at("model");
            expect(chunk.at("choices").at(0).at("delta").at("role") == "assistant", "no role at first");
        }
        expect(chunk.at("id") == m_id, "another id in mid-stream");
        expect(chunk.at("model") == m_view.model, "another model in mid-stream");
        expect(chunk.at("created").get<std::int64_t>() > 0, "no time");
    }

    void takeUsage(const Json &chunk)
    {
        expect(m_hasFinished, "usage before the finish");
        expect(!m_view.usage, "usage twice");
        m_view.usage = openAiUsage(chunk.at("usage"));
    }

    void takeChoice(const Json &choice)
    {
        expect(!m_hasFinished, "a choice behind the finish");
        expect(choice.at("index") == 0, "a choice that nobody asked for");
        const Json &delta = choice.at("delta");
        m_view.thinking += textOf(delta, "reasoning_content");
        m_view.text += textOf(delta, "content");
        for (const Json &call : delta.value("tool_calls", Json::array())) {
            takeCall(call);
        }
        if (const Json &reason = choice.at("finish_reason"); !reason.is_null()) {
            m_view.finish = reason;
            m_hasFinished = true;
        }
    }

    void takeCall(const Json &call)
    {
        const std::size_t index = call.at("index");
        const Json function = call.value("function", Json::object());
        if (index == m_view.calls.size()) {
            expect(call.at("type") == "function", "a call that is no function");
            m_view.calls.push_back({call.at("id"), function.at("name"), {}});
        } else {
            expect(!call.contains("id") && !function.contains("name"), "a call that begins twice");
        }
        m_view.calls.at(index).arguments += textOf(function, "arguments");
    }

    static std::string textOf(const Json &object, const char *member)
    {
        const Json value = object.value(member, Json());
        return value.is_string() ? value.get<std::string>() : std::string();
    }

    ClientView &m_view;
    Json m_id;
    bool m_hasFinished = false;
    bool m_isOver = false;
};

} // namespace

void readOpenAiStream(const kit::Answer &answer, ClientView &view)
{
    ChunkReader reader(view);
    for (const QByteArray &event : answer.events()) {
        reader.take(event);
    }
}

} // namespace nexus::matrix
