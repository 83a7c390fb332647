// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "contract/requestrecord.h"

namespace nexus {

//! \brief Writes each record as log events: one for every attempt, one for the request.
//!
//! Failures of a provider are warnings, everything else is debug. Thread-safe.
class EventLog final : public RecordSink {
public:
    explicit EventLog(Logger log);

    void record(const RequestRecord &record) override;

private:
    Logger m_log;
};

} // namespace nexus
