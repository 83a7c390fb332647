// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/upstreamcall.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief Watches one UpstreamCall and notes the order of what it says.
class CallProbe final : public QObject {
    Q_OBJECT

public:
    explicit CallProbe(std::unique_ptr<UpstreamCall> watched, bool readsAtOnce = true)
        : call(std::move(watched))
    {
        connect(call.get(), &UpstreamCall::headArrived, this, [this](const ResponseHead &seen) {
            ++headCount;
            head = seen;
        });
        connect(call.get(), &UpstreamCall::bodyArrived, this, [this, readsAtOnce] {
            isBodyBeforeHead = isBodyBeforeHead || headCount == 0;
            if (readsAtOnce) {
                body += call->read(call->bytesAvailable());
            }
        });
        connect(
            call.get(), &UpstreamCall::ended, this, [this, readsAtOnce](const std::optional<Error> &seen) {
                ++endCount;
                error = seen;
                if (readsAtOnce) {
                    body += call->read(call->bytesAvailable());
                }
            });
    }

    [[nodiscard]] bool isOver() const { return endCount > 0; }

    std::unique_ptr<UpstreamCall> call;
    ResponseHead head;
    QByteArray body;
    std::optional<Error> error;
    int headCount = 0;
    int endCount = 0;
    bool isBodyBeforeHead = false;
};

} // namespace nexus
