// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/confirmstrip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

ConfirmStrip::ConfirmStrip(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_sentence(plainLabel({}, this))
    , m_confirm(new QPushButton(this))
    , m_keep(new QPushButton(tr("Keep"), this))
{
    setProperty("look", QStringLiteral("banner"));
    setProperty("tone", QStringLiteral("bad"));
    m_confirm->setProperty("look", QStringLiteral("danger"));
    m_confirm->setObjectName(name + QStringLiteral("ConfirmButton"));
    m_keep->setObjectName(name + QStringLiteral("KeepButton"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_icon->setPixmap(
        lineIcon(QStringLiteral("warning"), Tone::Bad).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_confirm);
    layout->addWidget(m_keep);
    connect(m_keep, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT confirmed();
    });
    hide();
}

void ConfirmStrip::ask(const QString &sentence, const QString &action)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_confirm->setText(action);
    show();
    m_keep->setFocus();
}

QString ConfirmStrip::sentence() const
{
    return m_sentence->text();
}

} // namespace nexus
