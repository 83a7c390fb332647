// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The scanner accepts what another parser accepts, sees the same members, and a splice changes only `model`.

#include "wire/json.h"
#include "wire/jsonscan.h"
#include "wire/jsonstring.h"

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

constexpr char newModel[] = "new \"model\"\n";

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

// The other parser refuses lone surrogates and numbers beyond double, and takes a zero byte for the end and a
// byte order mark for nothing.
bool isBeyondComparison(QByteArrayView text)
{
    return text.contains("\\u") || text.contains('e') || text.contains('E') || text.contains('\0')
        || text.size() > 300 || text.startsWith("\xEF\xBB\xBF");
}

int depthOf(QByteArrayView text)
{
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : 0;
    }
    return depth; // an upper bound is enough
}

Json parse(QByteArrayView text)
{
    return Json::parse(text.begin(), text.end(), nullptr, false);
}

void checkMembers(QByteArrayView text, const std::vector<JsonMember> &members, const Json &tree)
{
    for (const auto &[key, value] : tree.items()) {
        const JsonMember *const member
            = findMember(members, QByteArrayView(key.data(), qsizetype(key.size())));
        require(member != nullptr);
        require(parse(member->in(text)) == value);
        if (value.is_string()) {
            require(stringValue(text, *member).toStdString() == value.get<std::string>());
        }
        if (value.is_array()) {
            const auto elements = scanArray(member->in(text));
            require(elements.has_value() && elements->size() == value.size());
            require(member->elementCount == qsizetype(value.size()));
        }
    }
}

void checkSplice(const QByteArray &text, const std::vector<JsonMember> &members, Json tree)
{
    const QByteArray spliced = spliceMember(text, members, "model", jsonString(newModel));
    if (tree.contains("model")) {
        tree["model"] = newModel;
    } else {
        require(spliced == text);
    }
    require(parse(spliced) == tree);
    const auto again = scanObject(spliced);
    require(again.has_value() && again->size() == members.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto members = scanObject(text);
    const Json tree = parse(text);
    if (!members) {
        // What is refused here is refused there, but for what the rules differ in.
        require(!tree.is_object() || text.contains('\0') || text.startsWith("\xEF\xBB\xBF")
            || depthOf(text) > 512);
        return 0;
    }
    if (tree.is_discarded()) {
        require(isBeyondComparison(text));
        return 0;
    }
    require(tree.is_object());
    checkMembers(text, *members, tree);
    checkSplice(text, *members, tree);
    return 0;
}
