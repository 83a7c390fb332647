// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestfacts.h"

#include <QScrollArea>

namespace nexus {

//! \brief Facts below each other: name, value, and how it came out.
class FactsView final : public QScrollArea {
    Q_OBJECT

public:
    //! \param isMoney whether values are amounts, which stand on the right with a line above the last
    FactsView(const QString &name, bool isMoney, QWidget *parent = nullptr);

    void setFacts(const FactTable &facts);

private:
    bool m_isMoney;
    FactTable m_facts;
};

} // namespace nexus
