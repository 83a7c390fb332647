// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixclient.h"

namespace nexus::matrix {

namespace {

struct NamedEvent {
    std::string name;
    Json data;
};

std::vector<NamedEvent> eventsOf(const QByteArray &body)
{
    std::vector<NamedEvent> events;
    NamedEvent event;
    for (const QByteArray &line : body.split('\n')) {
        if (line.startsWith("event: ")) {
            event.name = line.mid(7).toStdString();
        } else if (line.startsWith("data: ")) {
            event.data = Json::parse(line.mid(6).toStdString());
        } else if (line.isEmpty() && !event.data.is_null()) {
            events.push_back(std::exchange(event, {}));
        }
    }
    return events;
}

// Takes the events of one stream in their order, and notes where they break it.
class EventReader final {
public:
    explicit EventReader(ClientView &view)
        : m_view(view)
    { }

    void take(const NamedEvent &event)
    {
        const std::string type = event.data.at("type");
        expect(event.name == type, "an event with another name than its type");
        expect(m_stage != Stage::Over, "something behind the end");
        if (type == "message_start") {
            expect(m_stage == Stage::Nothing, "message_start in mid-stream");
            start(event.data.at("message"));
        } else if (type == "content_block_start") {
            openBlock(event.data);
        } else if (type == "content_block_delta") {
            grow(event.data);
        } else if (type == "content_block_stop") {
            expect(m_isBlockOpen && event.data.at("index") == m_index, "a block that was not open is closed");
            m_isBlockOpen = false;
            ++m_index;
        } else if (type == "message_delta") {
            end(event.data);
        } else if (type == "message_stop") {
            expect(m_stage == Stage::Ended, "message_stop before message_delta");
            m_view.isComplete = true;
            m_stage = Stage::Over;
        } else if (type == "error") {
            m_view.error = anthropicError(event.data);
            m_stage = Stage::Over;
        } else {
            expect(type == "ping", "an unknown event");
        }
    }

private:
    enum class Stage { Nothing, Blocks, Ended, Over };

    void expect(bool isRight, const char *problem)
    {
        if (!isRight) {
            m_view.problems.append(problem);
        }
    }

    void start(const Json &message)
    {
        m_stage = Stage::Blocks;
        m_view.model = message.at("model");
        static_cast<void>(anthropicUsage(message.at("usage")));
        expect(message.at("type") == "message" && message.at("role") == "assistant"
                && message.at("content").empty() && message.at("stop_reason").is_null()
                && message.at("id").get<std::string>().starts_with("msg_"),
            "the frame of the answer is wrong");
    }

    void openBlock(const Json &data)
    {
        expect(m_stage == Stage::Blocks && !m_isBlockOpen, "a block opens at the wrong time");
        expect(data.at("index") == m_index, "a block with the wrong index");
        const Json &block = data.at("content_block");
        m_isBlockOpen = true;
        m_type = block.at("type");
        if (m_type == "tool_use") {
            expect(block.at("input") == Json::object(), "a call begins with arguments");
            m_view.calls.push_back({block.at("id"), block.at("name"), {}});
        } else if (m_type == "text") {
            expect(block.at("text") == "", "a text begins with words");
        } else if (m_type == "thinking") {
            expect(block.at("thinking") == "" && block.at("signature") == "", "a thought begins with words");
        } else {
            expect(m_type == "redacted_thinking", "an unknown block");
        }
    }

    void grow(const Json &data)
    {
        expect(m_isBlockOpen && data.at("index") == m_index, "a block that is not open grows");
        const Json &delta = data.at("delta");
        const std::string type = delta.at("type");
        if (type == "text_delta") {
            expect(m_type == "text", "text outside of a text block");
            m_view.text += delta.at("text").get<std::string>();
        } else if (type == "thinking_delta") {
            expect(m_type == "thinking" && m_view.signature.empty(), "thoughts at the wrong place");
            m_view.thinking += delta.at("thinking").get<std::string>();
        } else if (type == "signature_delta") {
            expect(m_type == "thinking", "a signature outside of a thought");
            m_view.signature += delta.at("signature").get<std::string>();
        } else if (type == "input_json_delta") {
            expect(m_type == "tool_use", "arguments outside of a call");
            m_view.calls.at(m_view.calls.size() - 1).arguments += delta.at("partial_json").get<std::string>();
        } else {
            expect(false, "an unknown delta");
        }
    }

    void end(const Json &data)
    {
        expect(m_stage == Stage::Blocks && !m_isBlockOpen, "message_delta at the wrong time");
        m_stage = Stage::Ended;
        m_view.finish = data.at("delta").at("stop_reason");
        static_cast<void>(data["delta"].at("stop_sequence"));
        m_view.usage = anthropicUsage(data.at("usage"));
        for (ClientView::Call &call : m_view.calls) {
            call.arguments = call.arguments.empty() ? "{}" : call.arguments;
        }
    }

    ClientView &m_view;
    Stage m_stage = Stage::Nothing;
    std::string m_type;
    int m_index = 0;
    bool m_isBlockOpen = false;
};

} // namespace

void readAnthropicStream(const kit::Answer &answer, ClientView &view)
{
    EventReader reader(view);
    for (const NamedEvent &event : eventsOf(answer.body)) {
        reader.take(event);
    }
}

} // namespace nexus::matrix
