// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/verifiedtokens.h"

#include <openssl/sha.h>

#include <cstring>
#include <iterator>

namespace nexus {

VerifiedTokens::VerifiedTokens(TimeSource time)
    : m_time(std::move(time))
{ }

ClaimsPointer VerifiedTokens::find(QByteArrayView token, const KeySetPointer &keys)
{
    use(keys);
    if (m_entries.empty()) {
        return nullptr;
    }
    const auto found = m_byDigest.find(digestOf(token));
    if (found == m_byDigest.end()) {
        return nullptr;
    }
    const Entries::iterator entry = found->second;
    if (entry->until <= m_time()) {
        drop(entry);
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return entry->claims;
}

void VerifiedTokens::put(QByteArrayView token, const KeySetPointer &keys, ClaimsPointer claims)
{
    use(keys);
    const Digest digest = digestOf(token);
    if (const auto found = m_byDigest.find(digest); found != m_byDigest.end()) {
        drop(found->second);
    }
    const TimePoint now = m_time();
    m_entries.push_front(
        {.digest = digest, .claims = std::move(claims), .until = now + lifetime, .bytes = token.size()});
    m_byDigest.emplace(digest, m_entries.begin());
    m_bytes += token.size();
    trim(now);
}

void VerifiedTokens::remove(QByteArrayView token)
{
    if (const auto found = m_byDigest.find(digestOf(token)); found != m_byDigest.end()) {
        drop(found->second);
    }
}

void VerifiedTokens::clear()
{
    m_byDigest.clear();
    m_entries.clear();
    m_bytes = 0;
    m_keys.reset();
}

// Also the first bytes of a forger's token say nothing about the digest of a good one.
VerifiedTokens::Digest VerifiedTokens::digestOf(QByteArrayView token)
{
    Digest digest;
    static_assert(sizeof digest == SHA256_DIGEST_LENGTH);
    SHA256(reinterpret_cast<const unsigned char *>(token.data()), static_cast<std::size_t>(token.size()),
        digest.data());
    return digest;
}

std::size_t VerifiedTokens::DigestHash::operator()(const Digest &digest) const noexcept
{
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

void VerifiedTokens::use(const KeySetPointer &keys)
{
    if (m_keys != keys) {
        clear();
        m_keys = keys;
    }
}

void VerifiedTokens::drop(Entries::iterator entry)
{
    m_bytes -= entry->bytes;
    m_byDigest.erase(entry->digest);
    m_entries.erase(entry);
}

// Beside what is too much goes what nobody came back for in time.
void VerifiedTokens::trim(TimePoint now)
{
    while (m_entries.size() > maxEntries || m_bytes > maxBytes || m_entries.back().until <= now) {
        drop(std::prev(m_entries.end()));
    }
}

} // namespace nexus
