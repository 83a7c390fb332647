// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestdossier.h"

#include <QWidget>

class QHBoxLayout;

namespace nexus {

//! \brief Two answers side by side, each below what it cost and how long it took.
class CompareView final : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);

    void setDossiers(const RequestDossier &left, const RequestDossier &right);

Q_SIGNALS:
    void closed();

private:
    [[nodiscard]] QWidget *side(
        const RequestDossier &dossier, const RequestDossier &other, const QString &name);

    QHBoxLayout *m_sides;
};

} // namespace nexus
