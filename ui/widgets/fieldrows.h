// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QBoxLayout;
class QLabel;
class QWidget;

namespace nexus {

//! \brief Puts \a field into \a layout with its \a label above, which is its buddy and its name for screen
//! readers. Long words in other languages have room that way.
//! \return the label
QLabel *addField(QBoxLayout *layout, const QString &label, QWidget *field);

//! \brief A label to the left, a text that can be selected to the right.
//! \return the text
QLabel *addFact(QBoxLayout *layout, const QString &label, QWidget *parent);

} // namespace nexus
