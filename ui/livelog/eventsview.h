// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace nexus {

//! \brief The events of a stream on an axis of time, each a line that is the higher the longer the event is.
//! Its scale is that of the bars above it.
class EventsView final : public QWidget {
    Q_OBJECT

public:
    explicit EventsView(QWidget *parent = nullptr);

    //! \param whole how long the request took, in microseconds
    void setEvents(std::vector<StreamEvent> events, qint64 whole);

    //! \brief Number, time and size of the event that is nearest to \a x, for people; empty without events.
    [[nodiscard]] QString textAt(int x) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintAxis(QPainter &painter, int top) const;
    [[nodiscard]] int placeOf(qint64 milliseconds) const;
    [[nodiscard]] QString note() const;

    std::vector<StreamEvent> m_events;
    qint64 m_whole = 1; // milliseconds
};

//! \brief The least of 1, 2, 5, 10, 20, … milliseconds of which at most \a most fit into \a whole.
[[nodiscard]] qint64 axisStep(qint64 whole, int most);

} // namespace nexus
