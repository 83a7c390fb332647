// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limitlevels.h"

#include <QCryptographicHash>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype LONGEST_CLIENT = 128;

// One customer has a whole /64 of IPv6 to choose addresses from.
QByteArray addressKey(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) {
        return "ip:" + QHostAddress(ipv4).toString().toLatin1();
    }
    Q_IPV6ADDR network = address.toIPv6Address();
    std::fill(std::begin(network.c) + 8, std::end(network.c), quint8(0));
    return "ip:" + QHostAddress(network).toString().toLatin1() + "/64";
}

// Without a colon, except for what only this function writes.
QByteArray clientKey(const QByteArray &client)
{
    if (client.size() > LONGEST_CLIENT) {
        return "sha256:" + QCryptographicHash::hash(client, QCryptographicHash::Sha256).toHex();
    }
    return client.toPercentEncoding("@");
}

const TokenLimit *limitFor(const PerUserLimits &limits, const QByteArray &group)
{
    const auto own = std::ranges::find_if(limits.groups, [&group](const GroupTokenLimit &candidate) {
        return !group.isEmpty() && candidate.group.toUtf8() == group;
    });
    if (own != limits.groups.end()) {
        return &own->limit;
    }
    return limits.everyone ? &*limits.everyone : nullptr;
}

// A client may come back in another group, whose interval is longer.
std::chrono::milliseconds longestInterval(const PerUserLimits &limits)
{
    std::chrono::milliseconds longest
        = limits.everyone ? limits.everyone->interval : std::chrono::milliseconds(0);
    for (const GroupTokenLimit &group : limits.groups) {
        longest = std::max(longest, group.limit.interval);
    }
    return longest;
}

LimitAsk requestAsk(QByteArray key, const RequestLimit &limit)
{
    return {.key = std::move(key), .limit = limit.limit, .interval = limit.interval};
}

} // namespace

LimitCheck requestCheck(const RateLimits &limits, const QHostAddress &address)
{
    LimitCheck check;
    if (!limits.isEnabled) {
        return check;
    }
    if (limits.global) {
        check.asks.push_back(requestAsk("global", *limits.global));
        check.scopes.push_back(LimitScope::Gateway);
    }
    if (limits.perIp) {
        check.asks.push_back(requestAsk(addressKey(address), *limits.perIp));
        check.scopes.push_back(LimitScope::Address);
    }
    return check;
}

LimitCheck tokenCheck(const LlmConfig &llm, const TokenAsk &ask)
{
    if (ask.clientId.isEmpty()) {
        return {};
    }
    const auto provider = std::ranges::find(llm.providers, ask.provider, &ProviderConfig::name);
    if (provider == llm.providers.end()) {
        return {};
    }
    const ModelConfig *const model = provider->model(ask.model);
    const bool isOfModel = model != nullptr && model->perUser.has_value();
    const std::optional<PerUserLimits> &limits = isOfModel ? model->perUser : provider->perUser;
    const TokenLimit *const limit = limits ? limitFor(*limits, ask.group) : nullptr;
    if (limit == nullptr) {
        return {};
    }
    QByteArray key = (isOfModel ? "model:" : "provider:") + ask.provider.toUtf8().toPercentEncoding() + ':';
    if (isOfModel) {
        key += ask.model.toPercentEncoding() + ':';
    }
    const QString modelName = isOfModel ? u'/' + QString::fromUtf8(ask.model) : QString();
    return {.asks = {{.key = key + clientKey(ask.clientId),
                .limit = static_cast<qint64>(std::min<quint64>(limit->inputTokens, LimitAsk::LARGEST)),
                .interval = limit->interval,
                .kept = longestInterval(*limits),
                .amount = std::clamp<qint64>(ask.tokens, 0, LimitAsk::LARGEST)}},
        .scopes = {isOfModel ? LimitScope::Model : LimitScope::Provider},
        .name = ask.provider + modelName};
}

bool hasTokenLimits(const LlmConfig &llm)
{
    const auto isLimited = [](const auto &part) { return part.perUser.has_value(); };
    return std::ranges::any_of(llm.providers, [isLimited](const ProviderConfig &provider) {
        return isLimited(provider) || std::ranges::any_of(provider.models, isLimited);
    });
}

} // namespace nexus
