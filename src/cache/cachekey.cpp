// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachekey.h"

#include "cache/canonicaljson.h"

#include <QtEndian>

#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace nexus {

namespace {

// The room for all but the body.
constexpr qsizetype usualRest = 512;

// The length in front keeps two neighbours from being read as two others.
void addField(QByteArray &text, QByteArrayView field)
{
    const auto size = qToLittleEndian(static_cast<qint64>(field.size()));
    text.append(reinterpret_cast<const char *>(&size), sizeof size);
    text.append(field);
}

void addHeaders(QByteArray &text, const HeaderList &headers)
{
    std::vector<HeaderList::Field> fields(headers.begin(), headers.end());
    for (HeaderList::Field &field : fields) {
        field.first = field.first.toLower();
    }
    std::ranges::stable_sort(fields, std::less(), &HeaderList::Field::first);
    for (const auto &[name, value] : fields) {
        addField(text, name);
        addField(text, value);
    }
}

enum class BodyForm : char { Unfit, Canonical, Written };

CacheKey digestOf(const CacheKeyParts &parts, BodyForm form, const QByteArray &body)
{
    QByteArray text;
    text.reserve(body.size() + usualRest);
    text.append(static_cast<char>(parts.dialect)).append(static_cast<char>(parts.operation));
    text.append(static_cast<char>(form));
    for (const QByteArray &field :
        {parts.plan, parts.askedModel, parts.scope, QByteArray::number(qint64(parts.headers.size()))}) {
        addField(text, field);
    }
    addHeaders(text, parts.headers);
    addField(text, body);
    CacheKey key;
    static_assert(sizeof key.digest == SHA256_DIGEST_LENGTH);
    // OpenSSL's is several times as fast as the one of Qt.
    SHA256(reinterpret_cast<const uchar *>(text.constData()), static_cast<std::size_t>(text.size()),
        reinterpret_cast<uchar *>(key.digest.data()));
    return key;
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
    return canonical ? digestOf(parts, BodyForm::Canonical, *canonical)
                     : digestOf(parts, BodyForm::Unfit, parts.body);
}

CacheKey writtenKeyOf(const CacheKeyParts &parts)
{
    return digestOf(parts, BodyForm::Written, parts.body);
}

} // namespace nexus
