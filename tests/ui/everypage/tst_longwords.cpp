// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyleOptionHeader>
#include <QTableView>
#include <QToolButton>

using namespace nexus;

namespace {

QString nameOf(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at != nullptr && path.size() < 4; at = at->parentWidget()) {
        path.prepend(QLatin1String(at->metaObject()->className())
            + (at->objectName().isEmpty() ? QString() : QLatin1Char('#') + at->objectName()));
    }
    return path.join(QLatin1Char('/'));
}

QString said(const QWidget &widget)
{
    QString text = widget.property("text").toString();
    if (const auto *const box = qobject_cast<const QComboBox *>(&widget)) {
        text = box->currentText();
    }
    return text.trimmed();
}

//! Whether \a widget shows all of its words; one that cuts them has to say them in its tool tip.
bool hasRoom(const QWidget &widget)
{
    const QString text = said(widget);
    if (text.isEmpty() || widget.toolTip().contains(text)) {
        return true;
    }
    if (const auto *const label = qobject_cast<const QLabel *>(&widget)) {
        return label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                 : label->width() >= label->sizeHint().width();
    }
    if (const auto *const date = qobject_cast<const QDateEdit *>(&widget)) {
        const auto *const line = date->findChild<QLineEdit *>();
        return line->width() >= line->fontMetrics().horizontalAdvance(text) + 4;
    }
    if (const auto *const box = qobject_cast<const QComboBox *>(&widget)) {
        return box->width() >= box->fontMetrics().horizontalAdvance(text) + 36;
    }
    const bool isButton = qobject_cast<const QAbstractButton *>(&widget) != nullptr;
    return !isButton || widget.width() >= widget.sizeHint().width();
}

QString cutItem(const QListWidget &list)
{
    for (int row = 0; row < list.count(); ++row) {
        const QString text = list.item(row)->text();
        if (list.fontMetrics().horizontalAdvance(text) + 3 * grid::unit > list.viewport()->width()) {
            return text;
        }
    }
    return {};
}

QString cutTab(const QTabBar &tabs)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        if (tabs.tabRect(tab).width() < tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab))) {
            return tabs.tabText(tab);
        }
    }
    return {};
}

//! The heads of a table that are cut.
QStringList cutHeads(const QHeaderView &heads)
{
    const int around = heads.isSortIndicatorShown() ? 22 : 14; // the padding, and the arrow beside the words
    QStringList out;
    for (int section = 0; section < heads.count(); ++section) {
        const QString title = heads.model()->headerData(section, heads.orientation()).toString();
        const int wanted = heads.fontMetrics().size(0, title).width() + around;
        if (!heads.isSectionHidden(section) && heads.sectionSize(section) < wanted) {
            out.append(QStringLiteral("%1 cuts \"%2\": %3 of %4")
                           .arg(nameOf(heads), title.simplified())
                           .arg(heads.sectionSize(section))
                           .arg(wanted));
        }
    }
    // In the log people choose their columns, and may want more of them than there is room for.
    if (heads.objectName() != QLatin1String("logHeader") && heads.length() > heads.viewport()->width()) {
        QStringList widths;
        for (int section = 0; section < heads.count(); ++section) {
            widths.append(QString::number(heads.sectionSize(section)));
        }
        out.append(QStringLiteral("%1 scrolls sideways: %2 in %3")
                       .arg(nameOf(heads), widths.join(QLatin1String(" + ")))
                       .arg(heads.viewport()->width()));
    }
    return out;
}

//! What is drawn of the title of \a section.
QString drawnHead(const QHeaderView &heads, int section)
{
    struct Opened final : QHeaderView {
        using QHeaderView::initStyleOptionForIndex;
    };
    QStyleOptionHeaderV2 option;
    option.initFrom(&heads);
    option.rect = QRect(0, 0, heads.sectionSize(section), heads.height());
    (heads.*(&Opened::initStyleOptionForIndex))(&option, section);
    return option.text;
}

// Some parts of Qt's own lie where they want to.
bool isPlaced(const QWidget &widget)
{
    const QWidget *const parent = widget.parentWidget();
    return parent == nullptr || widget.isWindow() || qobject_cast<const QSplitterHandle *>(&widget) != nullptr
        || qobject_cast<const QTabBar *>(parent) != nullptr
        || widget.objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()) != nullptr
        || parent->rect().contains(widget.geometry());
}

// A bar that is switched off hides what it would scroll to.
bool scrollsSideways(const QWidget &widget)
{
    const auto *const area = qobject_cast<const QScrollArea *>(&widget);
    return area != nullptr && area->widget() != nullptr
        && (area->widget()->width() > area->viewport()->width() || area->horizontalScrollBar()->isVisible());
}

// The innermost part that asks for the most room.
QString widest(const QWidget &inside)
{
    const QWidget *out = &inside;
    for (const QWidget *const child : inside.findChildren<QWidget *>()) {
        const int least = std::max(child->minimumWidth(), child->minimumSizeHint().width());
        const int most = std::max(out->minimumWidth(), out->minimumSizeHint().width());
        if (child->isVisible() && child->layout() == nullptr && (out->layout() != nullptr || least > most)) {
            out = child;
        }
    }
    return QStringLiteral("%1 \"%2\" wants %3")
        .arg(nameOf(*out), said(*out))
        .arg(std::max(out->minimumWidth(), out->minimumSizeHint().width()));
}

