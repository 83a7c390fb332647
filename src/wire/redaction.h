// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace nexus {

//! \brief \a text without keys: every occurrence of one of \a secrets, and everything of 16 or more
//! characters that looks like a key or token, becomes `[redacted]`.
[[nodiscard]] QString redacted(QString text, const QList<QByteArray> &secrets);

//! \brief \a bytes with every occurrence of one of \a secrets replaced by `[redacted]`, all else as it was.
[[nodiscard]] QByteArray withoutSecrets(QByteArray bytes, const QList<QByteArray> &secrets);

} // namespace nexus
