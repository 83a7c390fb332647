// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerrows.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

namespace nexus {

class FlowLayout;
class TargetChip;

//! \brief What is known of the targets of all aliases.
struct TargetHealth {
    QHash<QString, ProviderRow> providers; //!< by name
    QStringList aliases;
};

//! \brief The targets of an alias as chips, in their order, which people change.
class TargetRow final : public QWidget {
    Q_OBJECT

public:
    explicit TargetRow(QWidget *parent = nullptr);

    //! \brief Shows \a targets; changed() is not sent.
    //! \param weights may be shorter
    void setTargets(const QStringList &targets, const std::vector<int> &weights);
    void setWeighted(bool isWeighted);
    void setHealth(const TargetHealth &health);
    void add(const QString &target);

    [[nodiscard]] QStringList targets() const;
    [[nodiscard]] std::vector<int> weights() const;
    //! \brief The chips of \a target.
    [[nodiscard]] std::vector<TargetChip *> chips(const QString &target) const;
    void clearResults();

Q_SIGNALS:
    //! Somebody has changed the order, the weights or the targets.
    void changed();

private:
    TargetChip *insert(const QString &target, int weight);
    void remove(TargetChip *chip);
    void move(TargetChip *chip, int to);
    void moveBelow(TargetChip *chip, const QPoint &place);
    void showHealth(TargetChip &chip) const;
    void orderTabs();

    FlowLayout *m_layout;
    std::vector<TargetChip *> m_chips; // children, in order
    TargetHealth m_health;
    bool m_isWeighted = false;
};

} // namespace nexus
