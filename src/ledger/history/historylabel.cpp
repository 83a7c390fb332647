// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historylabel.h"

#include <QDateTime>

namespace nexus {

namespace {

using By = UsageQuery::By;

QString labelSql(By by)
{
    switch (by) {
    case By::All:
        return QStringLiteral("''");
    case By::Hour:
        return QStringLiteral("hour");
    case By::Day:
    case By::Month:
        return QStringLiteral("day");
    case By::Model:
        return QStringLiteral("model");
    case By::Provider:
        return QStringLiteral("provider");
    case By::Client:
        return QStringLiteral("client");
    case By::Alias:
        return QStringLiteral("alias");
    }
    return {};
}

} // namespace

HistoryLabel::HistoryLabel(UsageQuery::By by)
    : m_by(by)
    , m_sql(labelSql(by))
{ }

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

bool HistoryLabel::isName() const
{
    return m_by == By::Model || m_by == By::Provider || m_by == By::Client || m_by == By::Alias;
}

} // namespace nexus
