// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/headerrules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus {

namespace {

// The body's type and codings too: they have to fit the bytes that the gateway writes and reads.
constexpr std::array<std::string_view, 16> framingNames {"accept-encoding", "connection", "content-encoding",
    "content-length", "content-type", "expect", "host", "http2-settings", "keep-alive", "proxy-authenticate",
    "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"};

constexpr std::array<std::string_view, 4> negotiatedNames {
    "accept", "accept-charset", "accept-ranges", "origin"};

constexpr std::array<std::string_view, 9> credentialNames {"api-key", "authentication", "authorization",
    "cookie", "cookie2", "set-cookie", "set-cookie2", "x-auth-token", "x-goog-iam-authorization-token"};

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

template<std::size_t size>
bool isIn(const std::array<std::string_view, size> &names, QByteArrayView name)
{
    return std::ranges::any_of(names, [name](std::string_view known) { return isSame(viewOf(known), name); });
}

bool beginsWith(QByteArrayView name, QByteArrayView start)
{
    return name.size() >= start.size() && isSame(name.first(start.size()), start);
}

bool endsWith(QByteArrayView name, QByteArrayView end)
{
    return name.size() >= end.size() && isSame(name.last(end.size()), end);
}

// x-api-key, x-provider-api-key, x-goog-api-key and their like; what AWS signs requests with.
bool mayHoldCredential(QByteArrayView name)
{
    return isIn(credentialNames, name) || endsWith(name, "api-key") || endsWith(name, "apikey")
        || endsWith(name, "api_key") || beginsWith(name, "x-amz-");
}

bool isHiddenFromForward(QByteArrayView name)
{
    return isFramingHeader(name) || isIn(negotiatedNames, name) || beginsWith(name, "sec-websocket-");
}

// Whether a Connection field of the client names \a name: then it was meant for this connection only (RFC
// 9110 section 7.6.1).
bool isOfThisConnection(const HeaderList &client, QByteArrayView name)
{
    return std::ranges::any_of(client, [name](const HeaderList::Field &field) {
        if (!isSame(field.first, "connection")) {
            return false;
        }
        const QByteArrayList options = field.second.split(',');
        return std::ranges::any_of(
            options, [name](const QByteArray &option) { return isSame(option.trimmed(), name); });
    });
}

bool isSendable(QByteArrayView value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

// The headers while rules change them.
class Output {
public:
    void remove(QByteArrayView name)
    {
        std::erase_if(m_fields, [name](const HeaderList::Field &field) { return isSame(field.first, name); });
    }

    void remove(const QRegularExpression &pattern)
    {
        std::erase_if(m_fields, [&pattern](const HeaderList::Field &field) {
            return pattern.match(QString::fromLatin1(field.first)).hasMatch();
        });
    }

    void set(const QByteArray &name, const QByteArray &value)
    {
        if (isFramingHeader(name) || !isSendable(value)) {
            return;
        }
        remove(name);
        m_fields.emplace_back(name, value);
    }

    [[nodiscard]] HeaderList list() &&
    {
        HeaderList headers;
        for (auto &[name, value] : m_fields) {
            headers.add(std::move(name), std::move(value));
        }
        return headers;
    }

private:
    std::vector<HeaderList::Field> m_fields;
};

// The client's first value, else the default, else nothing.
std::optional<QByteArray> valueFor(const HeaderRule &rule, const HeaderList &client)
{
    if (client.contains(rule.name)) {
        return client.value(rule.name);
    }
    return rule.value.isEmpty() ? std::nullopt : std::optional(rule.value.reveal());
}

void forwardName(const HeaderRule &rule, const HeaderList &client, Output &out)
{
    if (isHiddenFromForward(rule.name) || isOfThisConnection(client, rule.name)) {
        return;
    }
    out.remove(rule.name);
    if (const std::optional<QByteArray> value = valueFor(rule, client)) {
        out.set(rule.rename.isEmpty() ? rule.name : rule.rename, *value);
    }
}

void forwardPattern(
    const HeaderRule &rule, const QRegularExpression &pattern, const HeaderList &client, Output &out)
{
    for (auto field = client.begin(); field != client.end(); ++field) {
        const QByteArray &name = field->first;
        const bool isFirst = std::none_of(client.begin(), field,
            [&name](const HeaderList::Field &earlier) { return isSame(earlier.first, name); });
        if (!isFirst || isHiddenFromPatterns(name) || isOfThisConnection(client, name)
            || !pattern.match(QString::fromLatin1(name)).hasMatch()) {
            continue;
        }
        out.set(rule.rename.isEmpty() ? name : rule.rename, field->second);
    }
}

void duplicate(const HeaderRule &rule, const HeaderList &client, Output &out)
{
    if (isFramingHeader(rule.name) || isOfThisConnection(client, rule.name)) {
        return;
    }
    if (const std::optional<QByteArray> value = valueFor(rule, client)) {
        out.set(rule.name, *value);
        out.set(rule.rename, *value);
    }
}

void applyRule(
    const HeaderRule &rule, const QRegularExpression &pattern, const HeaderList &client, Output &out)
{
    const bool hasPattern = !rule.pattern.isEmpty();
    switch (rule.kind) {
    case HeaderRule::Kind::Forward:
        if (hasPattern) {
            forwardPattern(rule, pattern, client, out);
        } else {
            forwardName(rule, client, out);
        }
        break;
    case HeaderRule::Kind::Insert:
        out.set(rule.name, rule.value.reveal());
        break;
    case HeaderRule::Kind::Remove:
        if (hasPattern) {
            out.remove(pattern);
        } else {
            out.remove(rule.name);
        }
        break;
    case HeaderRule::Kind::RenameDuplicate:
        duplicate(rule, client, out);
        break;
    }
}

} // namespace

bool isFramingHeader(QByteArrayView name)
{
    return isIn(framingNames, name);
}

bool isHiddenFromPatterns(QByteArrayView name)
{
    return isHiddenFromForward(name) || mayHoldCredential(name);
}

HeaderRules::HeaderRules(const ProviderConfig &provider)
    : m_provider(compiled(provider.headers))
{
    for (const ModelConfig &model : provider.models) {
        if (!model.headers.empty()) {
            m_models[model.name] = compiled(model.headers);
        }
    }
}

HeaderRules::Rules HeaderRules::compiled(const std::vector<HeaderRule> &rules)
{
    Rules out;
    for (const HeaderRule &rule : rules) {
        Rule &added = out.emplace_back(Rule {rule, {}});
        if (!rule.pattern.isEmpty()) {
            added.pattern = QRegularExpression(rule.pattern, QRegularExpression::CaseInsensitiveOption);
            added.pattern.optimize();
        }
    }
    return out;
}

HeaderList HeaderRules::apply(const QByteArray &publicModel, const HeaderList &client) const
{
    Output out;
    for (const Rule &rule : m_provider) {
        applyRule(rule.rule, rule.pattern, client, out);
    }
    if (const auto model = m_models.find(publicModel); model != m_models.end()) {
        for (const Rule &rule : model->second) {
            applyRule(rule.rule, rule.pattern, client, out);
        }
    }
    return std::move(out).list();
}

} // namespace nexus
