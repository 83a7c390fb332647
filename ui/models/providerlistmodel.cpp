// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/providerlistmodel.h"

#include "ui/models/words.h"

#include <algorithm>

namespace nexus {

ProviderListModel::ProviderListModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void ProviderListModel::setRows(std::vector<ProviderRow> rows)
{
    removeGone(rows);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        place(at, std::move(rows[at]));
    }
}

void ProviderListModel::removeGone(const std::vector<ProviderRow> &rows)
{
    for (std::size_t at = m_rows.size(); at-- > 0;) {
        if (std::ranges::find(rows, m_rows[at].name, &ProviderRow::name) != rows.end()) {
            continue;
        }
        const int line = static_cast<int>(at);
        beginRemoveRows({}, line, line);
        m_rows.erase(m_rows.begin() + line);
        endRemoveRows();
    }
}

void ProviderListModel::place(std::size_t at, ProviderRow row)
{
    const int line = static_cast<int>(at);
    const auto found = std::ranges::find(m_rows, row.name, &ProviderRow::name);
    if (found == m_rows.end()) {
        beginInsertRows({}, line, line);
        m_rows.insert(m_rows.begin() + line, std::move(row));
        endInsertRows();
        return;
    }
    const int from = static_cast<int>(found - m_rows.begin());
    if (from != line) {
        beginMoveRows({}, from, from, {}, line);
        std::rotate(m_rows.begin() + line, m_rows.begin() + from, m_rows.begin() + from + 1);
        endMoveRows();
    }
    if (m_rows[at] != row) {
        m_rows[at] = std::move(row);
        Q_EMIT dataChanged(index(line), index(line));
    }
}

const ProviderRow *ProviderListModel::row(const QString &name) const
{
    const auto found = std::ranges::find(m_rows, name, &ProviderRow::name);
    return found == m_rows.end() ? nullptr : &*found;
}

QModelIndex ProviderListModel::indexOf(const QString &name) const
{
    const auto found = std::ranges::find(m_rows, name, &ProviderRow::name);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int ProviderListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProviderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ProviderRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const QString models = row.models ? tr("%n model(s)", nullptr, *row.models) : QString();
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.lastError.isEmpty() ? row.name : row.lastError;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "name of a provider, its service, its state")
            .arg(row.name, row.service, providerStateWord(row.state));
    case ServiceRole:
        return row.service;
    case StateRole:
        return static_cast<int>(row.state);
    case StateWordRole:
        return providerStateWord(row.state);
    case ModelsRole:
        return models;
    default:
        return {};
    }
}

QHash<int, QByteArray> ProviderListModel::roleNames() const
{
    return {{NameRole, "name"}, {ServiceRole, "service"}, {StateRole, "state"}, {StateWordRole, "stateWord"},
        {ModelsRole, "models"}};
}

} // namespace nexus
