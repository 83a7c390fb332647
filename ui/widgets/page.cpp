// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/page.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace nexus {

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_head(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    m_title->setProperty("look", QStringLiteral("title"));
    m_title->setFixedHeight(grid::control);
    m_head->setSpacing(grid::unit);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_content->setSpacing(grid::unit);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    outer->setSpacing(grid::margin);
    outer->addLayout(m_head);
    outer->addLayout(m_content, 1);
    setAccessibleName(title);
    setFocusPolicy(Qt::ClickFocus);
}

Page::~Page() = default;

void Page::follow(const QString &) { }

std::unique_ptr<PageState> Page::takeState()
{
    return nullptr;
}

void Page::restore(std::unique_ptr<PageState>) { }

void Page::addAction(QWidget *action)
{
    m_head->addWidget(action);
}

} // namespace nexus
