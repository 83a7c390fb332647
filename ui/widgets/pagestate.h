// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <memory>

namespace nexus {

//! \brief What a page that is made anew goes on with, where it is too large or too lively for the settings.
class PageState {
public:
    PageState() = default;
    virtual ~PageState() = default;
    Q_DISABLE_COPY_MOVE(PageState)
};

//! \brief A page with a state that outlives it.
class StatefulPage {
public:
    StatefulPage() = default;
    virtual ~StatefulPage() = default;
    Q_DISABLE_COPY_MOVE(StatefulPage)

    //! \brief Hands out the state. The page is not used after that, but may live for a while.
    [[nodiscard]] virtual std::unique_ptr<PageState> takeState() = 0;

    //! \brief Goes on with \a state, which a page of the same class has handed out.
    virtual void restore(std::unique_ptr<PageState> state) = 0;
};

} // namespace nexus
