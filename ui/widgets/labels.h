// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QFrame;
class QLabel;
class QPushButton;
class QToolButton;
class QWidget;

namespace nexus {

//! The looks of resources/console.qss, so that pages do not style anything themselves.

//! \brief Text of a page's section.
[[nodiscard]] QLabel *sectionLabel(const QString &text, QWidget *parent);
//! \brief Text of less weight, which wraps.
[[nodiscard]] QLabel *dimLabel(const QString &text, QWidget *parent);
//! \brief Text that people may select: addresses, ids, messages. It wraps, and is never taken for HTML.
[[nodiscard]] QLabel *plainLabel(const QString &text, QWidget *parent);
//! \brief A line between regions.
[[nodiscard]] QFrame *hairline(QWidget *parent);
//! \brief A ground with a border, without a layout.
[[nodiscard]] QFrame *card(QWidget *parent);

//! \brief The button that does what the page or dialog is for; one at most is seen at a time.
[[nodiscard]] QPushButton *primaryButton(const QString &text, QWidget *parent);
//! \brief A button that reads as a link.
[[nodiscard]] QPushButton *linkButton(const QString &text, QWidget *parent);
//! \brief A button of one icon. \a name is its tool tip and what screen readers say.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);

//! \brief Lets the key for saving (Ctrl+S) do \a save wherever in \a form the focus is.
//! \param save looks itself whether what was typed may be saved: a button may be enabled only a moment later
void saveByKey(QWidget *form, std::function<void()> save);

//! \brief Gives \a widget the look \a look of the style sheet, also when it had another.
void setLook(QWidget *widget, const char *property, const QString &look);

} // namespace nexus
