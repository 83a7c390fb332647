// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace nexus::words {

//! \brief What stands where something is not known; never 0.
[[nodiscard]] QString unknown();

//! \brief \a name, or what stands in its place where nobody gave one, such as to a client or a model.
[[nodiscard]] QString orUnnamed(const QString &name);

//! \brief The head of a column that is narrower than its words: broken after the first one, unless the
//! translation is broken already.
[[nodiscard]] QString inTwoLines(QString head);

//! \brief Money with as many digits as matter: `$0.0042`, `$12.80`; unknown() without a value.
[[nodiscard]] QString money(std::optional<qint64> microDollars);

//! \brief A count with the separators of the language: `1,284`.
[[nodiscard]] QString count(qint64 number);

//! \brief A count that has to be short: `812`, `96.2k`, `1.3M`.
[[nodiscard]] QString shortCount(qint64 number);

//! \brief How long something took: `38 ms`, `0.41 s`, `2:05`; unknown() for 0 and less.
[[nodiscard]] QString duration(std::chrono::microseconds time);

//! \brief A rate of tokens: `61 tok/s`; unknown() for 0 and less.
[[nodiscard]] QString speed(double tokensPerSecond);

//! \brief A size: `812 B`, `2.4 MiB`.
[[nodiscard]] QString bytes(qint64 number);

//! \brief A share of 0 to 1: `12 %`.
[[nodiscard]] QString percent(double share);

//! \brief The time of day, with seconds; the date before it where it is another day than \a now.
[[nodiscard]] QString moment(const QDateTime &time, const QDateTime &now);

//! \brief How long ago: `just now`, `3 minutes ago`, `2 days ago`.
[[nodiscard]] QString ago(const QDateTime &time, const QDateTime &now);

} // namespace nexus::words
