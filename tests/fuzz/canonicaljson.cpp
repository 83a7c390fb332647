// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The canonical form says the same as the text it comes from, up to the order of members, and is its own
// canonical form; leaving a member out leaves the rest as it was.

#include "cache/canonicaljson.h"
#include "wire/jsonscan.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

// Sorts its members, so that order does not count; the last of the same name wins there too.
using Tree = nlohmann::json;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

Tree parse(QByteArrayView text)
{
    return Tree::parse(text.begin(), text.end(), nullptr, false);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto canonical = canonicalJson(text);
    require(canonical.has_value() == scanObject(text).has_value());
    if (!canonical) {
        return 0;
    }
    // An escape may grow from one short form to none, never the other way round.
    require(canonical->size() <= text.size());
    const auto again = canonicalJson(*canonical);
    require(again.has_value() && *again == *canonical);

    const Tree tree = parse(text);
    const Tree same = parse(*canonical);
    // The other parser refuses lone surrogates and numbers beyond double, which may have gone with a member.
    require(tree == same || tree.is_discarded());

    const auto without = canonicalJsonWithout(text, "model");
    require(without.has_value());
    if (!tree.is_discarded()) {
        Tree rest = tree;
        rest.erase("model");
        require(parse(*without) == rest);
    }
    return 0;
}
