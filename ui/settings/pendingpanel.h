// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace nexus {

class DiffView;
class SettingsDraft;

//! \brief What is wanted and not saved: how much, which lines change, and the two ways out. Hidden without.
class PendingPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PendingPanel(SettingsDraft &draft, QWidget *parent = nullptr);

Q_SIGNALS:
    void saveWanted();

private:
    void refresh();

    SettingsDraft &m_draft;
    QLabel *m_count;
    QLabel *m_problem;
    DiffView *m_diff;
    QPushButton *m_save;
};

} // namespace nexus
