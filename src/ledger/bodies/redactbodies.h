// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QByteArray>

namespace nexus {

//! \brief \a bodies as they may be kept and shown: keys and tokens down to their last four letters, as
//! `***cdef`, and base64 of images, files and signatures as `{size:1234,sha256:…}`, of what it stands for.
//!
//! What is JSON stays JSON, and all else stays as it is. A key that a stream carries in several pieces is
//! found, too. Takes some milliseconds for a long body, so it belongs in no worker's thread.
[[nodiscard]] RecordedBodies redacted(RecordedBodies bodies);

//! \brief The same for one text that is no stream.
[[nodiscard]] QByteArray redactedText(const QByteArray &text);

} // namespace nexus
