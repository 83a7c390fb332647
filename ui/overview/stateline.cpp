// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/stateline.h"

#include "ui/models/hostproblem.h"
#include "ui/models/snippets.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

using State = GatewayHost::State;
constexpr QSize iconSize {22, 22};

} // namespace

StateLine::StateLine(GatewayHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_icon(new QLabel(this))
    , m_words(plainLabel({}, this))
    , m_reason(plainLabel({}, this))
    , m_copy(new CopyButton(
          QString(), [this] { return openAiBaseUrl(m_host.address()); }, this))
    , m_action(new QPushButton(this))
    , m_settings(new QPushButton(tr("Open settings"), this))
{
    setLook(m_words, "look", QStringLiteral("title"));
    setLook(m_reason, "look", QStringLiteral("bad"));
    m_words->setObjectName(QStringLiteral("overviewState"));
    m_copy->setObjectName(QStringLiteral("overviewCopy"));
    m_copy->setToolTip(tr("Copy address"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_reason->setObjectName(QStringLiteral("overviewReason"));
    m_action->setObjectName(QStringLiteral("overviewAction"));
    m_settings->setObjectName(QStringLiteral("overviewSettings"));
    m_words->setWordWrap(false);
    auto *const line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(m_icon);
    line->addWidget(m_words);
    line->addWidget(m_copy);
    line->addStretch(1);
    line->addWidget(m_settings);
    line->addWidget(m_action);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_reason);
    connect(m_action, &QPushButton::clicked, this, &StateLine::act);
    connect(m_settings, &QPushButton::clicked, this, &StateLine::settingsRequested);
    connect(&host, &GatewayHost::stateChanged, this, &StateLine::showState);
    showState();
}

void StateLine::showState()
{
    const State state = m_host.state();
    const QString address = m_host.address().toString();
    const auto draw = [this](const char *icon, Tone tone) {
        m_icon->setPixmap(lineIcon(QLatin1String(icon), tone).pixmap(iconSize, devicePixelRatioF()));
    };
    m_action->setEnabled(state != State::Draining);
    switch (state) {
    case State::Serving:
        draw("dot", Tone::Good);
        m_words->setText(tr("Serving on %1").arg(address));
        m_action->setText(tr("Pause"));
        break;
    case State::Paused:
        draw("pause", Tone::Warn);
        m_words->setText(tr("Paused on %1").arg(address));
        m_action->setText(tr("Resume"));
        break;
    case State::Draining:
        draw("clock", Tone::Warn);
        m_words->setText(tr("Stopping"));
        break;
    case State::Stopped:
    case State::Failed:
        draw("error", Tone::Bad);
        m_words->setText(tr("Not serving"));
        m_action->setText(state == State::Failed ? tr("Try again") : tr("Start"));
        break;
    }
    m_copy->setVisible(!address.isEmpty());
    const std::optional<HostProblem> problem = problemOf(m_host);
    m_reason->setText(problem ? problem->whole() : QString());
    m_reason->setVisible(problem.has_value());
    m_settings->setVisible(problem.has_value());
    m_settings->setText(isAboutFile() ? tr("Open the file") : tr("Open settings"));
}

// Its name stands before the place in it.
bool StateLine::isAboutFile() const
{
    const QString name = QFileInfo(m_host.configPath()).fileName();
    return !name.isEmpty() && m_host.problem() && m_host.problem()->message.contains(name + u':');
}

void StateLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showState();
    }
}

void StateLine::act()
{
    switch (m_host.state()) {
    case State::Serving:
        m_host.setPaused(true);
        break;
    case State::Paused:
        m_host.setPaused(false);
        break;
    case State::Stopped:
    case State::Failed:
        // How it went is told by the state, which may be the same one for another reason.
        (void)m_host.start();
        showState();
        break;
    case State::Draining:
        break;
    }
}

} // namespace nexus
