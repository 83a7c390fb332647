// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/todayfigures.h"
#include "ui/widgets/page.h"

#include <QMainWindow>

#include <array>
#include <memory>

class QLabel;
class QStackedWidget;

namespace nexus {

class CopyButton;
class Sidebar;

//! \brief The one window: side bar, page, status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const ConsoleParts &parts, TodayFigures &today, QWidget *parent = nullptr);
    ~MainWindow() override;

    void open(const PageLink &link);

    //! \brief Shows the first steps in place of a page until they are done.
    void welcome();

    //! \brief Leaves the first steps for the pages.
    void skipWelcome();
    [[nodiscard]] bool isWelcoming() const { return m_welcome != nullptr; }

    //! \brief Comes to the front, also from the tray or from being minimised.
    void raiseToFront();

    [[nodiscard]] PageId currentPage() const { return m_current; }

    //! \brief Whether all pages agree to be closed; they may ask.
    [[nodiscard]] bool mayClose();

    //! \brief Makes all that has words anew, after the language has changed. What is not saved is lost, see
    //! mayClose(), except for what Page::takeState() hands on.
    void rebuild();

Q_SIGNALS:
    //! The user wants the window gone; whoever owns it decides what that means.
    void closeRequested();
    void quitRequested();
    void welcomed();

private:
    void build();
    void buildStatusLine();
    void addShortcuts();
    void showState();
    void showFigures();
    void openPalette();
    [[nodiscard]] Page *page(PageId id);
    void restoreShape();
    void closeEvent(QCloseEvent *event) override;

    static constexpr std::size_t pageCount = 7;

    ConsoleParts m_parts;
    TodayFigures &m_today;
    QWidget *m_frame = nullptr; //!< all that rebuild() makes anew
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_serving = nullptr;
    QLabel *m_running = nullptr;
    QLabel *m_cost = nullptr;
    CopyButton *m_copy = nullptr;
    std::array<Page *, pageCount> m_pages {};
    std::array<std::unique_ptr<PageState>, pageCount> m_states {}; //!< of pages that rebuild() has taken away
    PageId m_current = PageId::Overview;
    QWidget *m_welcome = nullptr; //!< while the first steps are shown
};

} // namespace nexus
