// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <memory>

namespace nexus {

//! \brief A record that several keep, without a copy for each.
using SharedRecord = std::shared_ptr<const RequestRecord>;

//! \brief A copy of \a record without what was said.
[[nodiscard]] inline SharedRecord withoutBodies(const RequestRecord &record)
{
    auto copy = std::make_shared<RequestRecord>(record);
    copy->bodies = {};
    return copy;
}

//! \brief Takes records to keep them.
class SharedRecordSink : public RecordSink {
public:
    virtual void take(const SharedRecord &record) = 0;

    void record(const RequestRecord &record) final { take(std::make_shared<const RequestRecord>(record)); }
};

} // namespace nexus
