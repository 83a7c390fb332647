// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/todayfigures.h"
#include "ui/usage/filledconsole.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QTabBar>

#include <functional>

namespace nexus {

//! \brief A page of the window in one of its states.
struct Scene {
    const char *name;
    PageLink link;
    //! Leads from the page as it opens to the state; false when that failed.
    std::function<bool(QWidget &window)> lead = [](QWidget &) { return true; };
};

//! \brief The part called \a name that is seen now.
template<typename Widget>
[[nodiscard]] Widget *seen(QWidget &window, const char *name)
{
    const QList<Widget *> all = window.findChildren<Widget *>(QLatin1String(name));
    const auto found = std::ranges::find_if(all, [](const QWidget *widget) { return widget->isVisible(); });
    return found == all.end() ? nullptr : *found;
}

[[nodiscard]] inline bool press(QWidget &window, const char *name)
{
    auto *const button = seen<QAbstractButton>(window, name);
    if (button != nullptr) {
        button->click();
    }
    return button != nullptr;
}

//! \brief Chooses the first row of the view \a name once it has one.
[[nodiscard]] inline bool chooseFirst(QWidget &window, const char *name)
{
    auto *const view = seen<QAbstractItemView>(window, name);
    if (view == nullptr || !QTest::qWaitFor([view] { return view->model()->rowCount() > 0; })) {
        return false;
    }
    view->setCurrentIndex(view->model()->index(0, 0));
    return true;
}

[[nodiscard]] inline bool chooseLast(QWidget &window, const char *name)
{
    auto *const box = seen<QComboBox>(window, name);
    if (box != nullptr) {
        box->setCurrentIndex(box->count() - 1);
    }
    return box != nullptr;
}

[[nodiscard]] inline bool showTab(QWidget &window, const char *bar, int tab)
{
    auto *const tabs = seen<QTabBar>(window, bar);
    if (tabs != nullptr) {
        tabs->setCurrentIndex(tab);
    }
    return tabs != nullptr;
}

//! \brief Every page, and what is easily reached on it.
[[nodiscard]] inline std::vector<Scene> scenes()
{
    std::vector<Scene> out {
        {"overview", {PageId::Overview, {}}},
        {"live log", {PageId::LiveLog, {}}},
        {"providers", {PageId::Providers, {}},
            [](QWidget &window) { return chooseFirst(window, "providerList"); }},
        {"presets", {PageId::Providers, {}},
            [](QWidget &window) { return press(window, "providerAddButton"); }},
        {"provider form", {PageId::Providers, {}},
            [](QWidget &window) {
                return press(window, "providerAddButton") && press(window, "presetTile_openai");
            }},
        {"provider form, signed", {PageId::Providers, {}},
            [](QWidget &window) {
                return press(window, "providerAddButton") && press(window, "presetTile_bedrock");
            }},
        {"models", {PageId::Models, {}}},
        {"new alias", {PageId::Models, QStringLiteral("+")}},
        {"usage", {PageId::Usage, {}}},
        {"usage between two days", {PageId::Usage, {}},
            [](QWidget &window) { return chooseLast(window, "usageRange"); }},
        {"playground", {PageId::Playground, {}}},
        {"settings", {PageId::Settings, {}},
            [](QWidget &window) { return showTab(window, "qt_tabwidget_tabbar", 0); }},
        {"file", {PageId::Settings, QStringLiteral("file")}},
    };
    for (int tab = 0; tab < 8; ++tab) {
        static constexpr std::array names {"request, conversation", "request, body", "request, answer",
            "request, timeline", "request, attempts", "request, headers", "request, cost",
            "request, translation"};
        out.push_back(
            {names.at(static_cast<std::size_t>(tab)), {PageId::LiveLog, {}}, [tab](QWidget &window) {
                 return chooseFirst(window, "logTable") && showTab(window, "logDetailTabs", tab);
             }});
    }
    return out;
}

//! \brief The window with a month of requests behind it, in the smallest size that it may have.
class WindowStage final {
public:
    [[nodiscard]] bool start()
    {
        applyTheme(*qApp, false);
        if (!m_console.start()) {
            return false;
        }
        m_today
            = std::make_unique<TodayFigures>(m_console.host().gateway().ledger().live(), m_console.history());
        m_window = std::make_unique<MainWindow>(m_console.parts(), *m_today);
        m_window->resize(m_window->minimumSize());
        m_window->show();
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get());
    }

    //! \brief Shows \a scene from anew.
    [[nodiscard]] bool show(const Scene &scene)
    {
        if (m_window->findChild<QWidget *>(QStringLiteral("welcomeSkipButton")) != nullptr) {
            m_window->skipWelcome();
        }
        m_window->rebuild();
        m_window->open(scene.link);
        return QTest::qWaitFor([this] { return m_window->centralWidget()->isVisible(); })
            && scene.lead(*m_window) && calm(*m_window);
    }

    [[nodiscard]] bool welcome()
    {
        m_window->welcome();
        return calm(*m_window);
    }

    void speak(const QString &language)
    {
        m_languages.use(language);
        m_window->rebuild();
    }

    //! \brief Waits until nothing changes any more in \a widget: what was asked for has come.
    [[nodiscard]] static bool calm(QWidget &widget)
    {
        QImage before;
        int same = 0;
        return QTest::qWaitFor(
            [&] {
                const QImage now = widget.grab().toImage();
                same = now == before ? same + 1 : 0;
                before = now;
                return same >= 12;
            },
            10'000);
    }

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] FilledConsole &console() { return m_console; }

private:
    FilledConsole m_console;
    Languages m_languages;
    std::unique_ptr<TodayFigures> m_today;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace nexus
