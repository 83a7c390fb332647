// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace nexus {

//! \brief What an error body of the OpenAI dialect says.
struct ErrorShape {
    //! One member `error` with exactly message, type, param and code, the last two a string or null.
    bool isWellFormed = false;
    QByteArray message;
    QByteArray type;
    QByteArray param; //!< empty for null
    QByteArray code; //!< empty for null
};

//! \brief Reads \a json as an error body.
[[nodiscard]] ErrorShape errorShape(const QByteArray &json);

//! \brief A chunk of a streamed answer of \a model with \a content, and with \a finish when there is one.
[[nodiscard]] QByteArray chunkOf(
    const QByteArray &model, const QByteArray &content, const QByteArray &finish = {});

//! \brief An event of a stream that carries \a data.
[[nodiscard]] QByteArray eventOf(const QByteArray &data);

//! \brief Whether \a bytes are whole UTF-8.
[[nodiscard]] bool isUtf8(const QByteArray &bytes);

} // namespace nexus
