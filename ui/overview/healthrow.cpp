// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/healthrow.h"

#include "ui/models/words.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/providerstatelook.h"

#include <QPushButton>

namespace nexus {

HealthRow::HealthRow(GatewayHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
{
    new FlowLayout(grid::unit, this);
    refresh();
}

void HealthRow::refresh()
{
    std::vector<ProviderRow> now = providerRows(m_host);
    for (ProviderRow &row : now) {
        row.untilProbe = {}; // not shown here
    }
    if (now == m_shown && !std::exchange(m_isOld, false)) {
        return;
    }
    m_shown = std::move(now);
    while (QLayoutItem *const item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ProviderRow &row : m_shown) {
        layout()->addWidget(chip(row));
    }
}

void HealthRow::setSums(const std::vector<UsageSum> &sums)
{
    QMap<QString, LatencyTimes> times;
    for (const UsageSum &sum : sums) {
        if (sum.firstByte) {
            times.insert(sum.label, *sum.firstByte);
        }
    }
    m_isOld = m_isOld || times != m_firstTokens;
    m_firstTokens = std::move(times);
}

QPushButton *HealthRow::chip(const ProviderRow &row)
{
    const ProviderStateLook look = lookOf(row.state);
    auto *const out = new QPushButton(lineIcon(look.icon, look.tone), row.name, this);
    const QString &more = row.advice.isEmpty() ? row.lastError : row.advice;
    QString sentence = tr("%1: %2").arg(row.name, more.isEmpty() ? providerStateWord(row.state) : more);
    const auto times = m_firstTokens.constFind(row.name);
    if (times != m_firstTokens.cend()) {
        const auto time = [](qint64 micro) { return words::duration(std::chrono::microseconds(micro)); };
        out->setText(QStringLiteral("%1  %2").arg(row.name, time(times->p50)));
        sentence += u'\n'
            + tr("First token in the last 24 hours: %1 half of the time, below %2 nearly always")
                  .arg(time(times->p50), time(times->p95));
    }
    out->setToolTip(sentence);
    out->setAccessibleName(sentence);
    out->setObjectName(QStringLiteral("health_") + row.name);
    connect(out, &QPushButton::clicked, this, [this, name = row.name] { Q_EMIT providerChosen(name); });
    return out;
}

} // namespace nexus
