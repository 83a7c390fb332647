// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstage.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace nexus;

namespace {

QString nameOf(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at != nullptr && path.size() < 3; at = at->parentWidget()) {
        path.prepend(QLatin1String(at->metaObject()->className())
            + (at->objectName().isEmpty() ? QString() : QLatin1Char('#') + at->objectName()));
    }
    return path.join(QLatin1Char('/'));
}

//! Whether the Tab key should lead to \a widget.
bool takesTab(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus
        && widget.focusProxy() == nullptr && !widget.isWindow();
}

std::vector<QWidget *> tabStops(const QWidget &window)
{
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    std::vector<QWidget *> out;
    std::ranges::copy_if(
        all, std::back_inserter(out), [](const QWidget *widget) { return takesTab(*widget); });
    return out;
}

QString spokenName(QWidget *widget)
{
    const QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(widget);
    return access != nullptr ? access->text(QAccessible::Name) : QString();
}

QStringList nameless(const QWidget &window)
{
    QStringList out;
    for (QWidget *const widget : tabStops(window)) {
        if (spokenName(widget).isEmpty()) {
            out.append(nameOf(*widget) + QLatin1String(" has no name"));
        }
        const auto *const button = qobject_cast<QAbstractButton *>(widget);
        const bool isTick = qobject_cast<QCheckBox *>(widget) != nullptr;
        if (button != nullptr && !isTick && button->text().trimmed().isEmpty()
            && button->toolTip().isEmpty()) {
            out.append(nameOf(*widget) + QLatin1String(" has neither words nor a tool tip"));
        }
    }
    return out;
}

// A field's own buttons do what keys or its menu do; of a group of buttons one takes the key, arrows lead on.
bool needsKey(const QWidget &widget)
{
    if (!widget.isVisible() || !widget.isEnabled() || widget.focusPolicy() != Qt::NoFocus) {
        return false;
    }
    if (const auto *const button = qobject_cast<const QAbstractButton *>(&widget)) {
        const QWidget *const parent = button->parentWidget();
        return button->shortcut().isEmpty() && qobject_cast<const QLineEdit *>(parent) == nullptr
            && qobject_cast<const QTabBar *>(parent) == nullptr;
    }
    return widget.cursor().shape() == Qt::PointingHandCursor && widget.parentWidget() != nullptr
        && widget.parentWidget()->cursor().shape() != Qt::PointingHandCursor;
}

QStringList mouseOnly(const QWidget &window)
{
    QStringList out;
    for (const QWidget *const widget : window.findChildren<QWidget *>()) {
        if (needsKey(*widget)) {
            out.append(nameOf(*widget) + QLatin1String(" is for the mouse alone"));
        }
    }
    return out;
}

// An editor may take the Tab key when another key leaves it.
QWidget *left(QWidget *from)
{
    const QWidget *const window = from->window();
    constexpr int sections = 3; // of a date, which the key goes through
    for (int i = 0; i < sections && window->focusWidget() == from; ++i) {
        QTest::keyClick(from, Qt::Key_Tab);
    }
    if (window->focusWidget() == from) {
        QTest::keyClick(from, Qt::Key_Tab, Qt::ControlModifier);
    }
    if (window->focusWidget() == from) {
        QTest::keyClick(from, Qt::Key_Escape);
        QTest::keyClick(from, Qt::Key_Tab);
    }
    return window->focusWidget();
}

// Goes once around with the Tab key.
QStringList unreached(QWidget &window)
{
    const std::vector<QWidget *> before = tabStops(window);
    if (before.empty()) {
        return {QStringLiteral("nothing takes the Tab key")};
    }
    before.front()->setFocus(Qt::TabFocusReason);
    QSet<QWidget *> reached;
    QWidget *at = before.front();
    while (!reached.contains(at)) {
        reached.insert(at);
        QWidget *const next = left(at);
        if (next == nullptr || next == at) {
            return {nameOf(*at) + QLatin1String(" does not let go")};
        }
        at = next;
    }
    QStringList out;
    if (at != before.front()) {
        out.append(nameOf(*at) + QLatin1String(" leads back to itself, not to the first"));
    }
    // What has come or gone meanwhile is not counted.
    for (QWidget *const widget : tabStops(window)) {
        if (std::ranges::find(before, widget) != before.end() && !reached.contains(widget)) {
            out.append(nameOf(*widget) + QLatin1String(" is not reached"));
        }
    }
    return out;
}

} // namespace

//! \brief Whether every page can be used by keys and by a screen reader.
class AccessibilityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.start()); }
    void everyControlIsNamed_data() { addScenes(); }
    void everyControlIsNamed();
    void tabLeadsAroundThePage_data() { addScenes(); }
    void tabLeadsAroundThePage();
    void dialogsAreNamedAndLetGo();
    void thePaletteIsNamed();

private:
    void addScenes();
    [[nodiscard]] bool show(int scene);

    WindowStage m_stage;
};

void AccessibilityTest::addScenes()
{
    QTest::addColumn<int>("scene");
    const std::vector<Scene> all = scenes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        QTest::newRow(all.at(i).name) << static_cast<int>(i);
    }
    QTest::newRow("first steps") << static_cast<int>(all.size());
}

bool AccessibilityTest::show(int scene)
{
    const std::vector<Scene> all = scenes();
    const auto place = static_cast<std::size_t>(scene);
    return place < all.size() ? m_stage.show(all.at(place)) : m_stage.welcome();
}

void AccessibilityTest::everyControlIsNamed()
{
    QFETCH(const int, scene);
    QVERIFY(show(scene));
    const QStringList found = nameless(m_stage.window()) + mouseOnly(m_stage.window());
    m_stage.window().skipWelcome();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void AccessibilityTest::tabLeadsAroundThePage()
{
    QFETCH(const int, scene);
    QVERIFY(show(scene));
    const QStringList found = unreached(m_stage.window());
    m_stage.window().skipWelcome();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void AccessibilityTest::dialogsAreNamedAndLetGo()
{
    QVERIFY(m_stage.show({"usage", {PageId::Usage, {}}}));
    QVERIFY(press(m_stage.window(), "budgetAdd"));
    QPointer<QDialog> form = m_stage.window().findChild<QDialog *>();
    QVERIFY(form);
    QVERIFY(QTest::qWaitForWindowActive(form));
    QStringList found = nameless(*form) + mouseOnly(*form) + unreached(*form);
    if (form->windowTitle().isEmpty()) {
        found.append(QStringLiteral("no title"));
    }
    QTest::keyClick(form, Qt::Key_Escape);
    QTRY_VERIFY(!form);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void AccessibilityTest::thePaletteIsNamed()
{
    QVERIFY(m_stage.show({"overview", {PageId::Overview, {}}}));
    m_stage.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage.window()));
    QTest::keyClick(&m_stage.window(), Qt::Key_K, Qt::ControlModifier);
    QPointer<QDialog> palette = m_stage.window().findChild<QDialog *>();
    QVERIFY(palette);
    const QStringList found = nameless(*palette) + mouseOnly(*palette);
    QTest::keyClick(palette->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!palette);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_MAIN(AccessibilityTest)

#include "tst_accessibility.moc"
