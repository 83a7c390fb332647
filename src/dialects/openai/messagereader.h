// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/fieldreader.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace nexus::openai {

//! \brief Reads the messages of one request in order; results learn their tools' names from the calls.
class MessageReader final {
public:
    //! \brief All of \a messages. What is wrong is noted in the field.
    [[nodiscard]] std::vector<Message> read(const Field &messages);

private:
    [[nodiscard]] Message readMessage(const Field &field);
    [[nodiscard]] Message readAssistant(const Field &field);
    [[nodiscard]] Message readToolResult(const Field &field);
    [[nodiscard]] Message readFunctionResult(const Field &field);
    void readToolCall(const Field &field, std::vector<MessagePart> &parts);
    void readFunctionCall(const Field &field, std::vector<MessagePart> &parts);

    std::unordered_map<std::string, std::string> m_names; // of the tools called so far, by the call's id
    std::string m_functionName; // of the latest `function_call`, which has no id of its own
    std::string m_functionId; // made here
};

} // namespace nexus::openai
