// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"
#include "wire/tokenusage.h"

#include <utility>

namespace nexus {

class BudgetHold;

//! \brief Says whether a request may be paid for, before it is sent. Thread-safe.
class BudgetGate {
public:
    BudgetGate() = default;
    virtual ~BudgetGate() = default;
    Q_DISABLE_COPY_MOVE(BudgetGate)

    //! \brief Whether there is anything to ask. Costs nothing.
    [[nodiscard]] virtual bool isOn() const = 0;

    //! \brief Keeps what \a expected will cost free for \a record, whose client, names, provider, time and
    //! number are known, until the record arrives or the hold is gone. A request holds for one target at a
    //! time.
    //! \return QuotaExceeded when a budget has not that much left
    [[nodiscard]] virtual Result<BudgetHold> take(const RequestRecord &record, const TokenUsage &expected)
        = 0;

private:
    friend class BudgetHold;
    virtual void release(quint64 request, quint64 serial) = 0;
};

//! \brief What is kept free in budgets for one request; given back with the object, unless the record came
//! first. Default constructed it holds nothing. The gate outlives it.
class BudgetHold final {
public:
    BudgetHold() = default;
    BudgetHold(BudgetGate &gate, quint64 request, quint64 serial)
        : m_gate(&gate)
        , m_request(request)
        , m_serial(serial)
    { }
    BudgetHold(BudgetHold &&other) noexcept
        : m_gate(std::exchange(other.m_gate, nullptr))
        , m_request(other.m_request)
        , m_serial(other.m_serial)
    { }
    BudgetHold &operator=(BudgetHold &&other) noexcept
    {
        std::swap(m_gate, other.m_gate);
        std::swap(m_request, other.m_request);
        std::swap(m_serial, other.m_serial);
        other.release();
        return *this;
    }
    BudgetHold(const BudgetHold &) = delete;
    BudgetHold &operator=(const BudgetHold &) = delete;
    ~BudgetHold() { release(); }

    void release()
    {
        if (BudgetGate *const gate = std::exchange(m_gate, nullptr)) {
            gate->release(m_request, m_serial);
        }
    }

private:
    BudgetGate *m_gate = nullptr;
    quint64 m_request = 0;
    quint64 m_serial = 0; // tells it from others of the same request
};

} // namespace nexus
