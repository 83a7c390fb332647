// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/banner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace nexus {

namespace {

struct KindLook {
    const char *tone;
    const char *icon;
    Tone color;
};

KindLook lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Good:
        return {"good", "check", Tone::Good};
    case Banner::Kind::Warn:
        return {"warn", "warning", Tone::Warn};
    case Banner::Kind::Bad:
        return {"bad", "error", Tone::Bad};
    case Banner::Kind::Plain:
        break;
    }
    return {"plain", "info", Tone::Dim};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(plainLabel({}, this))
    , m_action(new QPushButton(this))
    , m_close(iconButton(QStringLiteral("cross"), tr("Dismiss"), this))
{
    setProperty("look", QStringLiteral("banner"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit + 2);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionClicked);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::say(Kind kind, const QString &sentence, const QString &action)
{
    const KindLook look = lookOf(kind);
    setLook(this, "tone", QLatin1String(look.tone));
    m_kind = kind;
    drawIcon();
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void Banner::drawIcon()
{
    const KindLook look = lookOf(m_kind);
    m_icon->setPixmap(
        lineIcon(QLatin1String(look.icon), look.color).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

} // namespace nexus
