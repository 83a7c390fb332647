// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/keysavepanel.h"

#include "secrets/keychainerrors.h"
#include "ui/models/keysaver.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

namespace {

QString sentenceOf(const Error &problem)
{
    if (problem.code == keychain::keyringAbsent) {
        return KeySavePanel::tr(
            "There is no keychain on this machine. Use an environment variable, or keep the key "
            "for this session only: then it is gone when Nexus ends, and has to be entered again.");
    }
    if (problem.code == keychain::keyringSilent) {
        return KeySavePanel::tr(
            "The keychain does not answer. Unlock it where it asks you to, and try again.");
    }
    if (problem.code == keychain::keyringLocked) {
        return KeySavePanel::tr("The keychain is locked. Unlock it and try again.");
    }
    return KeySavePanel::tr(
        "The keychain could not keep the key. See whether its service runs, and try again.");
}

} // namespace

KeySavePanel::KeySavePanel(const QString &name, KeySaver &saver, QWidget *parent)
    : QFrame(parent)
    , m_saver(saver)
    , m_icon(new QLabel(this))
    , m_sentence(plainLabel({}, this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_environment(new QPushButton(tr("Use an environment variable"), this))
    , m_session(new QPushButton(tr("Keep for this session only"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setProperty("look", QStringLiteral("banner"));
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_retry->setObjectName(name + QStringLiteral("RetryButton"));
    m_environment->setObjectName(name + QStringLiteral("EnvironmentButton"));
    m_session->setObjectName(name + QStringLiteral("SessionButton"));
    m_cancel->setObjectName(name + QStringLiteral("CancelButton"));
    auto *const words = new QHBoxLayout;
    words->setSpacing(grid::unit + 2);
    words->addWidget(m_icon, 0, Qt::AlignTop);
    words->addWidget(m_sentence, 1);
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    for (QPushButton *const button : {m_retry, m_environment, m_session, m_cancel}) {
        actions->addWidget(button);
    }
    actions->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(words);
    layout->addLayout(actions);
    connect(m_retry, &QPushButton::clicked, this, [this] { m_saver.retry(); });
    connect(m_session, &QPushButton::clicked, this, [this] { m_saver.keepForSession(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_saver.drop(); });
    connect(m_environment, &QPushButton::clicked, this, [this] {
        m_saver.drop();
        Q_EMIT environmentWanted();
    });
    connect(&m_saver, &KeySaver::stateChanged, this, &KeySavePanel::showState);
    showState();
}

QString KeySavePanel::failureSentence() const
{
    const QString sentence = sentenceOf(m_saver.problem());
    return m_saver.failedName().isEmpty() ? sentence
                                          : sentence + QLatin1Char(' ')
            + tr("It failed at %1, so that nothing was kept.").arg(m_saver.failedName());
}

QString KeySavePanel::busySentence() const
{
    return m_saver.isLong() ? tr("Waiting for the keychain. Look for its window: it may ask for a password.")
                            : tr("Waiting for the keychain. It may ask you to unlock it.");
}

void KeySavePanel::showState()
{
    const KeySaver::State state = m_saver.state();
    const bool isBusy = state == KeySaver::State::Busy;
    const bool isFailed = state == KeySaver::State::Failed;
    setVisible(isBusy || isFailed);
    setLook(this, "tone", isBusy ? QStringLiteral("plain") : QStringLiteral("warn"));
    m_icon->setPixmap(
        lineIcon(isBusy ? QStringLiteral("lock") : QStringLiteral("warning"), isBusy ? Tone::Dim : Tone::Warn)
            .pixmap(QSize(18, 18), devicePixelRatioF()));
    m_sentence->setText(isBusy ? busySentence() : isFailed ? failureSentence() : QString());
    m_retry->setVisible(isFailed && m_saver.mayRetry());
    m_environment->setVisible(isFailed || m_saver.isLong());
    m_session->setVisible(isFailed);
    m_cancel->setVisible(isBusy);
}

} // namespace nexus
