// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/modeltraits.h"

#include "wire/claudeversion.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace nexus::anthropic {

namespace {

constexpr int newest = 505;

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

qint64 maxOutputOf(int version, bool isOpus)
{
    if (version < 305) {
        return 4096;
    }
    if (version < 307) {
        return 8192;
    }
    if (isOpus && (version == 400 || version == 401)) {
        return 32'000;
    }
    return version < 406 ? 64'000 : 128'000;
}

ThinkingForm thinkingOf(int version)
{
    if (version < 307) {
        return ThinkingForm::None;
    }
    if (version < 406) {
        return ThinkingForm::Budget;
    }
    return version == 406 ? ThinkingForm::Either : ThinkingForm::Adaptive;
}

ThinkingOff offOf(std::string_view id, int version)
{
    if (version < 500) {
        return ThinkingOff::Plain;
    }
    const bool isHaiku = contains(id, "haiku");
    const bool isSonnet = contains(id, "sonnet");
    if (isSonnet && version == 505) {
        return ThinkingOff::BetweenTools;
    }
    const bool isFirst = version == 500 && (isSonnet || contains(id, "opus"));
    return isFirst || (isHaiku && version <= 505) ? ThinkingOff::Disabled : ThinkingOff::Never;
}

bool canForce(std::string_view id, int version, bool isMythic)
{
    if (isMythic) {
        return version == 500 && !contains(id, "preview");
    }
    return version < 505 || (version == 505 && contains(id, "haiku"));
}

} // namespace

ModelTraits traitsOf(std::string_view model)
{
    std::string id(model);
    std::ranges::transform(
        id, id.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    ModelTraits traits;
    if (!contains(id, "claude")) {
        return traits;
    }
    const bool isMythic = contains(id, "fable") || contains(id, "mythos");
    const bool isOpus = contains(id, "opus");
    const int version = claudeVersion(id).value_or(newest);
    traits.maxOutput = maxOutputOf(version, isOpus);
    traits.thinking = thinkingOf(version);
    traits.off = isMythic ? ThinkingOff::Never : offOf(id, version);
    traits.hasEffort = version >= 406 || (version == 405 && isOpus);
    traits.hasXhigh = version >= 407;
    traits.hasMax = version >= 406;
    traits.showsThinkingOnDemand = version >= 407;
    traits.hasSampling = version < 407;
    traits.hasOneSampler = version >= 401;
    traits.hasPrefill = version < 406;
    traits.canForceTools = canForce(id, version, isMythic);
    traits.forcingForbidsThinking = version < 408;
    traits.hasJsonFormat = version >= 405;
    return traits;
}

} // namespace nexus::anthropic
