// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace nexus {

//! \brief A key or token. It is wiped from memory when it dies and cannot be printed or compared by accident.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {
        m_value.detach();
    }
    Secret(const Secret &other)
        : m_value(other.m_value.constData(), other.m_value.size())
    { }
    Secret(Secret &&other) noexcept
        : m_value(std::exchange(other.m_value, {}))
    { }
    Secret &operator=(Secret other) noexcept
    {
        m_value.swap(other.m_value);
        return *this;
    }
    ~Secret() { wipe(); }

    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }

    //! \brief The secret itself, for the one place that sends it.
    [[nodiscard]] const QByteArray &reveal() const { return m_value; }

    //! \brief Whether both hold the same bytes.
    bool operator==(const Secret &other) const { return m_value == other.m_value; }

private:
    void wipe();

    QByteArray m_value;
};

} // namespace nexus
