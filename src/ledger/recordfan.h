// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <initializer_list>
#include <vector>

namespace nexus {

//! \brief Hands each record to several takers, in order. As thread-safe as they are.
class RecordFan final : public RecordSink {
public:
    //! \param takers outlive the fan
    RecordFan(std::initializer_list<RecordSink *> takers)
        : m_takers(takers)
    { }

    void record(const RequestRecord &record) override
    {
        for (RecordSink *taker : m_takers) {
            taker->record(record);
        }
    }

private:
    std::vector<RecordSink *> m_takers;
};

} // namespace nexus
