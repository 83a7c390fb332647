// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief No rate is higher: a dollar for each token.
constexpr qint64 maxTokenRate = 1'000'000'000'000;

//! \brief The rate that a JSON number of dollars per token says, read digit by digit and not as a double,
//! rounded to a millionth of a dollar per million tokens. Nothing when \a number is no number, negative or
//! above maxTokenRate.
[[nodiscard]] std::optional<qint64> rateFromDollarsPerToken(QByteArrayView number);

//! \brief The same for dollars per million tokens.
[[nodiscard]] std::optional<qint64> rateFromDollarsPerMillion(QByteArrayView number);

} // namespace nexus
