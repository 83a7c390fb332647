// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/probeline.h"

#include "ui/models/probewords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

ProbeLook lookOf(const ProbeReport &report)
{
    if (report.verdict == ProbeReport::Verdict::NoModels) {
        return {QStringLiteral("warning"), Tone::Warn};
    }
    return report.isGood() ? ProbeLook {QStringLiteral("check"), Tone::Good}
                           : ProbeLook {QStringLiteral("error"), Tone::Bad};
}

ProbeLine::ProbeLine(const QString &name, const Environment &environment,
    std::function<ProviderConfig()> what, QWidget *parent)
    : QWidget(parent)
    , m_what(std::move(what))
    , m_probe(environment)
    , m_button(new QPushButton(tr("Test"), this))
    , m_icon(new QLabel(this))
    , m_sentence(plainLabel({}, this))
{
    m_button->setObjectName(name + QStringLiteral("Button"));
    m_button->setToolTip(tr("Asks for the list of models, which costs nothing."));
    m_sentence->setObjectName(name + QStringLiteral("Result"));
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    connect(m_button, &QPushButton::clicked, this, &ProbeLine::test);
    connect(&m_probe, &ProviderProbe::finished, this, &ProbeLine::onFinished);
    reset();
}

void ProbeLine::reset()
{
    m_probe.stop();
    m_asked = {};
    freeButton();
    m_icon->hide();
    m_sentence->clear();
}

void ProbeLine::test()
{
    m_asked = m_what();
    say(QStringLiteral("clock"), Tone::Dim, tr("Asking for its models…"));
    // A button that is disabled hands the focus to its neighbour, which a second Space would press.
    if (m_button->hasFocus()) {
        setFocus();
    }
    m_button->setEnabled(false);
    m_probe.start(m_asked);
}

QString ProbeLine::sentence() const
{
    return m_sentence->text();
}

void ProbeLine::freeButton()
{
    m_button->setEnabled(true);
    if (hasFocus()) {
        m_button->setFocus();
    }
}

void ProbeLine::onFinished(const ProbeReport &report)
{
    freeButton();
    const ProbeLook look = lookOf(report);
    say(look.icon, look.tone, probeSentence(report, m_asked));
    m_asked = {};
    Q_EMIT tested(report);
}

void ProbeLine::say(const QString &icon, Tone tone, const QString &sentence)
{
    m_icon->setPixmap(lineIcon(icon, tone).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_icon->show();
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

} // namespace nexus
