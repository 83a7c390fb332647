// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/toggle.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace nexus {

namespace {

constexpr QSizeF pill {36, 20};
constexpr qreal gap = 3; // between the pill and its knob, and around both for the focus

} // namespace

Toggle::Toggle(QWidget *parent)
    : QCheckBox(parent)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Toggle::sizeHint() const
{
    return QSizeF(pill.width() + 2 * gap, grid::control).toSize();
}

void Toggle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF ground(QPointF(), pill);
    ground.moveCenter(QRectF(rect()).center());
    const qreal radius = ground.height() / 2;
    const Tone tone = !isEnabled() ? Tone::Hairline : isChecked() ? Tone::Accent : Tone::Dim;
    if (hasFocus()) {
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(-2, -2, 2, 2), radius + 2, radius + 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(tone, palette()));
    painter.drawRoundedRect(ground, radius, radius);
    QRectF knob(0, 0, ground.height() - 2 * gap, ground.height() - 2 * gap);
    knob.moveCenter(
        QPointF(isChecked() ? ground.right() - radius : ground.left() + radius, ground.center().y()));
    painter.setBrush(toneColor(isChecked() ? Tone::OnAccent : Tone::Surface, palette()));
    painter.drawEllipse(knob);
}

} // namespace nexus
