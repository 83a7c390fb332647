// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/modelpage.h"

#include "wire/jsonaccess.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace nexus {

namespace {

constexpr qsizetype maxTextSize = 256;

using Keys = std::initializer_list<std::string_view>;

bool isPlain(QChar c)
{
    constexpr std::array unseen {
        QChar::Other_Control, QChar::Other_Format, QChar::Separator_Line, QChar::Separator_Paragraph};
    return std::ranges::find(unseen, c.category()) == unseen.end();
}

// The first text under one of the keys, or nothing.
QByteArray textUnder(const Json &object, Keys keys)
{
    for (const std::string_view key : keys) {
        std::string text = textOf(object, key);
        if (!text.empty()) {
            return QByteArray::fromStdString(text);
        }
    }
    return {};
}

bool isUsableId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= maxTextSize && id.trimmed() == id
        && std::ranges::all_of(QString::fromUtf8(id), isPlain);
}

// For people: what cannot be shown is taken out, and a long text is cut between two characters.
QByteArray shown(const QByteArray &text)
{
    QString plain = QString::fromUtf8(text.first(std::min(text.size(), 4 * maxTextSize)));
    plain.removeIf([](QChar c) { return !isPlain(c); });
    QByteArray out = plain.trimmed().toUtf8();
    if (out.size() > maxTextSize) {
        qsizetype end = maxTextSize;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        out.truncate(end);
    }
    return out;
}

// The first positive number under one of the keys, or 0.
qint64 numberUnder(const Json &object, Keys keys)
{
    constexpr double limit = 1e15;
    for (const std::string_view key : keys) {
        const Json *const value = memberOf(object, key);
        const double number = value != nullptr && value->is_number() ? value->get<double>() : 0;
        if (number >= 1 && number <= limit) {
            return static_cast<qint64>(number);
        }
    }
    return 0;
}

qint64 dateUnder(const Json &object, std::string_view key)
{
    const QDateTime date
        = QDateTime::fromString(QString::fromStdString(textOf(object, key)), Qt::ISODateWithMs);
    return date.isValid() ? std::max(qint64(0), date.toSecsSinceEpoch()) : 0;
}

// A list that is absent allows everything.
bool listsOneOf(const Json &object, std::string_view key, Keys words)
{
    const Json *const list = memberOf(object, key);
    if (list == nullptr || !list->is_array()) {
        return true;
    }
    return std::ranges::any_of(*list, [&words](const Json &item) {
        return item.is_string()
            && std::ranges::find(words, item.get_ref<const std::string &>()) != words.end();
    });
}

// Whether the list under the key names the word; nothing without such a list.
std::optional<bool> names(const Json &object, std::string_view key, std::string_view word)
{
    const Json *const list = memberOf(object, key);
    return list != nullptr && list->is_array() ? std::optional(std::ranges::find(*list, word) != list->end())
                                               : std::nullopt;
}

std::optional<bool> flagUnder(const Json &object, std::string_view key)
{
    const Json *const value = memberOf(object, key);
    return value != nullptr && value->is_boolean() ? std::optional(value->get<bool>()) : std::nullopt;
}

// OpenRouter's reference of `GET /api/v1/models` has `architecture.input_modalities` and
// `supported_parameters`. Where the parameter `reasoning` is not among these, it cannot be set, but the model
// may think all the same.
ModelAbilities openRouterAbilities(const Json &item)
{
    ModelAbilities abilities {.tools = names(item, "supported_parameters", "tools")};
    if (names(item, "supported_parameters", "reasoning") == true) {
        abilities.reasoning = true;
    }
    if (const Json *const architecture = memberOf(item, "architecture")) {
        abilities.vision = names(*architecture, "input_modalities", "image");
    }
    return abilities;
}

// Mistral's reference of `GET /v1/models` has `capabilities` as an object of flags.
ModelAbilities mistralAbilities(const Json &item)
{
    const Json *const able = memberOf(item, "capabilities");
    if (able == nullptr) {
        return {};
    }
    return {.vision = flagUnder(*able, "vision"),
        .tools = flagUnder(*able, "function_calling"),
        .reasoning = flagUnder(*able, "reasoning")};
}

// Anthropic's reference of `GET /v1/models` has `capabilities` as an object of objects with `supported`; none
// of them is about tools.
ModelAbilities anthropicAbilities(const Json &item)
{
    const Json *const able = memberOf(item, "capabilities");
    const auto supports = [able](std::string_view name) -> std::optional<bool> {
        const Json *const ability = able != nullptr ? memberOf(*able, name) : nullptr;
        return ability != nullptr ? flagUnder(*ability, "supported") : std::nullopt;
    };
    return {.vision = supports("image_input"), .reasoning = supports("thinking")};
}

DiscoveredModel openAiModel(const Json &item)
{
    if (item.is_string()) {
        return {.id = QByteArray::fromStdString(item.get_ref<const std::string &>())};
    }
    DiscoveredModel model {.id = textUnder(item, {"id", "name", "model"}),
        .created = numberUnder(item, {"created", "created_at"}),
        .ownedBy = textUnder(item, {"owned_by", "organization"}),
        .displayName = textUnder(item, {"display_name", "name"}),
        .contextTokens
        = numberUnder(item, {"context_length", "context_window", "max_model_len", "max_context_length"}),
        .maxOutputTokens = numberUnder(item, {"max_completion_tokens", "max_output_tokens"}),
        .abilities = combined(openRouterAbilities(item), mistralAbilities(item))};
    if (const Json *const provider = memberOf(item, "top_provider");
        provider != nullptr && model.maxOutputTokens == 0) {
        model.maxOutputTokens = numberUnder(*provider, {"max_completion_tokens"});
    }
    return model;
}

