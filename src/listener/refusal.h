// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string_view>

namespace nexus {

//! \brief Why a request is not even read: the status it gets, a word for the log, a sentence for the client.
//!
//! Both texts are string literals, so that refusing a hostile client costs nothing.
struct Refusal {
    int status = 400;
    std::string_view reason = {};
    std::string_view message = {};

    bool operator==(const Refusal &) const = default;
};

//! \brief \a refusal in the terms of the error bodies. Its status stays Refusal::status: 417, 501 and 505
//! have no kind of their own.
[[nodiscard]] Error errorFor(const Refusal &refusal);

//! \brief The whole answer that tells a client of \a refusal and that the connection closes.
[[nodiscard]] QByteArray answerFor(
    const Refusal &refusal, QByteArrayView date, QByteArrayView requestId = {});

} // namespace nexus
