// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestlogmodel.h"

//! \brief What the cells of RequestLogModel say.
namespace nexus::cells {

[[nodiscard]] QVariant data(const RequestLine &line, RequestLogModel::Column column, int role);
[[nodiscard]] QString title(RequestLogModel::Column column);
[[nodiscard]] Qt::Alignment alignment(RequestLogModel::Column column);

//! \brief What the client asked for and where that led: `safe → backup/gpt-4`.
[[nodiscard]] QString route(const RequestLine &line);
//! \brief In a word or two: `200`, `Streaming`, `Refused 429`.
[[nodiscard]] QString state(const RequestLine &line);
//! \brief The same as a sentence.
[[nodiscard]] QString stateSentence(const RequestLine &line);
[[nodiscard]] QString stateIcon(const RequestLine &line);
//! \brief See RequestLogModel::ToneRole.
[[nodiscard]] QString stateTone(const RequestLine &line);
[[nodiscard]] QString cache(const RequestLine &line);

} // namespace nexus::cells
