// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "walker.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QWindow>

namespace nexus {

namespace {

constexpr int patience = 15'000;

QString ownText(const QWidget *widget)
{
    if (const auto *const label = qobject_cast<const QLabel *>(widget)) {
        return label->text();
    }
    if (const auto *const button = qobject_cast<const QAbstractButton *>(widget)) {
        return button->text();
    }
    if (const auto *const field = qobject_cast<const QLineEdit *>(widget)) {
        return field->text();
    }
    if (const auto *const box = qobject_cast<const QComboBox *>(widget)) {
        return box->currentText();
    }
    if (const auto *const lines = qobject_cast<const QPlainTextEdit *>(widget)) {
        return lines->toPlainText();
    }
    const auto *const rich = qobject_cast<const QTextEdit *>(widget);
    return rich ? rich->toPlainText() : QString();
}

// As somebody scrolls until it is in sight.
void reveal(QWidget *widget, const QPoint &place)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        auto *const area = qobject_cast<QScrollArea *>(above);
        if (area && area->widget() && area->widget()->isAncestorOf(widget)) {
            const QPoint inside = widget->mapTo(area->widget(), place);
            area->ensureVisible(inside.x(), inside.y(), widget->width() / 2, widget->height() / 2);
        }
    }
}

QModelIndex findRow(
    const QAbstractItemView &view, int column, const std::function<bool(const QString &)> &fits)
{
    for (int row = 0; row < view.model()->rowCount(view.rootIndex()); ++row) {
        const QModelIndex index = view.model()->index(row, column, view.rootIndex());
        if (fits(index.data().toString())) {
            return index;
        }
    }
    return {};
}

} // namespace

void Walker::waitFor(const char *what, const std::function<bool()> &condition)
{
    if (!QTest::currentTestFailed()) {
        QVERIFY2(QTest::qWaitFor(condition, patience), what);
    }
}

QWidget *Walker::find(const QString &name) const
{
    const QList<QWidget *> all = m_window.findChildren<QWidget *>(name);
    const auto seen = std::ranges::find_if(all, [](const QWidget *widget) { return widget->isVisible(); });
    return seen == all.end() ? nullptr : *seen;
}

QWidget *Walker::usable(const char *name) const
{
    QWidget *found = nullptr;
    waitFor(name, [&] {
        found = find(QString::fromLatin1(name));
        return found && found->isEnabled();
    });
    return QTest::currentTestFailed() ? nullptr : found;
}

QString Walker::text(const char *name) const
{
    const QWidget *const widget = find(QString::fromLatin1(name));
    if (!widget) {
        return {};
    }
    QStringList out {ownText(widget)};
    for (const QWidget *const inside : widget->findChildren<QWidget *>()) {
        if (inside->isVisibleTo(widget)) {
            out.append(ownText(inside));
        }
    }
    out.removeAll(QString());
    return out.join(QLatin1Char('\n'));
}

QString Walker::cell(const char *name, const QString &row, int column) const
{
    const auto *const view = qobject_cast<QAbstractItemView *>(find(QString::fromLatin1(name)));
    const QModelIndex index
        = view ? findRow(*view, 0, [&row](const QString &text) { return text == row; }) : QModelIndex();
    return index.siblingAtColumn(column).data().toString();
}

void Walker::waitForText(const char *name, const QString &text) const
{
    if (QTest::currentTestFailed()) {
        return;
    }
    const bool isThere = QTest::qWaitFor([&] { return this->text(name).contains(text); }, patience);
    QVERIFY2(isThere,
        qPrintable(
            QStringLiteral("%1 says “%2”, not “%3”").arg(QString::fromLatin1(name), this->text(name), text)));
}

void Walker::clickAt(QWidget *widget, const QPoint &place)
{
    reveal(widget, place);
    QWidget *const top = widget->window();
    const auto isHit = [=] {
        const QWidget *const hit = top->childAt(widget->mapTo(top, place));
        return hit == widget || widget->isAncestorOf(hit) || (widget == top && !hit);
    };
    waitFor(qPrintable(widget->objectName() + QStringLiteral(" not covered")), isHit);
    if (!QTest::currentTestFailed()) {
        QTest::mouseClick(top->windowHandle(), Qt::LeftButton, {}, widget->mapTo(top, place));
    }
}

void Walker::click(const char *name) const
{
    if (QWidget *const widget = usable(name)) {
        clickAt(widget, widget->rect().center());
    }
}

void Walker::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    if (!QTest::currentTestFailed()) {
        QTest::keyClick(m_window.windowHandle(), key, modifiers);
    }
}

void Walker::type(const QString &text) const
{
    for (const QChar letter : text) {
        if (letter == QLatin1Char('\n')) {
            press(Qt::Key_Return);
        } else if (!QTest::currentTestFailed()) {
            QTest::keyClick(m_window.windowHandle(), letter.toLatin1(),
                letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
        }
    }
}

void Walker::type(const char *name, const QString &text) const
{
    click(name);
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

void Walker::choose(const char *name, const QString &item) const
{
    auto *const box = qobject_cast<QComboBox *>(usable(name));
    click(name);
    waitFor("the list of a box", [box] { return box && box->view()->isVisible(); });
    if (QTest::currentTestFailed()) {
        return;
    }
    QAbstractItemView *const list = box->view();
    const QModelIndex index
        = list->model()->index(box->findText(item), box->modelColumn(), list->rootIndex());
    QVERIFY2(index.isValid(), qPrintable(item));
    list->scrollTo(index);
    // A press that follows too soon on the one that opened the list only holds it open.
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    clickAt(list->viewport(), list->visualRect(index).center());
    waitForText(name, item);
}

void Walker::clickTab(const char *name, int number) const
{
    QWidget *const widget = usable(name);
    auto *bar = qobject_cast<QTabBar *>(widget);
    if (widget && !bar) {
        bar = widget->findChild<QTabBar *>();
    }
    if (bar) {
        clickAt(bar, bar->tabRect(number).center());
        waitFor(name, [=] { return bar->currentIndex() == number; });
    }
}

void Walker::clickRow(const char *name, int column, const QString &text) const
{
    auto *const view = qobject_cast<QAbstractItemView *>(usable(name));
    QModelIndex index;
    waitFor(qPrintable(QStringLiteral("a row with “%1”").arg(text)), [&] {
        if (view) {
            index = findRow(*view, column, [&text](const QString &cell) { return cell.contains(text); });
        }
        return index.isValid();
    });
    if (!QTest::currentTestFailed()) {
        view->scrollTo(index);
        clickAt(view->viewport(), view->visualRect(index).center());
    }
}

} // namespace nexus
