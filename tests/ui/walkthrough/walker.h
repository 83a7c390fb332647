// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QAbstractItemView;

namespace nexus {

//! \brief Somebody in front of a window: sees what is visible, clicks with the mouse, types on the keyboard.
//!
//! Everything goes to the window as from the window system, so that what is covered, hidden or disabled
//! cannot be reached. A widget is waited for until it can be used. What cannot be done fails the test, and
//! then nothing more is done.
class Walker final {
public:
    //! \param window outlives this object
    explicit Walker(QWidget &window)
        : m_window(window)
    { }

    void click(const char *name) const;
    //! \brief Clicks into the field \a name and types \a text in place of what it holds.
    void type(const char *name, const QString &text) const;
    //! \brief Types where the cursor is.
    void type(const QString &text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    //! \brief Opens the box \a name and clicks on \a item in its list.
    void choose(const char *name, const QString &item) const;
    //! \brief Clicks on the tab \a number of the bar \a name, or of the bar in it.
    void clickTab(const char *name, int number) const;
    //! \brief Clicks on the first row of the table \a name whose text in \a column contains \a text.
    void clickRow(const char *name, int column, const QString &text) const;

    //! \brief The visible widget \a name, or nullptr.
    [[nodiscard]] QWidget *find(const QString &name) const;
    [[nodiscard]] bool sees(const char *name) const { return find(QString::fromLatin1(name)) != nullptr; }
    //! \brief What the visible widget \a name says, with all that is written inside; empty without it.
    [[nodiscard]] QString text(const char *name) const;
    //! \brief The text of a cell of the table \a name, in the first row whose column 0 is \a row.
    [[nodiscard]] QString cell(const char *name, const QString &row, int column) const;

    //! \brief Until the widget \a name says \a text.
    void waitForText(const char *name, const QString &text) const;
    static void waitFor(const char *what, const std::function<bool()> &condition);

private:
    [[nodiscard]] QWidget *usable(const char *name) const;
    static void clickAt(QWidget *widget, const QPoint &place);

    QWidget &m_window;
};

} // namespace nexus
