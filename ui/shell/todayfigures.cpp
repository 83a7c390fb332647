// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/todayfigures.h"

#include "ledger/history/historyrow.h"
#include "ledger/history/historysums.h"
#include "ui/models/usagemodel.h"
#include "ui/models/words.h"

#include <QDate>

namespace nexus {

namespace {

constexpr std::chrono::seconds betweenQuestions {2}; // as the overview, so that both change together
constexpr qsizetype keptErrors = 5;

QString describe(const RequestRecord &record)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(historyTime(record));
    const QString what = record.error ? record.error->message.section(QLatin1Char('\n'), 0, 0) : QString();
    const QString model = QString::fromUtf8(record.askedModel);
    return QStringLiteral("%1  %2  %3  %4")
        .arg(words::moment(time, QDateTime::currentDateTime()), QString::number(record.status), model,
            what.left(80));
}

// Of what was read.
UsageSum sumOf(const TodayFigures::Figures &figures)
{
    UsageSum sum;
    sum.requests = figures.requests;
    sum.errors = figures.errors;
    sum.microDollars = figures.microDollars.value_or(0);
    sum.unpriced = figures.unpriced;
    return sum;
}

} // namespace

TodayFigures::TodayFigures(LiveFeed &feed, HistoryDesk &history, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_history(history)
    , m_watch(feed.watch())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenQuestions);
    connect(&m_pause, &QTimer::timeout, this, &TodayFigures::ask);
    connect(&feed, &LiveFeed::happened, this, &TodayFigures::onHappened);
    ask();
}

QString TodayFigures::cost() const
{
    return m_figures.microDollars ? UsageModel::costText(sumOf(m_figures)) : words::unknown();
}

QString TodayFigures::costHint() const
{
    return UsageModel::costHint(sumOf(m_figures));
}

void TodayFigures::onHappened(const std::vector<LiveEvent> &events)
{
    Figures figures = m_figures;
    figures.running = static_cast<int>(m_feed.running().size());
    bool hasEnded = false;
    for (const LiveEvent &event : events) {
        if (event.kind != LiveEvent::Kind::Ended) {
            continue;
        }
        hasEnded = true;
        if (event.request.record->operation && event.request.record->status >= 400) {
            figures.lastErrors.prepend(describe(*event.request.record));
        }
    }
    figures.lastErrors = figures.lastErrors.mid(0, keptErrors);
    become(std::move(figures));
    if (hasEnded && !m_pause.isActive()) {
        m_pause.start();
    }
}

void TodayFigures::ask()
{
    const qint64 midnight = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    m_history.ask<UsageSum>(
        this,
        [midnight](const HistoryReader &reader) -> Result<UsageSum> {
            UsageQuery query;
            query.withLatency = false;
            query.filter = {{.field = HistoryTerm::Field::Since, .text = {}, .range = {.low = midnight}}};
            const Result<std::vector<UsageSum>> sums = usageSums(reader, query);
            return sums ? Result<UsageSum>(totalOf(*sums)) : failure(sums.error());
        },
        [this](const Result<UsageSum> &sum) {
            Figures figures = m_figures;
            if (sum) {
                figures.requests = sum->requests;
                figures.errors = sum->errors;
                figures.microDollars = sum->microDollars;
                figures.unpriced = sum->unpriced;
            } else {
                figures.microDollars.reset();
                figures.unpriced = 0;
            }
            become(std::move(figures));
        });
}

void TodayFigures::become(Figures figures)
{
    if (figures == m_figures) {
        return;
    }
    m_figures = std::move(figures);
    Q_EMIT changed();
}

} // namespace nexus
