// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keyrow.h"

#include "ui/models/probewords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/probeline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace nexus {

namespace {

using std::chrono::seconds;

constexpr int iconSize = 16;

// The whole minutes or seconds that are begun.
QString restSentence(const KeyRest &rest)
{
    const auto left = std::chrono::ceil<seconds>(rest.left);
    const bool isLong = left >= std::chrono::minutes(1);
    const auto count
        = static_cast<int>(isLong ? std::chrono::ceil<std::chrono::minutes>(left).count() : left.count());
    if (rest.reason == KeyOutcome::Refused) {
        return isLong
            ? KeyRow::tr("Refused by the provider. It rests for %n more minute(s).", nullptr, count)
            : KeyRow::tr("Refused by the provider. It rests for %n more second(s).", nullptr, count);
    }
    return isLong ? KeyRow::tr("Has used up its share. It rests for %n more minute(s).", nullptr, count)
                  : KeyRow::tr("Has used up its share. It rests for %n more second(s).", nullptr, count);
}

} // namespace

KeyRow::KeyRow(std::size_t place, QWidget *parent)
    : QWidget(parent)
    , m_ending(plainLabel({}, this))
    , m_place(dimLabel({}, this))
    , m_replace(iconButton(QStringLiteral("edit"), {}, this))
    , m_drop(iconButton(QStringLiteral("trash"), {}, this))
{
    const QString number = QString::number(place);
    m_ending->setObjectName(QStringLiteral("keyListEnding") + number);
    m_place->setObjectName(QStringLiteral("keyListPlace") + number);
    m_replace->setObjectName(QStringLiteral("keyListReplace") + number);
    m_drop->setObjectName(QStringLiteral("keyListDrop") + number);
    m_replace->setFixedSize(grid::control, grid::control);
    m_drop->setFixedSize(grid::control, grid::control);
    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_ending);
    words->addWidget(m_place);
    m_state = addLine(words, QStringLiteral("keyListState") + number);
    m_trial = addLine(words, QStringLiteral("keyListResult") + number);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(words, 1);
    layout->addWidget(m_replace, 0, Qt::AlignTop);
    layout->addWidget(m_drop, 0, Qt::AlignTop);
    connect(m_replace, &QToolButton::clicked, this, &KeyRow::replaceWanted);
    connect(m_drop, &QToolButton::clicked, this, &KeyRow::removalWanted);
}

// In a widget of its own: a layout in which all is hidden would keep the others as narrow as it is.
KeyRow::Line KeyRow::addLine(QVBoxLayout *layout, const QString &name)
{
    auto *const box = new QWidget(this);
    Line line {.box = box, .icon = new QLabel(box), .sentence = plainLabel({}, box)};
    line.sentence->setObjectName(name);
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::unit - 2);
    row->addWidget(line.icon, 0, Qt::AlignTop);
    row->addWidget(line.sentence, 1);
    layout->addWidget(box);
    box->hide();
    return line;
}

void KeyRow::setKey(const QString &ending, const QString &place)
{
    m_ending->setText(ending);
    m_place->setText(place);
    const QString replace = tr("Replace this key: %1").arg(ending);
    m_replace->setToolTip(replace);
    m_replace->setAccessibleName(replace);
    const QString drop = tr("Remove this key: %1").arg(ending);
    m_drop->setToolTip(drop);
    m_drop->setAccessibleName(drop);
}

void KeyRow::setRest(const std::optional<KeyRest> &rest)
{
    if (!rest) {
        say(m_state, {}, Tone::Dim, {});
        return;
    }
    const bool isRefused = rest->reason == KeyOutcome::Refused;
    say(m_state, isRefused ? QStringLiteral("refused") : QStringLiteral("pause"),
        isRefused ? Tone::Bad : Tone::Warn, restSentence(*rest));
}

void KeyRow::setMissing()
{
    say(m_state, QStringLiteral("warning"), Tone::Warn,
        tr("The keychain does not have it, so that it is passed over. Replace it to enter it again."));
}

void KeyRow::setTrying()
{
    say(m_trial, QStringLiteral("clock"), Tone::Dim, tr("Trying…"));
}

void KeyRow::setReport(const ProbeReport &report, const ProviderConfig &provider)
{
    const ProbeLook look = lookOf(report);
    say(m_trial, look.icon, look.tone, probeSentence(report, provider));
}

void KeyRow::forgetReport()
{
    say(m_trial, {}, Tone::Dim, {});
}

void KeyRow::setActionsVisible(bool areVisible)
{
    m_replace->setVisible(areVisible);
    m_drop->setVisible(areVisible);
}

void KeyRow::focusReplace()
{
    m_replace->setFocus();
}

QWidget *KeyRow::setTabOrderAfter(QWidget *before)
{
    setTabOrder(before, m_replace);
    setTabOrder(m_replace, m_drop);
    return m_drop;
}

void KeyRow::say(Line &line, const QString &picture, Tone tone, const QString &sentence)
{
    const bool isDrawn = line.picture == picture && line.tone == tone;
    line.picture = picture;
    line.tone = tone;
    if (!isDrawn && !picture.isEmpty()) {
        draw(line);
    }
    line.sentence->setText(sentence);
    line.box->setVisible(!sentence.isEmpty());
}

void KeyRow::draw(const Line &line) const
{
    line.icon->setPixmap(
        lineIcon(line.picture, line.tone).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

// Another theme has other colours.
void KeyRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Line *const line : {&m_state, &m_trial}) {
            if (line->icon != nullptr && !line->picture.isEmpty()) {
                draw(*line);
            }
        }
    }
}

} // namespace nexus
