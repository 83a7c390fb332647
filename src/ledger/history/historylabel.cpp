// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historylabel.h"

#include <QDateTime>

namespace nexus {

namespace {

using By = UsageQuery::By;

// SQLite knows no zones, but comparisons: the offset changes a few times in a year.
QString offsetSql(const QTimeZone &zone, qint64 first, qint64 last)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(first, QTimeZone::utc());
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(std::max(first, last), QTimeZone::utc());
    QString sql = QString::number(zone.offsetFromUtc(from));
    const QTimeZone::OffsetDataList changes = zone.transitions(from, to);
    for (const QTimeZone::OffsetData &change : changes) {
        sql = QStringLiteral("CASE WHEN %1 >= %2 THEN %3 ELSE %4 END")
                  .arg(QStringLiteral("%1"), QString::number(change.atUtc.toSecsSinceEpoch()),
                      QString::number(change.offsetFromUtc), sql);
    }
    return QStringLiteral("(%1)").arg(sql);
}

} // namespace

HistoryLabel::HistoryLabel(UsageQuery::By by, const QTimeZone &zone, qint64 first, qint64 last)
    : m_by(by)
    , m_offset(offsetSql(zone, first, last))
{ }

QString HistoryLabel::expression(const QString &seconds) const
{
    QString offset = m_offset;
    offset.replace(QStringLiteral("%1"), seconds);
    const QString local = QStringLiteral("((%1) + %2)").arg(seconds, offset);
    switch (m_by) {
    case By::All:
        return QStringLiteral("''");
    case By::Hour:
        return local + QStringLiteral(" / 3600");
    case By::Day:
    case By::Month:
        return local + QStringLiteral(" / 86400");
    case By::Model:
    case By::Provider:
    case By::Client:
    case By::Alias:
        return column();
    }
    return {};
}

QString HistoryLabel::text(const QVariant &value) const
{
    const auto at = [&value](qint64 seconds) {
        return QDateTime::fromSecsSinceEpoch(value.toLongLong() * seconds, QTimeZone::utc());
    };
    switch (m_by) {
    case By::Hour:
        return at(3'600).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case By::Day:
        return at(86'400).toString(QStringLiteral("yyyy-MM-dd"));
    case By::Month:
        return at(86'400).toString(QStringLiteral("yyyy-MM"));
    case By::All:
    case By::Model:
    case By::Provider:
    case By::Client:
    case By::Alias:
        break;
    }
    return value.toString();
}

QString HistoryLabel::column() const
{
    switch (m_by) {
    case By::Model:
        return QStringLiteral("model");
    case By::Provider:
        return QStringLiteral("provider");
    case By::Client:
        return QStringLiteral("client");
    case By::Alias:
        return QStringLiteral("alias");
    case By::All:
    case By::Hour:
    case By::Day:
    case By::Month:
        break;
    }
    return {};
}

} // namespace nexus
