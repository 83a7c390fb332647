// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/usagefigures.h"

#include <QAbstractTableModel>

namespace nexus {

//! \brief The table of usage: a row for each name, and all of it as the last one.
class UsageModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Requests,
        Errors,
        Input,
        Output,
        Cached,
        Cost,
        FirstP50,
        DurationP50,
        DurationP95,
        ColumnCount
    };

    explicit UsageModel(QObject *parent = nullptr);

    //! \param nameHead what the first column holds: "Model", "Client", …
    void setRows(std::vector<UsageSum> rows, const UsageSum &total, const QString &nameHead);

    //! \brief The name in a row; nothing for the last one.
    [[nodiscard]] std::optional<QString> nameAt(int row) const;

    //! \brief The cost of \a sum for people: with a plus behind it where some requests have no known price,
    //! words::unknown() where none has.
    [[nodiscard]] static QString costText(const UsageSum &sum);

    //! \brief What costText() leaves out, in a sentence; empty where it is all of the cost.
    [[nodiscard]] static QString costHint(const UsageSum &sum);

    //! \brief The table as RFC 4180, with its heads; money in dollars with all digits.
    [[nodiscard]] QByteArray csv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString title(int column);
    [[nodiscard]] QString text(const UsageSum &sum, bool isTotal, int column) const;
    [[nodiscard]] QString hint(const UsageSum &sum, int column) const;

    std::vector<UsageSum> m_rows; // the total is the last one
    QString m_nameHead;
};

} // namespace nexus
