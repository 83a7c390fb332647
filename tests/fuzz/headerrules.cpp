// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever pattern a file holds and whatever a client sends: no credential and no framing goes to a provider.

#include "upstream/headerrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

const QByteArray SECRET = "zQ9-never-sent-7Xk";

// Said once more and not taken from the code under test.
const QByteArrayList DENIED {"authorization", "cookie", "set-cookie", "x-api-key", "x-provider-api-key",
    "proxy-authorization", "api-key", "x-goog-api-key", "x-amz-security-token", "x-amz-date", "host",
    "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
    "content-type", "origin", "sec-websocket-key"};

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

HeaderList clientOf(const QByteArrayList &lines)
{
    HeaderList client;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            client.add(line.first(colon), line.sliced(colon + 1));
        }
    }
    for (qsizetype i = 0; i < DENIED.size(); ++i) {
        client.add(i % 2 == 0 ? DENIED[i] : DENIED[i].toUpper(), SECRET);
    }
    return client;
}

void check(const HeaderList &sent, const HeaderList &client)
{
    for (const HeaderList::Field &each : sent) {
        const auto &name = each.first;
        const auto &value = each.second;
        require(!DENIED.contains(name.toLower()));
        require(value != SECRET);
        require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'));
        require(std::ranges::any_of(
            client, [&value](const HeaderList::Field &field) { return field.second == value; }));
        const auto count = std::ranges::count_if(sent, [&name](const HeaderList::Field &field) {
            return field.first.compare(name, Qt::CaseInsensitive) == 0;
        });
        require(count == 1);
    }
}

} // namespace

// The first line is a pattern, the others are the client's headers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 2000) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    // An input that spells the secret out itself proves nothing.
    if (text.contains(SECRET)) {
        return 0;
    }
    QByteArrayList lines = text.split('\n');
    HeaderRule rule;
    rule.pattern = QString::fromUtf8(lines.takeFirst());
    if (rule.pattern.isEmpty() || !QRegularExpression(rule.pattern).isValid()) {
        return 0;
    }
    const HeaderList client = clientOf(lines);
    ProviderConfig provider;
    provider.headers = {rule};
    check(HeaderRules(provider).apply("m", client), client);
    provider.headers.front().rename = "X-Renamed";
    check(HeaderRules(provider).apply("m", client), client);
    rule.kind = HeaderRule::Kind::Remove;
    provider.headers.push_back(rule);
    check(HeaderRules(provider).apply("m", client), client);
    return 0;
}
