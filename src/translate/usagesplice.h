// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonmember.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief Whether a chat or completions request asks to be told the usage of its stream
//! (`stream_options.include_usage`). \a members are the outermost ones of \a body.
[[nodiscard]] bool asksForStreamUsage(const QByteArray &body, const std::vector<JsonMember> &members);

//! \brief \a body asking for the usage of its stream; all other bytes as they are.
//!
//! A request that asks already or is not streamed comes back unchanged, and so does a `stream_options` that
//! is neither an object nor null: the provider refuses it in its own words.
[[nodiscard]] QByteArray withStreamUsage(const QByteArray &body, const std::vector<JsonMember> &members);

} // namespace nexus
