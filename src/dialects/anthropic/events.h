// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string>

namespace nexus::anthropic {

//! \brief A `message` object without content, whose stop fields are null. \a id stays when it is one of
//! Anthropic's; else a new one is made up.
[[nodiscard]] Json messageFrame(const std::string &id, const std::string &model);

//! \brief One server-sent event \a name, whose data has the same type.
[[nodiscard]] QByteArray event(QByteArrayView name, const Json &data);

[[nodiscard]] QByteArray blockStart(int index, Json block);

//! \brief A `content_block_delta` of the \a type, for example `text_delta`, with \a text as its \a member.
[[nodiscard]] QByteArray blockDelta(int index, const char *type, const char *member, QByteArrayView text);

[[nodiscard]] QByteArray blockStop(int index);

} // namespace nexus::anthropic
