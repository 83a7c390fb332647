// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <ctime>

namespace nexus {

//! \brief The Date header (RFC 9110 section 5.6.7), made once a second.
class DateClock final {
public:
    [[nodiscard]] const QByteArray &now();

private:
    std::time_t m_second = -1;
    QByteArray m_text;
};

} // namespace nexus
