// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/litellmprices.h"

#include "ledger/prices/pricedecimal.h"
#include "ledger/prices/pricerows.h"
#include "wire/jsonscan.h"

#include <array>

namespace nexus {

namespace {

struct RateKey {
    QByteArrayView key;
    std::optional<qint64> TokenRates::*field;
};

// The longer of two that begin alike comes first.
constexpr std::array RATE_KEYS {
    RateKey {"input_cost_per_token", &TokenRates::input},
    RateKey {"output_cost_per_token", &TokenRates::output},
    RateKey {"output_cost_per_reasoning_token", &TokenRates::reasoning},
    RateKey {"cache_read_input_token_cost", &TokenRates::cacheRead},
    RateKey {"cache_creation_input_token_cost_above_1hr", &TokenRates::longCacheWrite},
    RateKey {"cache_creation_input_token_cost", &TokenRates::cacheWrite},
};

struct VendorName {
    QByteArrayView provider;
    const char *vendor;
};

constexpr std::array VENDOR_NAMES {
    VendorName {"text-completion-openai", "openai"},
    VendorName {"gemini", "google"},
    VendorName {"bedrock_converse", "bedrock"},
    VendorName {"cohere_chat", "cohere"},
};

QByteArray vendorOf(const QByteArray &provider)
{
    const auto found = std::ranges::find(VENDOR_NAMES, QByteArrayView(provider), &VendorName::provider);
    return found == VENDOR_NAMES.end() ? provider : QByteArray(found->vendor);
}

// `_above_200k_tokens` behind a key is a tier: its tokens, or nothing.
std::optional<qint64> tierOf(QByteArrayView rest)
{
    constexpr QByteArrayView before = "_above_";
    constexpr QByteArrayView after = "k_tokens";
    if (!rest.startsWith(before) || !rest.endsWith(after) || rest.size() <= before.size() + after.size()) {
        return std::nullopt;
    }
    const QByteArrayView digits = rest.sliced(before.size(), rest.size() - before.size() - after.size());
    bool isNumber = false;
    const int thousands = digits.toByteArray().toInt(&isNumber);
    return isNumber && thousands > 0 ? std::optional(qint64(thousands) * 1000) : std::nullopt;
}

// Where the member's figure belongs, or nullptr when it is none of ours.
std::optional<qint64> *placeOf(PricePeriod &period, QByteArrayView key)
{
    for (const RateKey &known : RATE_KEYS) {
        if (!key.startsWith(known.key)) {
            continue;
        }
        const QByteArrayView rest = key.sliced(known.key.size());
        if (rest.isEmpty()) {
            return &(period.rates.*known.field);
        }
        if (rest == QByteArrayView("_batches")) {
            period.batch = period.batch.value_or(TokenRates());
            return &((*period.batch).*known.field);
        }
        if (const auto above = tierOf(rest)) {
            return &(tierAt(period, *above).*known.field);
        }
    }
    return nullptr;
}

QByteArray plainName(const QByteArray &name, const QByteArray &provider)
{
    return name.startsWith(provider + '/') ? name.sliced(provider.size() + 1) : name;
}

// Bedrock's rows of a region and of reserved capacity have a path, and Azure's are OpenAI's.
bool isElsewhere(const QByteArray &vendor, const QByteArray &model)
{
    return vendor.startsWith("azure") || (vendor == "bedrock" && model.contains('/'));
}

void readRow(PriceTable &table, const QByteArray &name, QByteArrayView text)
{
    const auto members = scanObject(text);
    if (!members) {
        addPriceProblem(table, name, QStringLiteral("it is not an object"));
        return;
    }
    const JsonMember *const provider = findMember(*members, "litellm_provider");
    if (!provider || name == "sample_spec") {
        return;
    }
    PriceRowReader reader(text, rateFromDollarsPerToken);
    PricePeriod period;
    ModelFacts facts;
    for (const JsonMember &member : *members) {
        if (member.key == "max_input_tokens") {
            facts.contextWindow = reader.tokens(member);
        } else if (member.key == "max_output_tokens") {
            facts.maxOutput = reader.tokens(member);
        } else if (member.key == "supports_vision") {
            facts.abilities.vision = reader.flag(member);
        } else if (member.key == "supports_function_calling") {
            facts.abilities.tools = reader.flag(member);
        } else if (member.key == "supports_reasoning") {
            facts.abilities.reasoning = reader.flag(member);
        } else if (std::optional<qint64> *const place = placeOf(period, member.key)) {
            *place = reader.rate(member);
        }
    }
    if (!reader.problem().isEmpty()) {
        addPriceProblem(table, name, reader.problem());
        return;
    }
    const QByteArray litellm = stringValue(text, *provider);
    PriceKey key {vendorOf(litellm), plainName(name, litellm)};
    if (!isElsewhere(key.vendor, key.model)) {
        addPriceRow(table, std::move(key), std::move(period), facts);
    }
}

} // namespace

Result<PriceTable> readLiteLlmPrices(QByteArrayView json)
{
    const auto rows = scanObject(json);
    if (!rows) {
        return failure(rows.error());
    }
    PriceTable table;
    for (const JsonMember &row : *rows) {
        readRow(table, row.key, row.in(json));
    }
    return table;
}

} // namespace nexus
