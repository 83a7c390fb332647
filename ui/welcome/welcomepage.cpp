// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/welcomepage.h"

#include "service/gatewayhost.h"
#include "ui/welcome/connectstep.h"
#include "ui/welcome/keystep.h"
#include "ui/welcome/stepcard.h"
#include "ui/welcome/trystep.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace nexus {

namespace {

constexpr int columnWidth = 760;

} // namespace

WelcomePage::WelcomePage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Welcome to Nexus"), parent)
    , m_parts(parts)
    , m_key(new KeyStep(parts))
    , m_try(new TryStep(parts))
    , m_connect(new ConnectStep(parts))
    , m_skip(linkButton(tr("Skip"), this))
{
    m_skip->setObjectName(QStringLiteral("welcomeSkipButton"));
    m_skip->setToolTip(tr("All of this can be done later on its pages."));
    addAction(m_skip);
    makeLayout();
    connectParts();
    open(Key);
}

void WelcomePage::makeLayout()
{
    auto *const column = new QWidget;
    column->setMaximumWidth(columnWidth);
    auto *const cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    cards->addWidget(
        dimLabel(tr("Three steps, and your programs talk to every model through one address."), column));
    m_cards = {new StepCard(1, tr("Add a key"), m_key, column), new StepCard(2, tr("Try it"), m_try, column),
        new StepCard(3, tr("Connect your app"), m_connect, column)};
    for (StepCard *const card : m_cards) {
        cards->addWidget(card);
    }
    cards->addStretch(1);
    auto *const frame = new QWidget;
    auto *const middle = new QHBoxLayout(frame);
    middle->setContentsMargins(0, 0, grid::unit, 0);
    middle->addStretch(1);
    middle->addWidget(column, 100);
    middle->addStretch(1);
    auto *const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(frame);
    content()->addWidget(area, 1);
}

void WelcomePage::connectParts()
{
    connect(m_skip, &QPushButton::clicked, this, &WelcomePage::finished);
    connect(m_key, &KeyStep::added, this, &WelcomePage::onAdded);
    connect(m_key, &KeyStep::demoChosen, this, &WelcomePage::onDemo);
    connect(m_try, &TryStep::modelChanged, this, [this] { m_connect->setModel(m_try->model()); });
    connect(m_try, &TryStep::answered, this, [this](const QString &summary) {
        m_cards[Try]->setDone(summary);
        // The answer stays in sight; what is next opens below it.
        m_cards[Connect]->setOpen(true);
    });
    connect(m_connect, &ConnectStep::copied, this, [this] { m_cards[Connect]->setDone(tr("copied")); });
    connect(m_connect, &ConnectStep::doneClicked, this, &WelcomePage::finished);
    for (const Step step : {Key, Try, Connect}) {
        connect(m_cards[step], &StepCard::openWanted, this, [this, step] { open(step); });
    }
}

void WelcomePage::open(Step step)
{
    for (const Step each : {Key, Try, Connect}) {
        m_cards[each]->setOpen(each == step);
    }
    const bool isBare = step != Key && m_try->model().isEmpty() && !m_cards[Key]->isDone();
    if (isBare) {
        m_try->setProvider(QStringLiteral("demo"));
    }
}

void WelcomePage::onAdded(const QString &provider)
{
    m_cards[Key]->setDone(tr("%1 was added").arg(provider));
    m_parts.host.gateway().catalog().refresh();
    m_try->setProvider(provider);
    open(Try);
}

void WelcomePage::onDemo()
{
    m_cards[Key]->setDone(tr("the demo model, for now"));
    m_try->setProvider(QStringLiteral("demo"));
    open(Try);
}

} // namespace nexus
