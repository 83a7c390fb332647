// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keyset.h"

#include "wire/jsonaccess.h"
#include "wire/jsonscan.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxLoggedId = 64;

Error noKeySet(const QString &why)
{
    return {.kind = ErrorKind::UpstreamInvalid, .message = why, .detail = {}};
}

QByteArray loggedId(QByteArrayView key)
{
    const std::optional<Json> tree = parseJson(key);
    return tree ? QByteArray::fromStdString(textOf(*tree, "kid")).left(maxLoggedId) : QByteArray();
}

} // namespace

Result<KeySet> readKeySet(QByteArrayView document)
{
    if (document.size() > KeySet::maxSize) {
        return failure(noKeySet(QStringLiteral("it is longer than 1 MiB")));
    }
    if (document.startsWith("\xEF\xBB\xBF")) {
        document = document.sliced(3);
    }
    const auto members = scanObject(document);
    if (!members) {
        return failure(noKeySet(members.error().message));
    }
    const auto isKeys = [](const JsonMember &member) { return member.key == "keys"; };
    if (std::ranges::count_if(*members, isKeys) != 1) {
        return failure(noKeySet(QStringLiteral("it has not exactly one member 'keys'")));
    }
    const QByteArrayView list = std::ranges::find_if(*members, isKeys)->in(document);
    const auto spans = scanArray(list);
    if (!spans) {
        return failure(noKeySet(QStringLiteral("its member 'keys' is no array")));
    }
    if (spans->size() > KeySet::maxKeys) {
        return failure(noKeySet(QStringLiteral("it has more than %1 keys").arg(KeySet::maxKeys)));
    }
    KeySet set;
    for (const JsonSpan &span : *spans) {
        Result<Jwk> key = readJwk(span.in(list));
        if (key) {
            set.keys.push_back(std::move(*key));
        } else {
            set.skipped.push_back({loggedId(span.in(list)), key.error().message});
        }
    }
    return set;
}

} // namespace nexus
