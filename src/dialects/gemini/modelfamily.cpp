// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/modelfamily.h"

#include <charconv>

namespace nexus::gemini {

namespace {

constexpr std::string_view prefix = "gemini-";

// "2.5-flash" is 25, "3-pro-preview" 30, "flash-latest" 31.
int generationOf(std::string_view name)
{
    constexpr int maxPart = 99;
    constexpr int latest = 31;
    int major = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), major);
    if (problem != std::errc()) {
        return name.ends_with("-latest") ? latest : 0;
    }
    if (major < 0 || major > maxPart) {
        return 0;
    }
    int minor = 0;
    const char *nameEnd = name.data() + name.size();
    if (end != nameEnd && *end == '.' && std::from_chars(end + 1, nameEnd, minor).ec != std::errc()) {
        minor = 0;
    }
    return major * 10 + (minor >= 0 && minor <= 9 ? minor : 9);
}

} // namespace

ModelFamily familyOf(std::string_view model)
{
    const auto slash = model.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? model : model.substr(slash + 1);
    if (!name.starts_with(prefix)) {
        return {};
    }
    const auto has = [name](std::string_view word) { return name.find(word) != std::string_view::npos; };
    ModelFamily family;
    family.generation = generationOf(name.substr(prefix.size()));
    family.isPro = has("-pro");
    family.isLite = has("-lite");
    // The models that draw or speak share the version of their family, and refuse its thinkingConfig.
    family.thinks = family.generation >= 25 && !has("-image") && !has("-tts") && !has("-audio");
    return family;
}

std::string resourceName(const std::string &model)
{
    return model.find('/') == std::string::npos ? "models/" + model : model;
}

} // namespace nexus::gemini
