// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace nexus {

//! \brief Says that others have changed the same fields of the file while they were edited here, and asks
//! whose hold. Hidden until it asks.
class ChangedBar final : public QFrame {
    Q_OBJECT

public:
    //! \param name of the buttons for tests: `NAMETheirsButton`, `NAMEMineButton`
    explicit ChangedBar(const QString &name, QWidget *parent = nullptr);

    //! \param fields as the form calls them; hides it when there are none
    void ask(const QStringList &fields);

    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void theirsWanted();
    void mineWanted();

private:
    QLabel *m_sentence;
};

} // namespace nexus
