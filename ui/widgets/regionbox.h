// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace nexus {

//! \brief Where Bedrock has most of its models, to choose from; any other region can be typed. Begins empty.
class RegionBox final : public QComboBox {
    Q_OBJECT

public:
    explicit RegionBox(QWidget *parent = nullptr);

    [[nodiscard]] QString region() const { return currentText().trimmed(); }
    void setRegion(const QString &region);
};

} // namespace nexus