DiscoveredModel anthropicModel(const Json &item)
{
    return {.id = textUnder(item, {"id"}),
        .created = dateUnder(item, "created_at"),
        .ownedBy = "anthropic",
        .displayName = textUnder(item, {"display_name"}),
        .contextTokens = numberUnder(item, {"max_input_tokens"}),
        .maxOutputTokens = numberUnder(item, {"max_tokens"}),
        .abilities = anthropicAbilities(item)};
}

DiscoveredModel googleModel(const Json &item)
{
    if (!listsOneOf(item, "supportedGenerationMethods", {"generateContent", "embedContent"})) {
        return {};
    }
    QByteArray id = textUnder(item, {"name"});
    if (id.startsWith("models/")) {
        id.remove(0, 7);
    }
    return {.id = id,
        .ownedBy = "google",
        .displayName = textUnder(item, {"displayName"}),
        .contextTokens = numberUnder(item, {"inputTokenLimit"}),
        .maxOutputTokens = numberUnder(item, {"outputTokenLimit"}),
        .abilities = {.reasoning = flagUnder(item, "thinking")}};
}

// Who made a model stands before the name; a profile has its region in front of that, as in
// `us.anthropic.claude-…`.
QByteArray vendorOf(const QByteArray &id, bool isProfile)
{
    const QByteArrayList parts = id.split('.');
    const qsizetype at = isProfile ? 1 : 0;
    return parts.size() > at + 1 ? parts[at] : QByteArray();
}

DiscoveredModel foundationModel(const Json &item)
{
    const bool isServed = listsOneOf(item, "inferenceTypesSupported", {"ON_DEMAND"})
        && listsOneOf(item, "outputModalities", {"TEXT", "EMBEDDING"});
    if (!isServed) {
        return {};
    }
    const QByteArray id = textUnder(item, {"modelId"});
    return {.id = id,
        .ownedBy = vendorOf(id, false),
        .displayName = textUnder(item, {"modelName"}),
        .abilities = {.vision = names(item, "inputModalities", "IMAGE")}};
}

DiscoveredModel inferenceProfile(const Json &item)
{
    const QByteArray status = textUnder(item, {"status"});
    if (!status.isEmpty() && status != "ACTIVE") {
        return {};
    }
    const QByteArray id = textUnder(item, {"inferenceProfileId"});
    return {.id = id,
        .created = dateUnder(item, "createdAt"),
        .ownedBy = vendorOf(id, true),
        .displayName = textUnder(item, {"inferenceProfileName"})};
}

DiscoveredModel modelOf(ModelListKind kind, const Json &item)
{
    switch (kind) {
    case ModelListKind::OpenAi:
        return openAiModel(item);
    case ModelListKind::Anthropic:
        return anthropicModel(item);
    case ModelListKind::Google:
        return googleModel(item);
    case ModelListKind::FoundationModels:
        return foundationModel(item);
    case ModelListKind::InferenceProfiles:
        return inferenceProfile(item);
    }
    return {};
}

std::vector<std::string_view> listKeys(ModelListKind kind)
{
    switch (kind) {
    case ModelListKind::OpenAi:
        return {"data", "models"};
    case ModelListKind::Anthropic:
        return {"data"};
    case ModelListKind::Google:
        return {"models"};
    case ModelListKind::FoundationModels:
        return {"modelSummaries"};
    case ModelListKind::InferenceProfiles:
        return {"inferenceProfileSummaries"};
    }
    return {};
}

const Json *listIn(ModelListKind kind, const Json &tree)
{
    if (tree.is_array()) {
        return kind == ModelListKind::OpenAi ? &tree : nullptr;
    }
    for (const std::string_view key : listKeys(kind)) {
        const Json *const list = memberOf(tree, key);
        if (list != nullptr && list->is_array()) {
            return list;
        }
    }
    return nullptr;
}

// A provider with no model at all may leave the list out.
bool mayLackList(ModelListKind kind, const Json &tree)
{
    return kind == ModelListKind::Google && tree.is_object() && tree.empty();
}

QByteArray nextOf(ModelListKind kind, const Json &tree, const Json &list)
{
    switch (kind) {
    case ModelListKind::OpenAi:
    case ModelListKind::Anthropic: {
        const Json *const more = memberOf(tree, "has_more");
        if (more == nullptr || !more->is_boolean() || !more->get<bool>()) {
            return {};
        }
        const QByteArray last = textUnder(tree, {"last_id"});
        return last.isEmpty() && !list.empty() ? textUnder(list.back(), {"id"}) : last;
    }
    case ModelListKind::Google:
        return textUnder(tree, {"nextPageToken"});
    case ModelListKind::FoundationModels:
    case ModelListKind::InferenceProfiles:
        return textUnder(tree, {"nextToken"});
    }
    return {};
}

} // namespace

std::optional<ModelPage> readModelPage(ModelListKind kind, QByteArrayView body)
{
    const std::optional<Json> tree = parseJson(body);
    if (!tree) {
        return std::nullopt;
    }
    const Json *const list = listIn(kind, *tree);
    if (list == nullptr) {
        return mayLackList(kind, *tree) ? std::optional(ModelPage {}) : std::nullopt;
    }
    ModelPage page;
    for (const Json &item : *list) {
        DiscoveredModel model = modelOf(kind, item);
        if (!isUsableId(model.id)) {
            continue;
        }
        model.ownedBy = shown(model.ownedBy);
        model.displayName = shown(model.displayName);
        page.models.push_back(std::move(model));
    }
    page.next = nextOf(kind, *tree, *list);
    return page;
}

} // namespace nexus
