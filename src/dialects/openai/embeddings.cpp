// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"
#include "dialects/openai/textreader.h"
#include "wire/fieldreader.h"
#include "wire/jsonstring.h"
#include "wire/requesttree.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace nexus::openai {

namespace {

using namespace std::string_view_literals;

std::vector<std::string> readInputs(const Field &field)
{
    std::vector<std::string> inputs;
    if (field.isString()) {
        inputs.push_back(field.requireString());
        return inputs;
    }
    if (!field.isArray()) {
        field.refuse(QStringLiteral("must be a string or an array of strings"));
        return inputs;
    }
    field.forEach([&](const Field &input) {
        if (input.isString()) {
            inputs.push_back(input.requireString());
        } else {
            input.refuseUntranslatable(
                QStringLiteral("it takes texts and no tokens. Send an array of strings"));
        }
    });
    if (inputs.empty()) {
        field.refuse(QStringLiteral("must hold at least one text"));
    }
    return inputs;
}

bool readIsBase64(const Field &field)
{
    const std::string format = field.takeString();
    if (!format.empty() && format != "float" && format != "base64") {
        field.refuse(QStringLiteral("must be `float` or `base64`"));
    }
    return format == "base64";
}

void appendNumbers(QByteArray &out, const std::vector<float> &vector)
{
    std::array<char, 32> digits {};
    out.append('[');
    for (std::size_t i = 0; i < vector.size(); ++i) {
        // JSON knows no infinity.
        const float value = std::isfinite(vector[i]) ? vector[i] : 0;
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        out.append(i == 0 ? "" : ",").append(digits.data(), written.ptr - digits.data());
    }
    out.append(']');
}

void appendBase64(QByteArray &out, const std::vector<float> &vector)
{
    QByteArray bytes(qsizetype(vector.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(vector.data(), qsizetype(vector.size()), bytes.data());
    out.append('"').append(bytes.toBase64()).append('"');
}

} // namespace

Result<EmbeddingRequest> readEmbeddingRequest(const QByteArray &body)
{
    constexpr std::array read {"model"sv, "input"sv, "dimensions"sv, "encoding_format"sv, "input_type"sv};
    auto tree = readRequestTree(body);
    if (!tree) {
        return failure(tree.error());
    }
    std::optional<Error> problem;
    const Field field(*tree, problem);
    EmbeddingRequest request;
    field.forEachName([&](const std::string &name) {
        if (std::ranges::find(read, name) == read.end()) {
            request.dropped.push_back(name);
        }
    });
    request.model = field.member("model").requireString();
    request.inputs = readInputs(field.member("input"));
    request.dimensions = field.member("dimensions").integer();
    request.isBase64 = readIsBase64(field.member("encoding_format"));
    request.inputType = field.member("input_type").takeString();
    if (problem) {
        return failure(std::move(*problem));
    }
    return request;
}

QByteArray writeEmbeddingAnswer(
    const EmbeddingAnswer &answer, const EmbeddingRequest &request, const std::string &model)
{
    QByteArray out = "{\"object\":\"list\",\"data\":[";
    for (std::size_t i = 0; i < answer.vectors.size(); ++i) {
        out += (i == 0 ? "" : ",") + QByteArrayLiteral("{\"object\":\"embedding\",\"index\":")
            + QByteArray::number(qulonglong(i)) + ",\"embedding\":";
        if (request.isBase64) {
            appendBase64(out, answer.vectors[i]);
        } else {
            appendNumbers(out, answer.vectors[i]);
        }
        out += '}';
    }
    const QByteArray tokens = QByteArray::number(answer.inputTokens);
    return out + "],\"model\":" + jsonString(model) + ",\"usage\":{\"prompt_tokens\":" + tokens
        + ",\"total_tokens\":" + tokens + "}}";
}

} // namespace nexus::openai
