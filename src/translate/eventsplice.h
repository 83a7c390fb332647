// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonmember.h"
#include "wire/ssereader.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief A span of an event's data and what takes its place.
struct Edit {
    qsizetype begin = 0; //!< offset in SseEvent::data
    qsizetype end = 0;
    QByteArray text; //!< empty removes the span
};

//! \brief The raw bytes of \a event with \a edits made, which are in order and do not overlap. All other
//! bytes stay; an edit that spans `data:` lines takes their breaks along.
[[nodiscard]] QByteArray spliceEvent(const SseEvent &event, const std::vector<Edit> &edits);

//! \brief The edits that take every member named \a key whose value is `null`, with its comma, out of the
//! object \a data.
[[nodiscard]] std::vector<Edit> withoutNulls(
    QByteArrayView data, const std::vector<JsonMember> &members, QByteArrayView key);

} // namespace nexus
