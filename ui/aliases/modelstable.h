// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/modellistmodel.h"
#include "ui/widgets/page.h"
#include "ui/widgets/tablecolumns.h"

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace nexus {

class CopyButton;
class EmptyState;
class PriceForm;

//! \brief The models of all providers: what they read and write, what they cost. The price of one can be set
//! below.
class ModelsTable final : public QWidget {
    Q_OBJECT

public:
    explicit ModelsTable(const ConsoleParts &parts, QWidget *parent = nullptr);
    ~ModelsTable() override;

    //! \brief Takes what the catalog knows now.
    void refresh();
    //! \brief Shows only models whose id, title or abilities have all words of \a text.
    void setFilter(const QString &text);

    [[nodiscard]] QStringList ids() const { return m_model.ids(); }
    //! \brief Whether a price is typed that is not saved.
    [[nodiscard]] bool isDirty() const;

Q_SIGNALS:
    //! ids() are other ones.
    void idsChanged();
    //! A click on \a model, `provider/model`, wants to try it.
    void tryWanted(const QString &model);
    //! There is no provider to have models from.
    void providerWanted();
    //! The price of \a model is in the file.
    void priceSaved(const QString &model);
    //! It is not there any more.
    void priceRemoved(const QString &model);

private:
    class Filter;

    void makeHead();
    void makeTable();
    void makeActions();
    void makeLayout();
    void connectPrice();
    void readPrices();
    void takePrices(std::shared_ptr<const PriceBook> prices);
    void showState();
    void choose(const QString &id);
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] bool hasProvider() const;
    [[nodiscard]] bool isPayable(const QString &model) const;
    void setPrice();

    ConsoleParts m_parts;
    ModelListModel m_model;
    std::unique_ptr<Filter> m_shown;
    std::shared_ptr<const PriceBook> m_prices; // nullptr until they are read
    std::optional<QString> m_pricesPath; // what they are, or will be, read from
    QLabel *m_title;
    QLineEdit *m_filter;
    CopyButton *m_copy;
    QPushButton *m_try;
    QToolButton *m_setPrice;
    QTableView *m_table;
    ColumnMemory m_columns;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    PriceForm *m_price;
};

} // namespace nexus
