// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/budgets/budgetstate.h"
#include "ledger/live/livefeed.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QPushButton;
class QVBoxLayout;

namespace nexus {

//! \brief The budgets: what each allows, what of it is spent, and a form to change it.
class BudgetsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BudgetsPanel(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Opens the form for another one.
    void add() { edit(std::nullopt); }

Q_SIGNALS:
    //! Something could not be saved; a whole sentence.
    void failed(const QString &text);

private:
    void show();
    [[nodiscard]] QWidget *cardOf(const BudgetState &state);
    void edit(const std::optional<BudgetConfig> &budget);
    void remove(const QString &name);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    ConsoleParts m_parts;
    QVBoxLayout *m_cards;
    QPushButton *m_undo;
    QTimer m_pause;
    std::vector<BudgetState> m_shown;
    bool m_isFilled = false;
    LiveWatch m_watch; // while it is seen
};

} // namespace nexus
