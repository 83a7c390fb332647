// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/answerwords.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/bedrock/exceptions.h"
#include "wire/json.h"

namespace nexus::bedrock {

namespace {

constexpr qsizetype maxParsedBody = 1024 * 1024;

QByteArray firstText(const Json *object, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (std::string text = textOf(object, key); !text.empty()) {
            return QByteArray::fromStdString(text);
        }
    }
    return {};
}

} // namespace

std::optional<ProviderError> readError(int status, const HeaderList &headers, const QByteArray &body)
{
    const auto tree = body.size() <= maxParsedBody ? parseJson(body) : std::nullopt;
    const Json *object = tree ? &*tree : nullptr;
    QByteArray name = exceptionName(headers.value("x-amzn-errortype"));
    if (name.isEmpty()) {
        name = exceptionName(firstText(object, {"__type", "code"}));
    }
    const QByteArray message = firstText(object, {"message", "Message", "originalMessage"});
    if (name.isEmpty() && message.isEmpty()) {
        return std::nullopt;
    }
    ProviderError error = exceptionError(name, message);
    if (error.status == status) {
        error.status = 0;
    }
    return error;
}

} // namespace nexus::bedrock
