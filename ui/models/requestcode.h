// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace nexus {

class MediaShelf;

//! \brief What a request can be copied as.
enum class RequestCode { Curl, Python, Node };

//! \brief A request that is sent again: where to, and what the history has kept of it.
struct Replay {
    QUrl url;
    QByteArray body;
    Dialect dialect = Dialect::OpenAi;

    bool operator==(const Replay &) const = default;
};

//! \brief \a prompt, as the history keeps it, with those of its images and files that \a media has.
[[nodiscard]] QByteArray withMedia(const QByteArray &prompt, const MediaShelf &media);

//! \brief Makes \a prompt, as the history keeps it, a request to \a path of the gateway at \a address.
//! \param model takes the place of the one that was asked for, empty for the same
//! \return InvalidRequest with a sentence where the prompt was not kept whole: it was cut, or it had images,
//! files or keys in it, which are never kept; see withMedia()
[[nodiscard]] Result<Replay> replayOf(const QByteArray &prompt, const QUrl &address, const QString &path,
    Dialect dialect, const QString &model = {});

//! \brief A text that sends \a replay.
[[nodiscard]] QString requestCode(RequestCode code, const Replay &replay);

} // namespace nexus
