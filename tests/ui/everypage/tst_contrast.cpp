// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/toggle.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <cmath>
#include <functional>

using namespace nexus;

namespace {

//! What one colour on another is there for, and so how far they have to be apart (WCAG 2.1).
enum class Use {
    Words, //!< SC 1.4.3
    Sign, //!< SC 1.4.11: icons, borders of what is typed, the focus, bars
    Trim, //!< nothing has to be recognised by it
};

struct Pair {
    Tone front;
    Tone ground;
    Use use;
};

void add(std::vector<Pair> &pairs, Use use, std::initializer_list<Tone> fronts,
    std::initializer_list<Tone> grounds)
{
    for (const Tone front : fronts) {
        for (const Tone ground : grounds) {
            pairs.push_back({front, ground, use});
        }
    }
}

// Which colour lies on which. A state has a word of its own colour, or an icon of it beside a word.
std::vector<Pair> allPairs()
{
    using enum Tone;
    std::vector<Pair> out;
    add(out, Use::Words, {Text, Dim},
        {Window, Sidebar, Surface, Raised, Hover, Hairline, AccentGround, GoodGround, WarnGround, BadGround});
    add(out, Use::Words, {Good, Warn, Bad},
        {Window, Sidebar, Surface, Raised, Hover, AccentGround, GoodGround, WarnGround, BadGround});
    add(out, Use::Words, {Accent},
        {Window, Sidebar, Surface, Raised, AccentGround, GoodGround, WarnGround, BadGround});
    add(out, Use::Words, {OnAccent}, {Accent});
    add(out, Use::Words, {Surface}, {Text}); // a pill below the pointer
    add(out, Use::Words, {Series2, Series3}, {Surface, Raised, AccentGround}); // code
    add(out, Use::Sign, {Series1, Series2, Series3, Series4, Series5, Series6}, {Window, Surface, Raised});
    add(out, Use::Sign, {Accent}, {Hover, Hairline});
    add(out, Use::Sign, {Outline}, {Window, Surface, Raised});
    add(out, Use::Trim, {Hairline, Raised}, {Window, Sidebar, Surface, Raised});
    return out;
}

double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

QByteArray nameOf(Tone tone)
{
    for (const auto &[other, name] : namedTones()) {
        if (other == tone) {
            return name.toLatin1();
        }
    }
    return {};
}

std::optional<Tone> toneNamed(const QString &name)
{
    for (const auto &[tone, other] : namedTones()) {
        if (other == name) {
            return tone;
        }
    }
    return {};
}

bool hasWords(Tone front, Tone ground)
{
    return std::ranges::any_of(allPairs(), [&](const Pair &pair) {
        return pair.front == front && pair.ground == ground && pair.use == Use::Words;
    });
}

struct Control {
    const char *name;
    std::function<QWidget *(QWidget *parent)> make;
    Tone ring = Tone::Accent;
};

template<typename Button>
Control button(const char *look, Tone ring = Tone::Accent)
{
    return {look,
        [look](QWidget *parent) {
            auto *const out = new Button(parent);
            out->setText(QStringLiteral("Some words"));
            out->setProperty("look", QLatin1String(look));
            return out;
        },
        ring};
}

template<typename Widget>
Control plain(const char *name)
{
    return {name, [](QWidget *parent) { return new Widget(parent); }};
}

QWidget *filledList(QWidget *parent, const char *look)
{
    auto *const list = new QListWidget(parent);
    list->setProperty("look", QLatin1String(look));
    list->addItems({QStringLiteral("one"), QStringLiteral("two")});
    return list;
}

QWidget *figure(QWidget *parent)
{
    auto *const frame = new QFrame(parent);
    frame->setProperty("look", QStringLiteral("figure"));
    frame->setFocusPolicy(Qt::StrongFocus);
    frame->setFixedSize(120, 60);
    return frame;
}

QWidget *tabs(QWidget *parent)
{
    auto *const bar = new QTabBar(parent);
    bar->addTab(QStringLiteral("First words"));
    bar->addTab(QStringLiteral("Second words"));
    return bar;
}

std::vector<Control> controls()
{
    return {button<QPushButton>("plain"), button<QPushButton>("primary", Tone::Text),
        button<QPushButton>("danger"), button<QPushButton>("link"), button<QPushButton>("step"),
        button<QPushButton>("pill", Tone::Text), button<QToolButton>("bare"), button<QToolButton>("button"),
        button<QToolButton>("tile"), plain<QLineEdit>("line"), plain<QPlainTextEdit>("text"),
        plain<QSpinBox>("number"), plain<QDateEdit>("date"), plain<QComboBox>("choice"),
        plain<QCheckBox>("tick"), plain<Toggle>("toggle"), plain<QTreeView>("tree"),
        {"list", [](QWidget *parent) { return filledList(parent, ""); }},
        {"navigation", [](QWidget *parent) { return filledList(parent, "nav"); }}, {"figure", figure},
        {"tabs", tabs}};
}

int count(const QImage &image, const QColor &color)
{
    int out = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            out += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return out;
}

} // namespace

