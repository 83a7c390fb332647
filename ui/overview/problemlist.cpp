// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/problemlist.h"

#include "ledger/history/historyrow.h"
#include "ledger/live/livefeed.h"
#include "ui/models/words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr std::size_t mostProblems = 5;

// The provider that somebody has to look after: its key or its address is wrong.
QString providerAtFault(const RequestRecord &record)
{
    const QString name = record.provider.isEmpty() && !record.attempts.empty()
        ? record.attempts.back().provider
        : record.provider;
    if (!record.error || name.isEmpty()) {
        return {};
    }
    const Error &error = *record.error;
    const bool isRefused
        = error.upstreamStatus == 401 || error.upstreamStatus == 402 || error.upstreamStatus == 403;
    const bool isAtFault = isRefused || error.kind == ErrorKind::Unauthenticated
        || error.kind == ErrorKind::UpstreamUnreachable;
    return isAtFault ? name : QString();
}

} // namespace

ProblemList::ProblemList(const LiveFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("overviewProblems"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(sectionLabel(tr("Last problems"), this));
    m_rows->setSpacing(2);
    layout->addLayout(m_rows);
}

void ProblemList::refresh()
{
    std::vector<std::shared_ptr<const RequestRecord>> problems;
    const auto recent = m_feed.recent();
    for (auto at = recent.rbegin(); at != recent.rend() && problems.size() < mostProblems; ++at) {
        if ((*at)->operation && (*at)->status >= 400) {
            problems.push_back(*at);
        }
    }
    std::vector<quint64> numbers;
    numbers.reserve(problems.size());
    for (const auto &problem : problems) {
        numbers.push_back(problem->number);
    }
    if (numbers == m_shown && m_rows->count() > 0) {
        return;
    }
    m_shown = numbers;
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &problem : problems) {
        m_rows->addWidget(rowOf(*problem));
    }
    if (problems.empty()) {
        m_rows->addWidget(dimLabel(tr("None since Nexus was started."), this));
    }
}

QWidget *ProblemList::rowOf(const RequestRecord &record)
{
    const QString time
        = words::moment(QDateTime::fromMSecsSinceEpoch(historyTime(record)), QDateTime::currentDateTime());
    const QString what = record.error ? record.error->message.section(u'\n', 0, 0) : QString();
    auto *const row = new QWidget(this);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(dimLabel(time, row));
    layout->addWidget(plainLabel(tr("%1 · %2 · %3")
                                     .arg(QString::number(record.status),
                                         words::orUnnamed(QString::fromUtf8(record.askedModel)), what),
                          row),
        1);
    if (const QString provider = providerAtFault(record); !provider.isEmpty()) {
        addLink(*layout, tr("Open the provider"), provider, {PageId::Providers, provider});
    } else if (record.error && record.error->kind == ErrorKind::QuotaExceeded) {
        addLink(*layout, tr("Open the budgets"), time, {PageId::Usage, QStringLiteral("budgets")});
    } else if (record.error && record.error->kind == ErrorKind::ModelNotFound) {
        addLink(*layout, tr("Open the models"), time, {.page = PageId::Models});
    }
    addLink(*layout, tr("Show"), tr("Show the request of %1").arg(time),
        {PageId::LiveLog, QStringLiteral("id:") + QString::fromUtf8(record.requestId)});
    return row;
}

void ProblemList::addLink(QLayout &row, const QString &text, const QString &what, const PageLink &link)
{
    QPushButton *const button = linkButton(text, row.parentWidget());
    button->setAccessibleName(what.startsWith(text) ? what : tr("%1: %2").arg(text, what));
    connect(button, &QPushButton::clicked, this, [this, link] { Q_EMIT linkActivated(link); });
    row.addWidget(button);
}

} // namespace nexus
