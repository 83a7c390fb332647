// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/targetchip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int iconSize = 16;
constexpr int chipHeight = 40;
constexpr int longestName = 280;
constexpr int weightWidth = 84;

QLabel *iconLabel(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setFixedSize(iconSize, iconSize);
    return label;
}

int stepOf(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::AltModifier) {
        return 0;
    }
    return event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
}

} // namespace

TargetChip::TargetChip(const QString &target, int weight, QWidget *parent)
    : QFrame(parent)
    , m_target(target)
    , m_icon(iconLabel(this))
    , m_name(new QLabel(this))
    , m_weight(new QSpinBox(this))
    , m_resultIcon(iconLabel(this))
    , m_result(dimLabel({}, this))
    , m_remove(iconButton(QStringLiteral("cross"), tr("Take %1 out").arg(target), this))
{
    setObjectName(QStringLiteral("target_") + target);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setFixedHeight(chipHeight);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_name->setText(m_name->fontMetrics().elidedText(target, Qt::ElideMiddle, longestName));
    m_weight->setObjectName(QStringLiteral("targetWeight"));
    m_weight->setAccessibleName(tr("Weight of %1").arg(target));
    m_weight->setToolTip(tr("The larger its weight, the more requests it gets."));
    m_weight->setRange(0, 1'000'000);
    m_weight->setValue(weight);
    m_weight->setFixedWidth(weightWidth);
    m_weight->setFocusPolicy(Qt::StrongFocus);
    m_weight->installEventFilter(this);
    m_weight->setCursor(Qt::ArrowCursor);
    m_weight->hide();
    m_result->setObjectName(QStringLiteral("targetResult"));
    m_result->setWordWrap(false);
    m_result->hide();
    m_resultIcon->hide();
    m_remove->setObjectName(QStringLiteral("targetRemove"));
    m_remove->setIconSize(QSize(14, 14));
    m_remove->setCursor(Qt::ArrowCursor);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 4, 2);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_weight);
    layout->addWidget(m_resultIcon);
    layout->addWidget(m_result);
    layout->addWidget(m_remove);
    connect(m_weight, &QSpinBox::valueChanged, this, &TargetChip::weightChanged);
    connect(m_remove, &QToolButton::clicked, this, &TargetChip::removeWanted);
    describe();
}

int TargetChip::weight() const
{
    return m_weight->value();
}

void TargetChip::setHealth(const QString &icon, Tone tone, const QString &sentence)
{
    m_icon->setPixmap(lineIcon(icon, tone).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    if (m_health != sentence) {
        m_health = sentence;
        describe();
    }
}

void TargetChip::setWeighted(bool isWeighted)
{
    m_weight->setVisible(isWeighted);
}

void TargetChip::setWeight(int weight)
{
    m_weight->setValue(weight);
}

void TargetChip::setResult(const QString &text, const QString &icon, Tone tone, const QString &hint)
{
    m_result->setText(text);
    m_result->setToolTip(hint);
    m_result->setVisible(!text.isEmpty());
    m_resultIcon->setVisible(!text.isEmpty());
    m_resultIcon->setPixmap(lineIcon(icon, tone).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    setLook(m_result, "look",
        tone == Tone::Bad        ? QStringLiteral("bad")
            : tone == Tone::Good ? QStringLiteral("good")
                                 : QStringLiteral("dim"));
    describe();
}

QString TargetChip::result() const
{
    return m_result->text();
}

void TargetChip::describe()
{
    setToolTip(m_health.isEmpty() ? m_target : tr("%1\n%2").arg(m_target, m_health));
    setAccessibleName(m_target);
    setAccessibleDescription(m_result->text().isEmpty()
            ? tr("%1 Alt and an arrow key move it, Delete takes it out.").arg(m_health)
            : tr("%1 Last test: %2.").arg(m_health, m_result->text()));
}

bool TargetChip::event(QEvent *event)
{
    // The window may have other plans for these keys.
    if (event->type() == QEvent::ShortcutOverride && stepOf(*static_cast<QKeyEvent *>(event)) != 0) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

bool TargetChip::eventFilter(QObject *watched, QEvent *event)
{
    // Who scrolls the page does not mean a weight that passes under the pointer.
    if (watched == m_weight && event->type() == QEvent::Wheel && !m_weight->hasFocus()) {
        event->ignore();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void TargetChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = hasFocus() || m_isDragged;
    const qreal line = isLit ? 2 : 1;
    painter.setPen(QPen(toneColor(isLit ? Tone::Accent : Tone::Hairline, palette()), line));
    painter.setBrush(toneColor(m_isDragged ? Tone::AccentGround : Tone::Raised, palette()));
    const QRectF inner = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.drawRoundedRect(inner, grid::radius, grid::radius);
}

void TargetChip::keyPressEvent(QKeyEvent *event)
{
    if (const int step = stepOf(*event); step != 0) {
        Q_EMIT stepWanted(step);
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removeWanted();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void TargetChip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QFrame::mousePressEvent(event);
        return;
    }
    m_isPressed = true;
    m_pressed = event->globalPosition().toPoint();
}

void TargetChip::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->globalPosition().toPoint();
    if (!m_isPressed) {
        return;
    }
    if (!m_isDragged && (place - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragged = true;
        setCursor(Qt::ClosedHandCursor);
        update();
    }
    if (m_isDragged) {
        Q_EMIT dragged(place);
    }
}

void TargetChip::mouseReleaseEvent(QMouseEvent *)
{
    m_isPressed = false;
    if (!m_isDragged) {
        return;
    }
    m_isDragged = false;
    setCursor(Qt::OpenHandCursor);
    update();
    Q_EMIT dropped();
}

} // namespace nexus
