// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestfacts.h"

#include <QWidget>

namespace nexus {

//! \brief Stretches of time below each other on one scale, each with its words.
class BarsView final : public QWidget {
    Q_OBJECT

public:
    explicit BarsView(const QString &name, QWidget *parent = nullptr);

    //! \param whole how long the request took, in microseconds
    void setBars(std::vector<TimeBar> bars, qint64 whole);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintBar(QPainter &painter, const TimeBar &bar, int top) const;
    void paintScale(QPainter &painter) const;
    [[nodiscard]] int heightOf(const TimeBar &bar) const;
    [[nodiscard]] int placeOf(qint64 time) const;

    std::vector<TimeBar> m_bars;
    qint64 m_whole = 1;
};

} // namespace nexus
