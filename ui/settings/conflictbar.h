// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace nexus {

//! \brief Says that others have changed the file while it was edited here, and offers the three ways on.
class ConflictBar final : public QFrame {
    Q_OBJECT

public:
    explicit ConflictBar(QWidget *parent = nullptr);

    //! \brief Shows it. Both changes can be had when they touch different lines.
    void ask(bool canMerge);

Q_SIGNALS:
    void mergeWanted();
    void theirsWanted();
    void mineWanted();

private:
    QLabel *m_sentence;
    QPushButton *m_merge;
};

} // namespace nexus
