// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/modelanswers.h"

#include <QByteArrayList>

#include <string>

namespace nexus::matrix {

using kit::Json;

//! \brief What is wrong with a cell, all of it at once.
class Findings final {
public:
    //! \brief Notes when \a seen is not \a wanted; members of objects may stand in any order.
    void same(const std::string &what, const Json &seen, const Json &wanted);
    //! \brief Notes when \a isRight is false.
    void holds(const std::string &what, bool isRight);
    void add(const std::string &what);
    void add(const QByteArrayList &all) { m_all += all; }

    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    [[nodiscard]] QByteArray text() const { return m_all.join("\n    "); }
    [[nodiscard]] QByteArrayList all() const { return m_all; }

private:
    QByteArrayList m_all;
};

} // namespace nexus::matrix
