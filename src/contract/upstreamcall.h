// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/httpmessage.h"

#include <QByteArray>
#include <QObject>

#include <optional>

namespace nexus {

//! \brief One request to a provider, from sending to its single ending.
//!
//! Signals come in this order: headArrived() at most once, bodyArrived() any number of times after it,
//! ended() exactly once and last, never from inside the call that started it. After abort() or destruction
//! no signal comes. The body is pulled with read(); what is not read stays upstream, within a bounded buffer.
//! Lives in its worker's thread.
class UpstreamCall : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! \brief Takes up to \a max bytes of the body that have arrived.
    [[nodiscard]] virtual QByteArray read(qint64 max) = 0;
    [[nodiscard]] virtual qint64 bytesAvailable() const = 0;

    //! \brief Ends the exchange with the provider now; its connection is closed. Idempotent.
    virtual void abort() = 0;

Q_SIGNALS:
    void headArrived(const nexus::ResponseHead &head);
    void bodyArrived();
    //! \a error is empty when the answer came whole; all its bytes can still be read.
    void ended(const std::optional<nexus::Error> &error);
};

} // namespace nexus
