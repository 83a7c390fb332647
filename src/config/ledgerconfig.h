// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace nexus {

//! \brief `[ledger]`: what the history keeps.
struct LedgerConfig {
    enum class Bodies { Off, Errors, All };

    std::chrono::milliseconds retention {90LL * 24 * 60 * 60 * 1000};
    Bodies bodies = Bodies::Off;
    qint64 maxBody = 256 * 1024; //!< bytes of one body
    qint64 maxSize = 2LL * 1024 * 1024 * 1024; //!< bytes of the whole history; bodies go first
    bool isEnabled = true; //!< whether anything is kept
    QString prices; //!< path of a file with prices that win over the built-in ones, empty for none

    bool operator==(const LedgerConfig &) const = default;
};

//! \brief `[budgets.NAME]`: what may be spent.
struct BudgetConfig {
    enum class Period { Day, Month };
    enum class Action { Warn, Block };

    QString name;
    qint64 limitMicroUsd = 0; //!< millionths of a US dollar
    Period period = Period::Month;
    Action action = Action::Warn;
    QString provider; //!< empty counts all
    QString model; //!< empty counts all
    QString client; //!< empty counts all

    bool operator==(const BudgetConfig &) const = default;
};

} // namespace nexus
