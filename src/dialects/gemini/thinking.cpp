// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/thinking.h"

#include <algorithm>
#include <string_view>

namespace nexus::gemini {

namespace {

constexpr qint64 dynamicBudget = -1;
constexpr qint64 lowBudget = 1024;
constexpr qint64 mediumBudget = 8192;
constexpr qint64 highBudget = 24576;

bool isOff(const ReasoningOptions &options)
{
    return options.mode == ReasoningOptions::Mode::Disabled
        || (options.mode == ReasoningOptions::Mode::Unset && options.effort == "none");
}

bool isUnset(const ReasoningOptions &options)
{
    return options.mode == ReasoningOptions::Mode::Unset && options.effort.empty();
}

struct BudgetRange {
    qint64 least; // of a budget that is not 0
    qint64 most;
    bool hasOff;
};

// ai.google.dev/gemini-api/docs/thinking, the table of budgets.
BudgetRange rangeOf(const ModelFamily &family)
{
    if (family.isLite) {
        return {.least = 512, .most = highBudget, .hasOff = true};
    }
    return family.isPro ? BudgetRange {.least = 128, .most = 32768, .hasOff = false}
                        : BudgetRange {.least = 1, .most = highBudget, .hasOff = true};
}

qint64 budgetOf(const ReasoningOptions &options, const BudgetRange &range)
{
    if (options.budget) {
        return std::clamp(*options.budget, range.least, range.most);
    }
    if (options.effort == "minimal" || options.effort == "low") {
        return lowBudget;
    }
    if (options.effort == "medium") {
        return mediumBudget;
    }
    if (options.effort == "high") {
        return highBudget;
    }
    return options.effort == "xhigh" || options.effort == "max" ? range.most : dynamicBudget;
}

// Empty where the model's own default is the nearest.
std::string_view levelOf(const ModelFamily &family, const ReasoningOptions &options)
{
    const std::string_view lowest = family.isPro ? "low" : "minimal";
    if (isOff(options) || options.effort == "minimal") {
        return lowest;
    }
    if (options.effort == "low") {
        return "low";
    }
    // The first Gemini 3 Pro knows low and high only.
    const std::string_view middle = family.isPro && family.generation == 30 ? "high" : "medium";
    if (options.effort == "medium") {
        return middle;
    }
    if (options.effort == "high" || options.effort == "xhigh" || options.effort == "max") {
        return "high";
    }
    if (!options.budget) {
        return {};
    }
    if (*options.budget <= lowBudget) {
        return "low";
    }
    return *options.budget <= mediumBudget ? middle : std::string_view("high");
}

} // namespace

Json thinkingConfig(
    const ModelFamily &family, const ReasoningOptions &options, std::vector<std::string> &dropped)
{
    if (isUnset(options)) {
        return {};
    }
    const bool isWanted = !isOff(options);
    if (!family.thinks) {
        if (isWanted) {
            dropped.emplace_back(options.effort.empty() ? "thinking" : "reasoning_effort");
        }
        return {};
    }
    Json config = Json::object();
    if (family.generation >= 30) {
        if (const std::string_view level = levelOf(family, options); !level.empty()) {
            config["thinkingLevel"] = level;
        }
    } else {
        const BudgetRange range = rangeOf(family);
        const qint64 off = range.hasOff ? 0 : range.least;
        config["thinkingBudget"] = isWanted ? budgetOf(options, range) : off;
    }
    if (isWanted) {
        config["includeThoughts"] = true;
    }
    return config;
}

} // namespace nexus::gemini
