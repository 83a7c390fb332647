// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pagelink.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace nexus {

//! \brief The pages on the left, the state of the gateway above them, today's cost below.
class Sidebar final : public QWidget {
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setCurrent(PageId page);

    //! \param icon a name of lineIcon(), in the colour that \a isGood stands for
    void setState(const QString &word, bool isServing, bool isFailed);
    //! \param hint what \a text leaves out; may be empty
    void setCost(const QString &text, const QString &hint);

    //! \brief Shows a mark beside the live log while requests run.
    void setRunning(int count);

    //! \brief Icons only.
    void setCollapsed(bool isCollapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }

    //! \brief What a page is called, everywhere.
    [[nodiscard]] static QString titleOf(PageId page);

Q_SIGNALS:
    void pageChosen(nexus::PageId page);
    void collapsedChanged(bool isCollapsed);

private:
    void addPage(PageId page, const QString &icon);
    void drawState();
    void changeEvent(QEvent *event) override;
    void showWords();

    QButtonGroup *m_group;
    std::vector<QToolButton *> m_buttons;
    QToolButton *m_collapse;
    QLabel *m_dot;
    QLabel *m_state;
    QLabel *m_cost;
    bool m_isServing = false;
    bool m_isFailed = false;
    int m_running = 0;
    bool m_isCollapsed = false;
};

} // namespace nexus
