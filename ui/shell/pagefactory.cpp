// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pagefactory.h"

#include "ui/aliases/modelspage.h"
#include "ui/livelog/livelogpage.h"
#include "ui/overview/overviewpage.h"
#include "ui/playground/playgroundpage.h"
#include "ui/providers/providerspage.h"
#include "ui/settings/settingspage.h"
#include "ui/usage/usagepage.h"

namespace nexus {

Page *makePage(PageId id, const ConsoleParts &parts, QWidget *parent)
{
    switch (id) {
    case PageId::LiveLog:
        return new LiveLogPage(parts, parent);
    case PageId::Providers:
        return new ProvidersPage(parts, parent);
    case PageId::Models:
        return new ModelsPage(parts, parent);
    case PageId::Usage:
        return new UsagePage(parts, parent);
    case PageId::Playground:
        return new PlaygroundPage(parts, parent);
    case PageId::Settings:
        return new SettingsPage(parts, parent);
    case PageId::Overview:
        break;
    }
    return new OverviewPage(parts, parent);
}

} // namespace nexus