//! \brief Whether colours can be told from what they lie on, and what has the focus from what has not.
class ContrastTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyToneLiesOnSomething();
    void wordsAndSignsStandOut_data();
    void wordsAndSignsStandOut();
    void theStyleSheetUsesKnownPairs();
    void placeholdersAreDimAndNoFainter();
    void theFocusIsSeen_data();
    void theFocusIsSeen();
};

void ContrastTest::everyToneLiesOnSomething()
{
    const std::vector<Pair> pairs = allPairs();
    for (const auto &[tone, name] : namedTones()) {
        QVERIFY2(std::ranges::any_of(
                     pairs, [&](const Pair &pair) { return pair.front == tone || pair.ground == tone; }),
            qPrintable(QStringLiteral("no pair of colours has ") + name));
    }
}

void ContrastTest::wordsAndSignsStandOut_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("contrast");
    for (const bool isDark : {false, true}) {
        const QPalette palette = consolePalette(isDark);
        for (const Pair &pair : allPairs()) {
            if (pair.use == Use::Trim) {
                continue;
            }
            QTest::addRow("%s on %s, %s", nameOf(pair.front).constData(), nameOf(pair.ground).constData(),
                isDark ? "dark" : "light")
                << (pair.use == Use::Words ? 4.5 : 3.0)
                << contrast(toneColor(pair.front, palette), toneColor(pair.ground, palette));
        }
    }
}

void ContrastTest::wordsAndSignsStandOut()
{
    QFETCH(const double, least);
    QFETCH(const double, contrast);
    QVERIFY2(contrast >= least, qPrintable(QStringLiteral("%1 < %2").arg(contrast).arg(least)));
}

void ContrastTest::theStyleSheetUsesKnownPairs()
{
    QFile file(QStringLiteral(":/nexus/console.qss"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString sheet = QString::fromUtf8(file.readAll());
    static const QRegularExpression rule(QStringLiteral("\\{([^}]*)\\}"));
    static const QRegularExpression front(QStringLiteral("(?:^|[\\s;])color: @(\\w+);"));
    static const QRegularExpression ground(QStringLiteral("(?:^|[\\s;])background: @(\\w+);"));
    int seen = 0;
    for (auto rules = rule.globalMatch(sheet); rules.hasNext();) {
        const QString text = rules.next().captured(1);
        const std::optional<Tone> words = toneNamed(front.match(text).captured(1));
        const std::optional<Tone> behind = toneNamed(ground.match(text).captured(1));
        if (words && behind) {
            ++seen;
            QVERIFY2(hasWords(*words, *behind), qPrintable(text));
        }
    }
    QVERIFY(seen > 8);
}

void ContrastTest::placeholdersAreDimAndNoFainter()
{
    for (const bool isDark : {false, true}) {
        applyTheme(*qApp, isDark);
        QLineEdit line;
        QPlainTextEdit text;
        for (QWidget *const widget : std::initializer_list<QWidget *> {&line, &text}) {
            widget->ensurePolished();
            QCOMPARE(widget->palette().color(QPalette::PlaceholderText),
                toneColor(Tone::Dim, consolePalette(isDark)));
            QCOMPARE(widget->palette().color(QPalette::Text), toneColor(Tone::Text, consolePalette(isDark)));
        }
    }
}

void ContrastTest::theFocusIsSeen_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("isDark");
    const std::vector<Control> all = controls();
    for (const bool isDark : {false, true}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::addRow("%s, %s", all.at(i).name, isDark ? "dark" : "light")
                << static_cast<int>(i) << isDark;
        }
    }
}

// A cursor or a selection does not count: what is looked for is a ring in its colour.
void ContrastTest::theFocusIsSeen()
{
    QFETCH(const int, number);
    QFETCH(const bool, isDark);
    applyTheme(*qApp, isDark);
    const Control control = controls().at(static_cast<std::size_t>(number));
    QWidget window;
    auto *const layout = new QVBoxLayout(&window);
    auto *const other = new QPushButton(&window);
    QWidget *const widget = control.make(&window);
    layout->addWidget(other);
    layout->addWidget(widget);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QColor ring = toneColor(control.ring, window.palette());
    other->setFocus();
    const int before = count(widget->grab().toImage(), ring);
    widget->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(widget->hasFocus());
    const int after = count(widget->grab().toImage(), ring);
    QVERIFY2(after - before >= 20, qPrintable(QStringLiteral("%1, then %2").arg(before).arg(after)));
}

QTEST_MAIN(ContrastTest)

#include "tst_contrast.moc"
