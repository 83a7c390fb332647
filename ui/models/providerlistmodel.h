// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerrows.h"

#include <QAbstractListModel>

namespace nexus {

//! \brief The providers in file order. Rows are known by their names, so that a selection survives a refresh.
class ProviderListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, ServiceRole, StateRole, StateWordRole, ModelsRole };

    explicit ProviderListModel(QObject *parent = nullptr);

    //! \brief Shows \a rows, whose names are different ones; tells only what has changed.
    void setRows(std::vector<ProviderRow> rows);

    [[nodiscard]] const std::vector<ProviderRow> &rows() const { return m_rows; }
    //! \brief The row of that name, nullptr without one.
    [[nodiscard]] const ProviderRow *row(const QString &name) const;
    //! \brief Where the row of that name is, invalid without one.
    [[nodiscard]] QModelIndex indexOf(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void removeGone(const std::vector<ProviderRow> &rows);
    void place(std::size_t at, ProviderRow row);

    std::vector<ProviderRow> m_rows;
};

} // namespace nexus
