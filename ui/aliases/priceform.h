// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/priceedit.h"
#include "ui/widgets/page.h"

#include <QFrame>

#include <array>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class ChangedBar;
class DiffView;

//! \brief The price of one model in the file, which wins over the tables of prices. Hidden until it is
//! opened; shows the lines that change until they are saved. A change from outside is taken over, or asked
//! about where the same figure is being changed here.
class PriceForm final : public QFrame {
    Q_OBJECT

public:
    explicit PriceForm(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Where figures come from that the file does not name; nullptr as long as they are not read.
    void setPrices(std::shared_ptr<const PriceBook> prices);

    //! \brief Opens it for \a model of \a provider, with the cursor in its first field; keeps to the model it
    //! has while there is something to save.
    void open(const QString &provider, const QString &model);
    //! \brief Another model was chosen, none without a \a provider: it is that model's if it is open and
    //! there is nothing to save.
    void follow(const QString &provider, const QString &model);

    //! \brief Whether there is something to save.
    [[nodiscard]] bool isDirty() const;

Q_SIGNALS:
    //! The price of \a model, `provider/model`, is in the file.
    void saved(const QString &model);
    //! The table's price holds again.
    void removed(const QString &model);
    //! It was hidden by a key or a button, which leaves the focus to somebody else.
    void closed();

private:
    static constexpr std::size_t figureCount = 4;

    void makeFields();
    void makeLayout();
    void connectParts();
    void showModel(const QString &provider, const QString &model);
    void fill(const PriceEntry &price);
    [[nodiscard]] PriceEntry typed() const;
    void showTable();
    void followFile();
    void showConflicts();
    void check();
    [[nodiscard]] QString markFigures();
    [[nodiscard]] QString previewProblem();
    [[nodiscard]] Result<ConfigText> edited(const ConfigText &text) const;
    [[nodiscard]] bool isListed() const;
    void save();
    void leave();
    void keyPressEvent(QKeyEvent *event) override;

    ConsoleParts m_parts;
    std::shared_ptr<const PriceBook> m_prices;
    QString m_provider;
    QString m_model;
    FormBase<PriceEntry> m_base;
    QLabel *m_title;
    QLabel *m_source;
    std::array<QLineEdit *, figureCount> m_fields;
    QPushButton *m_clear;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QWidget *m_pending;
    ChangedBar *m_changed;
    QLabel *m_problem;
    QLabel *m_diffTitle;
    DiffView *m_diff;
};

} // namespace nexus
