// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QByteArray>

namespace nexus {

class MediaShelf;

//! \brief \a bodies as they may be kept and shown: keys and tokens down to their last four letters, as
//! `***cdef`, and base64 of images, files and signatures as `{size:1234,sha256:…}`, of what it stands for.
//!
//! What is JSON stays JSON, and all else stays as it is. A key that a stream carries in several pieces is
//! found, too. Takes some milliseconds for a long body, so it belongs in no worker's thread.
//! \param media is given what the notes of size and hash stand for, nullptr where nobody looks at it
[[nodiscard]] RecordedBodies redacted(RecordedBodies bodies, MediaShelf *media = nullptr);

//! \brief The same for one text that is no stream.
[[nodiscard]] QByteArray redactedText(const QByteArray &text, MediaShelf *media = nullptr);

} // namespace nexus
