// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace nexus {

//! \brief A small line without axes: how something went. Says nothing that is not said in words beside it.
class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    //! \brief Oldest first. Fewer than two values draw nothing.
    void setValues(std::vector<double> values);

    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;

    std::vector<double> m_values;
};

} // namespace nexus