QStringList problems(const QWidget &window)
{
    QStringList out;
    for (const QWidget *const widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) {
            continue;
        }
        if (!hasRoom(*widget)) {
            out.append(QStringLiteral("%1 cuts \"%2\": %3x%4 of %5x%6")
                           .arg(nameOf(*widget), said(*widget))
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(widget->sizeHint().width())
                           .arg(widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : 0));
        }
        if (!isPlaced(*widget)) {
            out.append(nameOf(*widget) + QLatin1String(" lies outside its parent"));
        }
        if (scrollsSideways(*widget)) {
            const auto *const area = qobject_cast<const QScrollArea *>(widget);
            out.append(QStringLiteral("%1 scrolls sideways: %2 in %3, %4")
                           .arg(nameOf(*widget))
                           .arg(area->widget()->width())
                           .arg(area->viewport()->width())
                           .arg(widest(*area->widget())));
        }
        const auto *const list = qobject_cast<const QListWidget *>(widget);
        if (list != nullptr && !cutItem(*list).isEmpty()) {
            out.append(nameOf(*widget) + QLatin1String(" cuts ") + cutItem(*list));
        }
        const auto *const heads = qobject_cast<const QHeaderView *>(widget);
        if (heads != nullptr && heads->orientation() == Qt::Horizontal) {
            out.append(cutHeads(*heads));
        }
        const auto *const tabs = qobject_cast<const QTabBar *>(widget);
        if (tabs != nullptr && !cutTab(*tabs).isEmpty()) {
            out.append(nameOf(*widget) + QLatin1String(" cuts ") + cutTab(*tabs));
        }
    }
    return out;
}

} // namespace

//! \brief Whether all languages have room on all pages of the smallest window.
class LongWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.start()); }
    void wordsHaveRoom_data();
    void wordsHaveRoom();
    void aWideWindowHasRoomForItsGroups_data() { addLanguages(); }
    void aWideWindowHasRoomForItsGroups();
    void theFirstStepsHaveRoom_data() { addLanguages(); }
    void theFirstStepsHaveRoom();
    void narrowHeadsEndWithPoints_data();
    void narrowHeadsEndWithPoints();

private:
    static void addLanguages();

    WindowStage m_stage;
    QString m_language;
};

void LongWordsTest::wordsHaveRoom_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scene");
    const std::vector<Scene> all = scenes();
    for (const char *const language : {"en", "de", "fr", "es", "ja", "zh_CN"}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::addRow("%s, %s", all.at(i).name, language)
                << QString::fromLatin1(language) << static_cast<int>(i);
        }
    }
}

void LongWordsTest::wordsHaveRoom()
{
    QFETCH(const QString, language);
    QFETCH(const int, scene);
    if (language != std::exchange(m_language, language)) {
        m_stage.speak(language);
    }
    QVERIFY(m_stage.show(scenes().at(static_cast<std::size_t>(scene))));
    const QStringList found = problems(m_stage.window());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void LongWordsTest::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const char *const language : {"en", "de", "fr", "es", "ja", "zh_CN"}) {
        QTest::newRow(language) << QString::fromLatin1(language);
    }
}

// The settings show their groups only where there is room for them.
void LongWordsTest::aWideWindowHasRoomForItsGroups()
{
    QFETCH(const QString, language);
    m_language = language;
    m_stage.speak(language);
    m_stage.window().resize(1280, 800);
    QVERIFY(m_stage.show({"settings", {PageId::Settings, {}},
        [](QWidget &window) { return showTab(window, "qt_tabwidget_tabbar", 0); }}));
    QVERIFY(seen<QListWidget>(m_stage.window(), "settingsGroups"));
    const QStringList found = problems(m_stage.window());
    m_stage.window().resize(m_stage.window().minimumSize());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void LongWordsTest::theFirstStepsHaveRoom()
{
    QFETCH(const QString, language);
    m_stage.speak(language);
    QVERIFY(m_stage.welcome());
    const QStringList found = problems(m_stage.window());
    m_stage.window().skipWelcome();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void LongWordsTest::narrowHeadsEndWithPoints_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("section");
    QTest::newRow("live log") << static_cast<int>(PageId::LiveLog) << QByteArray("logTable") << 4;
    QTest::newRow("models") << static_cast<int>(PageId::Models) << QByteArray("modelTable") << 2;
}

void LongWordsTest::narrowHeadsEndWithPoints()
{
    QFETCH(const int, page);
    QFETCH(const QByteArray, table);
    QFETCH(const int, section);
    m_language = QStringLiteral("en");
    m_stage.speak(m_language);
    QVERIFY(m_stage.show({"page", {static_cast<PageId>(page), {}}}));
    const auto *const view = seen<QTableView>(m_stage.window(), table.constData());
    QVERIFY(view);
    QHeaderView &heads = *view->horizontalHeader();
    const QString title = heads.model()->headerData(section, Qt::Horizontal).toString();
    QCOMPARE(drawnHead(heads, section), title);
    const int before = heads.sectionSize(section);
    heads.resizeSection(section, 52);
    const QString drawn = drawnHead(heads, section);
    const QString hint = heads.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString();
    heads.resizeSection(section, before);
    QVERIFY2(drawn.endsWith(QChar(0x2026)), qPrintable(drawn));
    QCOMPARE(hint, title);
}

QTEST_MAIN(LongWordsTest)

#include "tst_longwords.moc"
