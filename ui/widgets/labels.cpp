// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/labels.h"

#include "ui/widgets/icons.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace nexus {

namespace {

QLabel *label(const QString &text, const char *look, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("look", QLatin1String(look));
    return label;
}

} // namespace

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return label(text, "section", parent);
}

QLabel *dimLabel(const QString &text, QWidget *parent)
{
    QLabel *const out = label(text, "dim", parent);
    out->setWordWrap(true);
    return out;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    QLabel *const out = label(text, "plain", parent);
    out->setWordWrap(true);
    out->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return out;
}

QFrame *hairline(QWidget *parent)
{
    auto *const line = new QFrame(parent);
    line->setProperty("look", QStringLiteral("hairline"));
    line->setFixedHeight(1);
    return line;
}

QFrame *card(QWidget *parent)
{
    auto *const frame = new QFrame(parent);
    frame->setProperty("look", QStringLiteral("card"));
    return frame;
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    auto *const button = new QPushButton(text, parent);
    button->setProperty("look", QStringLiteral("primary"));
    return button;
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    auto *const button = new QPushButton(text, parent);
    button->setProperty("look", QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(18, 18));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

void saveByKey(QWidget *form, std::function<void()> save)
{
    auto *const key = new QShortcut(QKeySequence::Save, form);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(key, &QShortcut::activated, form, std::move(save));
}

void setLook(QWidget *widget, const char *property, const QString &look)
{
    if (widget->property(property).toString() == look) {
        return;
    }
    widget->setProperty(property, look);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace nexus
