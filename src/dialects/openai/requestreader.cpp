// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/fieldlist.h"
#include "dialects/openai/messagereader.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/optionreader.h"
#include "dialects/openai/toolreader.h"
#include "wire/requesttree.h"

namespace nexus::openai {

Result<ChatRequest> readRequest(const QByteArray &body)
{
    auto tree = readRequestTree(body);
    if (!tree) {
        return failure(tree.error());
    }
    std::optional<Error> problem;
    const Field field(*tree, problem);
    ChatRequest request;
    // Before the readers move the values out.
    request.dropped = droppedFields(field);
    request.model = field.member("model").requireString();
    request.messages = MessageReader().read(field.member("messages"));
    readTools(field, request);
    readOptions(field, request);
    if (problem) {
        return failure(std::move(*problem));
    }
    return request;
}

} // namespace nexus::openai
