// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/modeltraits.h"

#include <QByteArray>

namespace nexus::openai {

namespace {

constexpr qint64 lowBudget = 4096;
constexpr qint64 mediumBudget = 16384;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

// The version behind `gpt-`, times ten: 52 of `gpt-5.2-mini`, 40 of `gpt-4o`, 0 where there is none.
int gptVersion(const QByteArray &name)
{
    constexpr qsizetype prefixLength = 4;
    if (!name.startsWith("gpt-") || name.size() <= prefixLength || !isDigit(name[prefixLength])) {
        return 0;
    }
    const int major = name[prefixLength] - '0';
    const bool hasMinor
        = name.size() > prefixLength + 2 && name[prefixLength + 1] == '.' && isDigit(name[prefixLength + 2]);
    return major * 10 + (hasMinor ? name[prefixLength + 2] - '0' : 0);
}

} // namespace

ModelTraits traitsOf(std::string_view model)
{
    const QByteArray whole = QByteArray(model.data(), qsizetype(model.size())).toLower();
    const QByteArray name = whole.sliced(whole.lastIndexOf('/') + 1);
    const int gpt = gptVersion(name);
    const bool isOSeries = name.size() >= 2 && name[0] == 'o' && isDigit(name[1]);
    ModelTraits traits;
    traits.isOpenAiReasoner = isOSeries || gpt >= 50;
    traits.takesEffort = traits.isOpenAiReasoner || name.startsWith("gpt-oss")
        || name.startsWith("gemini-2.5") || name.startsWith("gemini-3") || name.startsWith("grok-3-mini");
    traits.takesHighestEffort = gpt >= 52;
    traits.needsReasoningBack = whole.contains("deepseek") || whole.contains("kimi");
    return traits;
}

std::string effortOf(const ReasoningOptions &reasoning, const ModelTraits &traits)
{
    if (reasoning.effort == "xhigh" || reasoning.effort == "max") {
        return traits.takesHighestEffort ? "xhigh" : "high";
    }
    if (!reasoning.effort.empty()) {
        return reasoning.effort;
    }
    if (reasoning.mode != ReasoningOptions::Mode::Enabled || !reasoning.budget) {
        return {};
    }
    if (*reasoning.budget <= lowBudget) {
        return "low";
    }
    return *reasoning.budget <= mediumBudget ? "medium" : "high";
}

} // namespace nexus::openai
