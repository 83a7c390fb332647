// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/modelsdevprices.h"

#include "ledger/prices/pricedecimal.h"
#include "ledger/prices/pricerows.h"
#include "wire/jsonscan.h"

#include <array>

namespace nexus {

namespace {

constexpr qint64 LONG_CONTEXT = 200'000;

struct RateKey {
    QByteArrayView key;
    std::optional<qint64> TokenRates::*field;
};

constexpr std::array RATE_KEYS {
    RateKey {"input", &TokenRates::input},
    RateKey {"output", &TokenRates::output},
    RateKey {"reasoning", &TokenRates::reasoning},
    RateKey {"cache_read", &TokenRates::cacheRead},
    RateKey {"cache_write", &TokenRates::cacheWrite},
};

struct VendorName {
    QByteArrayView provider;
    const char *vendor;
};

constexpr std::array VENDOR_NAMES {
    VendorName {"amazon-bedrock", "bedrock"},
    VendorName {"togetherai", "together_ai"},
    VendorName {"fireworks-ai", "fireworks_ai"},
    VendorName {"moonshotai", "moonshot"},
};

QByteArray vendorOf(const QByteArray &provider)
{
    const auto found = std::ranges::find(VENDOR_NAMES, QByteArrayView(provider), &VendorName::provider);
    return found == VENDOR_NAMES.end() ? provider : QByteArray(found->vendor);
}

using Members = std::vector<JsonMember>;

// The members of the object that \a member is, or none; \a text becomes its text.
Members membersIn(QByteArrayView &text, const JsonMember *member)
{
    if (!member || member->type != JsonType::Object) {
        return {};
    }
    text = member->in(text);
    auto members = scanObject(text);
    return members ? std::move(*members) : Members();
}

// The rates in the object \a text; what is wrong comes back as a text.
QString readRates(QByteArrayView text, const Members &members, TokenRates &out)
{
    PriceRowReader reader(text, rateFromDollarsPerMillion);
    for (const RateKey &known : RATE_KEYS) {
        if (const JsonMember *const member = findMember(members, known.key)) {
            out.*known.field = reader.rate(*member);
        }
    }
    return reader.problem();
}

ModelAbilities readAbilities(QByteArrayView text, const Members &members)
{
    const PriceRowReader reader(text, rateFromDollarsPerMillion);
    const auto flag = [&](const char *name) {
        const JsonMember *const member = findMember(members, name);
        return member != nullptr ? reader.flag(*member) : std::nullopt;
    };
    ModelAbilities abilities {.tools = flag("tool_call"), .reasoning = flag("reasoning")};
    QByteArrayView modesText = text;
    const Members modes = membersIn(modesText, findMember(members, "modalities"));
    const JsonMember *const input = findMember(modes, "input");
    if (input != nullptr && input->type == JsonType::Array) {
        abilities.vision = input->in(modesText).toByteArray().contains("\"image\"");
    }
    return abilities;
}

void readModel(PriceTable &table, const QByteArray &vendor, const QByteArray &name, QByteArrayView text,
    const Members &members)
{
    QByteArrayView costText = text;
    const Members cost = membersIn(costText, findMember(members, "cost"));
    PricePeriod period;
    QString problem = readRates(costText, cost, period.rates);
    QByteArrayView tierText = costText;
    const Members tier = membersIn(tierText, findMember(cost, "context_over_200k"));
    if (!tier.empty() && problem.isEmpty()) {
        problem = readRates(tierText, tier, tierAt(period, LONG_CONTEXT));
    }
    if (!problem.isEmpty()) {
        addPriceProblem(table, name, problem);
        return;
    }
    QByteArrayView limitText = text;
    const Members limits = membersIn(limitText, findMember(members, "limit"));
    const PriceRowReader reader(limitText, rateFromDollarsPerMillion);
    const JsonMember *const context = findMember(limits, "context");
    const JsonMember *const output = findMember(limits, "output");
    addPriceRow(table, {vendor, name}, std::move(period),
        {.contextWindow = context ? reader.tokens(*context) : 0,
            .maxOutput = output ? reader.tokens(*output) : 0,
            .abilities = readAbilities(text, members)});
}

} // namespace

Result<PriceTable> readModelsDevPrices(QByteArrayView json)
{
    const auto providers = scanObject(json);
    if (!providers) {
        return failure(providers.error());
    }
    PriceTable table;
    for (const JsonMember &provider : *providers) {
        QByteArrayView providerText = json;
        const Members parts = membersIn(providerText, &provider);
        QByteArrayView modelsText = providerText;
        for (const JsonMember &model : membersIn(modelsText, findMember(parts, "models"))) {
            QByteArrayView text = modelsText;
            const Members members = membersIn(text, &model);
            readModel(table, vendorOf(provider.key), model.key, text, members);
        }
    }
    return table;
}

} // namespace nexus
