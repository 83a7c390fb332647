// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/thinking.h"

#include <algorithm>

namespace nexus::anthropic {

namespace {

constexpr qint64 smallestBudget = 1024;
// For a model that is no Claude: what all makers behind this API accept.
constexpr qint64 commonMaxOutput = 8192;

using Mode = ReasoningOptions::Mode;

bool isOff(const ReasoningOptions &options)
{
    return options.mode == Mode::Disabled || (options.mode == Mode::Unset && options.effort == "none");
}

// As the client wrote it: a `thinking` object, or an effort alone.
const char *nameOf(const ReasoningOptions &options)
{
    return options.mode == Mode::Unset ? "reasoning_effort" : "thinking";
}

qint64 budgetOf(std::string_view effort)
{
    if (effort == "minimal") {
        return smallestBudget;
    }
    if (effort == "low") {
        return 2048;
    }
    if (effort == "medium") {
        return 8192;
    }
    return effort == "xhigh" || effort == "max" ? 32'000 : 16'000;
}

std::string effortOf(qint64 budget)
{
    if (budget <= 4096) {
        return "low";
    }
    return budget <= 12'288 ? "medium" : "high";
}

// The nearest effort that the model knows; empty for a word that is none.
std::string knownEffort(const std::string &effort, const ModelTraits &traits)
{
    if (!traits.hasEffort) {
        return {};
    }
    if (effort == "minimal") {
        return "low";
    }
    if (effort == "low" || effort == "medium" || effort == "high") {
        return effort;
    }
    if (effort == "xhigh") {
        return traits.hasXhigh ? "xhigh" : "high";
    }
    if (effort == "max") {
        return traits.hasMax ? "max" : "high";
    }
    return {};
}

class Planner final {
public:
    Planner(ChatRequest &request, const ModelTraits &traits, const ThinkingSurroundings &surroundings)
        : m_request(request)
        , m_options(request.reasoning)
        , m_traits(traits)
        , m_surroundings(surroundings)
    { }

    ThinkingPlan plan()
    {
        setMaxTokens();
        if (isOff(m_options)) {
            turnOff();
        } else if (m_options.mode != Mode::Unset || !m_options.effort.empty()) {
            turnOn();
        }
        return std::move(m_plan);
    }

private:
    void drop(const char *name) { m_request.dropped.emplace_back(name); }

    void setMaxTokens()
    {
        m_plan.maxTokens = m_request.maxTokens.value_or(m_traits.maxOutput.value_or(commonMaxOutput));
        if (m_traits.maxOutput) {
            m_plan.maxTokens = std::min(m_plan.maxTokens, *m_traits.maxOutput);
        }
    }

    void turnOff()
    {
        if (m_traits.thinking == ThinkingForm::None) {
            return;
        }
        switch (m_traits.off) {
        case ThinkingOff::Plain:
        case ThinkingOff::Disabled:
            m_plan.thinking = Json {{"type", "disabled"}};
            break;
        case ThinkingOff::BetweenTools:
            m_plan.thinking = Json {{"type", "between_tools"}};
            break;
        case ThinkingOff::Never:
            // As little as it can.
            m_plan.effort = "low";
            drop(nameOf(m_options));
            return;
        }
        m_plan.effort = knownEffort(m_options.effort, m_traits);
        if (m_plan.effort == "xhigh" || m_plan.effort == "max") {
            m_plan.effort = "high";
        }
    }

    void turnOn()
    {
        m_plan.effort = knownEffort(m_options.effort, m_traits);
        if (m_traits.thinking == ThinkingForm::None) {
            drop(nameOf(m_options));
            return;
        }
        const bool isBudgetAsked = m_options.mode == Mode::Enabled && m_options.budget.has_value();
        const bool lacksThoughts = m_surroundings.lacksThoughts;
        const bool takesBudget = m_traits.thinking == ThinkingForm::Budget
            || (m_traits.thinking == ThinkingForm::Either && isBudgetAsked && !lacksThoughts);
        if ((takesBudget && lacksThoughts) || losesToForcedTool()) {
            dropUnlessEffortIsLeft();
        } else if (takesBudget) {
            thinkWithBudget(isBudgetAsked);
        } else {
            thinkAdaptively(isBudgetAsked);
        }
    }

    bool losesToForcedTool()
    {
        if (!m_surroundings.forcesTool || !m_traits.canForceTools || !m_traits.forcingForbidsThinking) {
            return false;
        }
        m_plan.unforcesTool = m_options.mode != Mode::Unset && !m_surroundings.mustForce;
        return !m_plan.unforcesTool;
    }

    // An effort alone still says how much work the model puts into its answer.
    void dropUnlessEffortIsLeft()
    {
        if (m_options.mode != Mode::Unset || m_plan.effort.empty()) {
            drop(nameOf(m_options));
        }
    }

    void thinkWithBudget(bool isAsked)
    {
        const bool isOurLimit = !m_request.maxTokens.has_value();
        qint64 budget = std::max(isAsked ? *m_options.budget : budgetOf(m_options.effort), smallestBudget);
        if (isOurLimit && !m_traits.maxOutput) {
            m_plan.maxTokens
                = std::max(m_plan.maxTokens, std::min<qint64>(budget, 1'000'000) + commonMaxOutput);
        }
        const qint64 room = isAsked ? m_plan.maxTokens - 1 : std::max(m_plan.maxTokens / 2, smallestBudget);
        budget = std::min(budget, room);
        if (budget < smallestBudget || budget >= m_plan.maxTokens) {
            drop(nameOf(m_options));
            m_plan.unforcesTool = false;
            return;
        }
        m_plan.thinking = Json {{"type", "enabled"}, {"budget_tokens", budget}};
        m_plan.isThinking = true;
    }

    void thinkAdaptively(bool isBudgetAsked)
    {
        if (m_plan.effort.empty() && isBudgetAsked) {
            m_plan.effort = effortOf(*m_options.budget);
        }
        m_plan.thinking = Json {{"type", "adaptive"}};
        if (m_traits.showsThinkingOnDemand) {
            m_plan.thinking["display"] = "summarized";
        }
        m_plan.isThinking = true;
    }

    ChatRequest &m_request;
    const ReasoningOptions &m_options;
    const ModelTraits &m_traits;
    const ThinkingSurroundings &m_surroundings;
    ThinkingPlan m_plan;
};

} // namespace

ThinkingPlan planThinking(
    ChatRequest &request, const ModelTraits &traits, const ThinkingSurroundings &surroundings)
{
    return Planner(request, traits, surroundings).plan();
}

} // namespace nexus::anthropic
