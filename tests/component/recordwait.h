// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gateway.h"

#include <QTest>

#include <memory>

namespace nexus {

//! \brief The record of request number \a index of \a gateway, waited for; an empty one when it never came.
inline RequestRecord recordOf(Gateway &gateway, std::size_t index = 0)
{
    LiveFeed &feed = gateway.ledger().live();
    (void)QTest::qWaitFor([&feed, index] { return feed.recent().size() > index; });
    const auto records = feed.recent();
    return records.size() > index ? *records[index] : RequestRecord();
}

} // namespace nexus
