// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <cstddef>

namespace nexus::gemini {

//! \brief InvalidRequest about the field \a param, in OpenAI's form (`messages[0].content`); the message
//! names it as a JSON pointer and goes on with \a what, for example "must be …".
[[nodiscard]] Error refusal(const QByteArray &param, const QString &what);

//! \brief `messages[index].content`.
[[nodiscard]] QByteArray contentParam(std::size_t index);

//! \brief An answer that cannot be read; \a what is a whole sentence for the client.
[[nodiscard]] Error unreadable(const QString &what);

} // namespace nexus::gemini
