// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/pricebook.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace nexus {

class GatewayHost;

//! \brief One model of a provider as lists show it.
struct ModelLine {
    QString provider;
    QString model; //!< as its provider names it
    QString title; //!< for people, may be empty
    qint64 contextTokens = 0; //!< 0 when not known, like those below
    qint64 maxOutputTokens = 0;
    std::optional<qint64> input; //!< millionths of a dollar per million tokens
    std::optional<qint64> output;
    bool isCachePriced = false; //!< cached input has a price of its own
    bool isBatchPriced = false;
    QString priceSource; //!< empty without a price
    ModelAbilities told = {}; //!< by its provider
    ModelAbilities known = {}; //!< to the table of prices

    //! \brief What clients ask for.
    [[nodiscard]] QString id() const { return provider + QLatin1Char('/') + model; }
    bool operator==(const ModelLine &) const = default;
};

//! \brief All models of \a host that are known now, by provider in file order: those of the file first.
//! \param prices nullptr as long as none are read
[[nodiscard]] std::vector<ModelLine> modelLines(GatewayHost &host, const PriceBook *prices);

//! \brief The models of all providers as a table. It is reset when the models are other ones; views keep
//! their choice by IdRole.
class ModelListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        ModelColumn,
        ProviderColumn,
        ContextColumn,
        OutputColumn,
        InputPriceColumn,
        OutputPriceColumn,
        AbilityColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1,
        SortRole,
        SearchRole //!< all that a filter looks at: id, title, and abilities in English too
    };

    explicit ModelListModel(QObject *parent = nullptr);

    //! \brief Shows \a lines, whose ids are different ones; told as changed data where the models stay the
    //! same.
    void setLines(std::vector<ModelLine> lines);

    [[nodiscard]] const std::vector<ModelLine> &lines() const { return m_lines; }
    [[nodiscard]] QStringList ids() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString title(int column);
    [[nodiscard]] QString text(const ModelLine &line, int column) const;
    [[nodiscard]] QString hint(const ModelLine &line, int column) const;
    [[nodiscard]] QVariant rank(const ModelLine &line, int row, int column) const;

    std::vector<ModelLine> m_lines;
};

} // namespace nexus
