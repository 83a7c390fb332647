// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachekey.h"

#include "cache/canonicaljson.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace nexus {

namespace {

// The length in front keeps two neighbours from being read as two others.
void addField(QCryptographicHash &hash, QByteArrayView field)
{
    const auto size = qToLittleEndian(static_cast<qint64>(field.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
    hash.addData(field);
}

void addHeaders(QCryptographicHash &hash, const HeaderList &headers)
{
    std::vector<HeaderList::Field> fields(headers.begin(), headers.end());
    for (HeaderList::Field &field : fields) {
        field.first = field.first.toLower();
    }
    std::ranges::stable_sort(fields, std::less(), &HeaderList::Field::first);
    for (const auto &[name, value] : fields) {
        addField(hash, name);
        addField(hash, value);
    }
}

} // namespace

std::size_t CacheKeyHash::operator()(const CacheKey &key) const noexcept
{
    std::size_t hash = 0;
    std::memcpy(&hash, key.digest.data(), sizeof hash);
    return hash;
}

CacheKey cacheKeyOf(const CacheKeyParts &parts)
{
    const Result<QByteArray> canonical = canonicalJsonWithout(parts.body, "model");
    const std::array kinds {static_cast<char>(parts.dialect), static_cast<char>(parts.operation),
        static_cast<char>(canonical.has_value())};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(kinds.data(), kinds.size()));
    for (const QByteArray &field :
        {parts.plan, parts.askedModel, parts.scope, QByteArray::number(qint64(parts.headers.size()))}) {
        addField(hash, field);
    }
    addHeaders(hash, parts.headers);
    addField(hash, canonical ? *canonical : parts.body);
    CacheKey key;
    const QByteArray digest = hash.result();
    std::ranges::copy(digest, key.digest.begin());
    return key;
}

} // namespace nexus
