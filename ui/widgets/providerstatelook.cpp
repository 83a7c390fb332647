// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/providerstatelook.h"

namespace nexus {

ProviderStateLook lookOf(ProviderState state)
{
    switch (state) {
    case ProviderState::Ready:
        return {QStringLiteral("check"), Tone::Good};
    case ProviderState::Unused:
        return {QStringLiteral("minus"), Tone::Dim};
    case ProviderState::NoKey:
        return {QStringLiteral("key"), Tone::Warn};
    case ProviderState::KeyRefused:
        return {QStringLiteral("key"), Tone::Bad};
    case ProviderState::Unlisted:
    case ProviderState::Unreached:
        return {QStringLiteral("warning"), Tone::Warn};
    case ProviderState::Failing:
        return {QStringLiteral("error"), Tone::Bad};
    case ProviderState::Resting:
        return {QStringLiteral("pause"), Tone::Bad};
    case ProviderState::Probing:
        return {QStringLiteral("refresh"), Tone::Warn};
    }
    return {};
}

} // namespace nexus
