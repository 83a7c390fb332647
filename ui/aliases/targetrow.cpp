// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/targetrow.h"

#include "ui/aliases/targetchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/providerstatelook.h"

#include <QApplication>

#include <algorithm>

namespace nexus {

namespace {

constexpr int usualWeight = 1;

} // namespace

TargetRow::TargetRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(grid::unit, this))
{ }

void TargetRow::setTargets(const QStringList &targets, const std::vector<int> &weights)
{
    const auto weightAt = [&weights](qsizetype at) {
        const auto index = static_cast<std::size_t>(at);
        return index < weights.size() ? weights[index] : usualWeight;
    };
    const QSignalBlocker quiet(this);
    if (targets == this->targets()) {
        for (qsizetype i = 0; i < targets.size(); ++i) {
            m_chips[static_cast<std::size_t>(i)]->setWeight(weightAt(i));
        }
        return;
    }
    while (!m_chips.empty()) {
        remove(m_chips.back());
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        insert(targets.at(i), weightAt(i));
    }
}

void TargetRow::setWeighted(bool isWeighted)
{
    m_isWeighted = isWeighted;
    for (TargetChip *const chip : m_chips) {
        chip->setWeighted(isWeighted);
    }
}

void TargetRow::setHealth(const TargetHealth &health)
{
    m_health = health;
    for (TargetChip *const chip : m_chips) {
        showHealth(*chip);
    }
}

void TargetRow::add(const QString &target)
{
    insert(target, usualWeight);
    Q_EMIT changed();
}

QStringList TargetRow::targets() const
{
    QStringList out;
    std::ranges::transform(m_chips, std::back_inserter(out), &TargetChip::target);
    return out;
}

std::vector<int> TargetRow::weights() const
{
    std::vector<int> out;
    std::ranges::transform(m_chips, std::back_inserter(out), &TargetChip::weight);
    return out;
}

std::vector<TargetChip *> TargetRow::chips(const QString &target) const
{
    std::vector<TargetChip *> out;
    std::ranges::copy_if(
        m_chips, std::back_inserter(out), [&](const TargetChip *chip) { return chip->target() == target; });
    return out;
}

void TargetRow::clearResults()
{
    for (TargetChip *const chip : m_chips) {
        chip->setResult({}, {}, Tone::Dim, {});
    }
}

TargetChip *TargetRow::insert(const QString &target, int weight)
{
    auto *const chip = new TargetChip(target, weight, this);
    chip->setWeighted(m_isWeighted);
    showHealth(*chip);
    m_chips.push_back(chip);
    m_layout->addWidget(chip);
    chip->show();
    connect(chip, &TargetChip::weightChanged, this, &TargetRow::changed);
    connect(chip, &TargetChip::removeWanted, this, [this, chip] { remove(chip); });
    connect(chip, &TargetChip::stepWanted, this, [this, chip](int by) {
        const auto at = std::ranges::find(m_chips, chip) - m_chips.begin();
        const int to = static_cast<int>(at) + by;
        if (to >= 0 && to < static_cast<int>(m_chips.size())) {
            move(chip, to);
            Q_EMIT changed();
        }
    });
    connect(chip, &TargetChip::dragged, this, [this, chip](const QPoint &place) { moveBelow(chip, place); });
    connect(chip, &TargetChip::dropped, this, &TargetRow::changed);
    return chip;
}

void TargetRow::remove(TargetChip *chip)
{
    const auto found = std::ranges::find(m_chips, chip);
    if (found == m_chips.end()) {
        return;
    }
    const bool hadFocus = chip->hasFocus() || chip->isAncestorOf(QApplication::focusWidget());
    const auto next = m_chips.erase(found);
    m_layout->removeWidget(chip);
    chip->hide();
    chip->deleteLater();
    if (hadFocus && !m_chips.empty()) {
        (next == m_chips.end() ? m_chips.back() : *next)->setFocus();
    }
    Q_EMIT changed();
}

void TargetRow::move(TargetChip *chip, int to)
{
    const auto begin = m_chips.begin();
    const int from = static_cast<int>(std::ranges::find(m_chips, chip) - begin);
    if (from == to) {
        return;
    }
    if (from < to) {
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    } else {
        std::rotate(begin + to, begin + from, begin + from + 1);
    }
    m_layout->move(from, to);
    m_layout->activate();
    orderTabs();
}

// A chip that is dragged takes the place of the one below the pointer, once it would not jump back at once.
void TargetRow::moveBelow(TargetChip *chip, const QPoint &place)
{
    const QPoint point = mapFromGlobal(place);
    const auto from = std::ranges::find(m_chips, chip) - m_chips.begin();
    for (std::size_t at = 0; at < m_chips.size(); ++at) {
        const QRect other = m_chips[at]->geometry();
        if (m_chips[at] == chip || !other.contains(point)) {
            continue;
        }
        const bool isSameLine = other.y() == chip->y();
        const bool isPastMiddle = static_cast<std::ptrdiff_t>(at) > from ? point.x() > other.center().x()
                                                                         : point.x() < other.center().x();
        if (!isSameLine || isPastMiddle) {
            move(chip, static_cast<int>(at));
        }
        return;
    }
}

void TargetRow::showHealth(TargetChip &chip) const
{
    const QString provider = chip.target().section(u'/', 0, 0);
    if (m_health.aliases.contains(chip.target())) {
        chip.setHealth(QStringLiteral("link"), Tone::Dim, tr("Another alias."));
        return;
    }
    const auto row = m_health.providers.constFind(provider);
    if (row == m_health.providers.cend()) {
        chip.setHealth(QStringLiteral("minus"), Tone::Dim, tr("Nothing is known of its provider yet."));
        return;
    }
    const ProviderStateLook look = lookOf(row->state);
    const bool isReady = row->state == ProviderState::Ready;
    const QString word = providerStateWord(row->state);
    chip.setHealth(isReady ? QStringLiteral("dot") : look.icon, look.tone, tr("%1: %2.").arg(provider, word));
}

void TargetRow::orderTabs()
{
    for (std::size_t i = 1; i < m_chips.size(); ++i) {
        setTabOrder(m_chips[i - 1], m_chips[i]);
    }
}

} // namespace nexus
