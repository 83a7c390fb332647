// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/usagemodel.h"

#include "ledger/history/historyexport.h"
#include "ui/models/words.h"

#include <QFont>

namespace nexus {

namespace {

QString times(const std::optional<LatencyTimes> &latency, qint64 LatencyTimes::*member)
{
    return latency ? words::duration(std::chrono::microseconds((*latency).*member)) : words::unknown();
}

QString dollars(qint64 microDollars)
{
    return QString::number(static_cast<double>(microDollars) / 1e6, 'f', 6);
}

// Money is not known at all where no request of many has a price.
std::optional<qint64> costOf(const UsageSum &sum)
{
    const bool isUnknown
        = sum.microDollars == 0 && sum.unpriced > 0 && sum.unpriced >= sum.requests - sum.errors;
    return isUnknown ? std::nullopt : std::optional(sum.microDollars);
}

} // namespace

UsageModel::UsageModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void UsageModel::setRows(std::vector<UsageSum> rows, const UsageSum &total, const QString &nameHead)
{
    beginResetModel();
    m_rows = std::move(rows);
    if (!m_rows.empty()) {
        m_rows.push_back(total);
    }
    m_nameHead = nameHead;
    endResetModel();
}

std::optional<QString> UsageModel::nameAt(int row) const
{
    const bool isName = row >= 0 && row + 1 < static_cast<int>(m_rows.size());
    return isName ? std::optional(m_rows.at(static_cast<std::size_t>(row)).label) : std::nullopt;
}

int UsageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UsageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const UsageSum &sum = m_rows.at(static_cast<std::size_t>(index.row()));
    const bool isTotal = index.row() + 1 == rowCount();
    switch (role) {
    case Qt::DisplayRole:
        return text(sum, isTotal, index.column());
    case Qt::ToolTipRole:
        return hint(sum, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::FontRole:
        if (isTotal) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant UsageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? m_nameHead : words::inTwoLines(title(section));
}

QString UsageModel::title(int column)
{
    switch (column) {
    case Requests:
        return tr("Requests");
    case Errors:
        return tr("Errors");
    case Input:
        return tr("Tokens in");
    case Output:
        return tr("Tokens out");
    case Cached:
        return tr("From cache");
    case Cost:
        return tr("Cost");
    case FirstP50:
        return tr("First token");
    case DurationP50:
        return tr("Total p50");
    case DurationP95:
        return tr("Total p95");
    default:
        return {};
    }
}

QString UsageModel::text(const UsageSum &sum, bool isTotal, int column) const
{
    switch (column) {
    case Name:
        return isTotal ? tr("Together") : words::orUnnamed(sum.label);
    case Requests:
        return words::count(sum.requests);
    case Errors:
        return words::count(sum.errors);
    case Input:
        return words::count(sum.tokens.input);
    case Output:
        return sum.estimated > 0 ? tr("~%1").arg(words::count(sum.tokens.output))
                                 : words::count(sum.tokens.output);
    case Cached:
        return words::count(sum.cached);
    case Cost:
        return costText(sum);
    case FirstP50:
        return times(sum.firstByte, &LatencyTimes::p50);
    case DurationP50:
        return times(sum.duration, &LatencyTimes::p50);
    case DurationP95:
        return times(sum.duration, &LatencyTimes::p95);
    default:
        return {};
    }
}

QString UsageModel::hint(const UsageSum &sum, int column) const
{
    if (column == Name) {
        return sum.label;
    }
    if (column == Cost) {
        return costHint(sum);
    }
    if (column == Output && sum.estimated > 0) {
        return tr("The provider did not count the tokens of %n request(s); they are estimated.", nullptr,
            static_cast<int>(sum.estimated));
    }
    return {};
}

QString UsageModel::costText(const UsageSum &sum)
{
    const std::optional<qint64> cost = costOf(sum);
    const QString money = words::money(cost);
    return sum.unpriced > 0 && cost ? tr("%1 +").arg(money) : money;
}

QString UsageModel::costHint(const UsageSum &sum)
{
    if (sum.unpriced == 0) {
        return {};
    }
    return tr("The price of %n request(s) is not known; they are not in the sum.", nullptr,
        static_cast<int>(sum.unpriced));
}

QByteArray UsageModel::csv() const
{
    QByteArray out = csvLine({m_nameHead, QStringLiteral("requests"), QStringLiteral("errors"),
        QStringLiteral("input_tokens"), QStringLiteral("output_tokens"), QStringLiteral("cached"),
        QStringLiteral("cost_usd"), QStringLiteral("unpriced_requests")});
    for (std::size_t i = 0; i + 1 < m_rows.size(); ++i) {
        const UsageSum &sum = m_rows[i];
        out += csvLine({sum.label, QString::number(sum.requests), QString::number(sum.errors),
            QString::number(sum.tokens.input), QString::number(sum.tokens.output),
            QString::number(sum.cached), dollars(sum.microDollars), QString::number(sum.unpriced)});
    }
    return out;
}

} // namespace nexus
