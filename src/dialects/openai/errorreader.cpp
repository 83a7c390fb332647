// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/jsonaccess.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/textreader.h"

namespace nexus::openai {

namespace {

// A text as it is, a number as it is written; anything else is nothing.
QByteArray wordOf(Json &object, const char *key)
{
    const Json *const member = memberOf(object, key);
    return member && member->is_number() ? toText(*member) : QByteArray::fromStdString(takeText(object, key));
}

// Where a value stands in the request, as Python servers tell it: ["body","messages",0].
QByteArray placeOf(Json &fault)
{
    QByteArray place;
    Json *const steps = memberOf(fault, "loc");
    if (!steps || !steps->is_array()) {
        return place;
    }
    for (const Json &step : *steps) {
        if (step.is_string() || step.is_number()) {
            place += place.isEmpty() ? "" : ".";
            place += step.is_string() ? QByteArray::fromStdString(step.get_ref<const std::string &>())
                                      : toText(step);
        }
    }
    return place;
}

QByteArray textOfFaults(Json &faults)
{
    QByteArray text;
    for (Json &fault : faults) {
        const QByteArray message = wordOf(fault, "msg");
        if (!message.isEmpty()) {
            const QByteArray place = placeOf(fault);
            text += (text.isEmpty() ? "" : "; ") + (place.isEmpty() ? message : place + ": " + message);
        }
    }
    return text;
}

ProviderError statementOf(Json &object)
{
    ProviderError error {.message = wordOf(object, "message"),
        .type = wordOf(object, "type"),
        .code = wordOf(object, "code"),
        .param = wordOf(object, "param")};
    // Google's code only repeats the HTTP status; its word for the case stands in `status`.
    const Json *const code = memberOf(object, "code");
    if (const QByteArray status = wordOf(object, "status");
        !status.isEmpty() && !(code && code->is_string())) {
        error.code = status;
    }
    return error;
}

ProviderError readStatement(Json &answer)
{
    Json *const error = memberOf(answer, "error");
    if (error && error->is_object()) {
        return statementOf(*error);
    }
    ProviderError statement = statementOf(answer);
    if (error && error->is_string()) {
        statement.message = wordOf(answer, "error");
    }
    if (Json *const detail = memberOf(answer, "detail"); detail && statement.message.isEmpty()) {
        statement.message = detail->is_array() ? textOfFaults(*detail) : wordOf(answer, "detail");
    }
    return statement;
}

// OpenRouter and others answer 200 and tell the status inside.
int statusInside(const QByteArray &code)
{
    const int number = code.toInt();
    return number >= 400 && number < 600 ? number : 0;
}

} // namespace

std::optional<ProviderError> readError(int status, const HeaderList &headers, const QByteArray &body)
{
    Q_UNUSED(headers)
    // Google wraps its error into a list.
    QByteArrayView text = QByteArrayView(body).trimmed();
    if (text.startsWith('[') && text.endsWith(']')) {
        text = text.sliced(1).chopped(1);
    }
    auto tree = readObject(text);
    if (!tree) {
        return std::nullopt;
    }
    ProviderError error = readStatement(*tree);
    if (error.message.isEmpty() && error.type.isEmpty() && error.code.isEmpty()) {
        return std::nullopt;
    }
    if (status < 400) {
        error.status = statusInside(error.code);
    }
    return error;
}

} // namespace nexus::openai
