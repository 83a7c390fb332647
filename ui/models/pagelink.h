// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nexus {

//! \brief The pages of the console, in the order of the side bar.
enum class PageId { Overview, LiveLog, Providers, Models, Usage, Playground, Settings };

//! \brief Where a click leads: a page, and what to show on it.
struct PageLink {
    PageId page = PageId::Overview;
    //! A filter for the live log, the name of a provider or an alias, a key such as `server.max_body_size`
    //! for the settings, the model to try for the playground. Empty opens the page as it was left.
    QString argument = {};

    bool operator==(const PageLink &) const = default;
};

} // namespace nexus
