// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "service/gatewayhost.h"
#include "ui/models/hostproblem.h"
#include "ui/models/snippets.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/pagefactory.h"
#include "ui/shell/paletteentries.h"
#include "ui/shell/sidebar.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr QSize smallest {900, 600};
constexpr QSize usual {1180, 760};

QString key(const char *name)
{
    return QLatin1String("window/") + QLatin1String(name);
}

} // namespace

MainWindow::MainWindow(const ConsoleParts &parts, TodayFigures &today, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_today(today)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Nexus"));
    setWindowIcon(programIcon());
    setMinimumSize(smallest);
    const int last = m_parts.settings.value(key("page"), 0).toInt();
    m_current = static_cast<PageId>(std::clamp(last, 0, static_cast<int>(pageCount) - 1));
    build();
    addShortcuts();
    restoreShape();
    connect(&m_parts.host, &GatewayHost::stateChanged, this, &MainWindow::showState);
    connect(&m_parts.host, &GatewayHost::configApplied, this, &MainWindow::showState);
    connect(&m_today, &TodayFigures::changed, this, &MainWindow::showFigures);
}

MainWindow::~MainWindow()
{
    m_parts.settings.setValue(key("geometry"), saveGeometry());
    m_parts.settings.setValue(key("page"), static_cast<int>(m_current));
}

void MainWindow::build()
{
    m_frame = new QWidget(this);
    m_sidebar = new Sidebar(m_frame);
    m_sidebar->setCollapsed(m_parts.settings.value(key("isSidebarCollapsed"), false).toBool());
    m_stack = new QStackedWidget(m_frame);
    m_pages.fill(nullptr);
    auto *const columns = new QHBoxLayout(m_frame);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    auto *const right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(hairline(m_frame));
    columns->addLayout(right, 1);
    setCentralWidget(m_frame);
    buildStatusLine();
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](PageId page) { open({.page = page}); });
    connect(m_sidebar, &Sidebar::collapsedChanged, this,
        [this](bool isCollapsed) { m_parts.settings.setValue(key("isSidebarCollapsed"), isCollapsed); });
    open({.page = m_current});
    showState();
    showFigures();
}

void MainWindow::buildStatusLine()
{
    auto *const line = new QWidget(m_frame);
    auto *const layout = new QHBoxLayout(line);
    layout->setContentsMargins(grid::margin, 2, grid::margin, 2);
    layout->setSpacing(grid::margin);
    m_serving = new QLabel(line);
    m_serving->setObjectName(QStringLiteral("statusServing"));
    m_running = new QLabel(line);
    m_running->setObjectName(QStringLiteral("statusRunning"));
    m_cost = new QLabel(line);
    m_cost->setObjectName(QStringLiteral("statusCost"));
    for (QLabel *label : {m_serving, m_running, m_cost}) {
        label->setTextFormat(Qt::PlainText);
        setLook(label, "look", QStringLiteral("dim"));
    }
    m_copy = new CopyButton(
        tr("Copy address"), [this] { return openAiBaseUrl(m_parts.host.address()); }, line);
    m_copy->setObjectName(QStringLiteral("statusCopy"));
    setLook(m_copy, "look", QStringLiteral("link"));
    layout->addWidget(m_serving);
    layout->addWidget(m_copy);
    layout->addStretch(1);
    layout->addWidget(m_running);
    layout->addWidget(m_cost);
    static_cast<QBoxLayout *>(m_frame->layout()->itemAt(1)->layout())->addWidget(line);
}

void MainWindow::addShortcuts()
{
    for (int i = 0; i < static_cast<int>(pageCount); ++i) {
        auto *const shortcut
            = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { open({.page = static_cast<PageId>(i)}); });
    }
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, this,
        &MainWindow::openPalette);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this), &QShortcut::activated, this,
        &MainWindow::quitRequested);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this), &QShortcut::activated, this,
        &QWidget::close);
}

Page *MainWindow::page(PageId id)
{
    Page *&slot = m_pages.at(static_cast<std::size_t>(id));
    if (!slot) {
        slot = makePage(id, m_parts, m_stack);
        m_stack->addWidget(slot);
        connect(slot, &Page::linkActivated, this, &MainWindow::open);
        if (std::unique_ptr<PageState> state = std::move(m_states.at(static_cast<std::size_t>(id)))) {
            slot->restore(std::move(state));
        }
    }
    return slot;
}

void MainWindow::open(const PageLink &link)
{
    if (m_welcome) {
        return;
    }
    Page *const next = page(link.page);
    m_current = link.page;
    m_sidebar->setCurrent(link.page);
    m_stack->setCurrentWidget(next);
    next->setFocus();
    if (!link.argument.isEmpty()) {
        next->follow(link.argument);
    }
}

void MainWindow::welcome()
{
    m_sidebar->hide();
    auto *const first = new WelcomePage(m_parts, m_stack);
    m_welcome = first;
    m_stack->addWidget(first);
    m_stack->setCurrentWidget(first);
    connect(first, &WelcomePage::finished, this, &MainWindow::skipWelcome);
    connect(first, &Page::linkActivated, this, [this](const PageLink &link) {
        skipWelcome();
        open(link);
    });
}

void MainWindow::skipWelcome()
{
    if (!m_welcome) {
        return;
    }
    m_sidebar->show();
    std::exchange(m_welcome, nullptr)->deleteLater();
    open({.page = PageId::Overview});
    Q_EMIT welcomed();
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::mayClose()
{
    for (Page *page : m_pages) {
        if (page && !page->mayClose()) {
            return false;
        }
    }
    return true;
}

void MainWindow::rebuild()
{
    for (std::size_t i = 0; i < pageCount; ++i) {
        if (Page *const page = m_pages.at(i)) {
            m_states.at(i) = page->takeState();
        }
    }
    // The central widget deletes the one before, with all pages.
    build();
    if (std::exchange(m_welcome, nullptr)) {
        welcome();
    }
}

void MainWindow::showState()
{
    using State = GatewayHost::State;
    const State state = m_parts.host.state();
    const bool isServing = state == State::Serving;
    const bool isFailed = state == State::Failed || state == State::Stopped;
    const QString address = m_parts.host.address().authority();
    m_copy->setVisible(!address.isEmpty());
    switch (state) {
    case State::Serving:
        m_sidebar->setState(tr("Serving"), isServing, isFailed);
        m_serving->setText(tr("Serving on %1").arg(address));
        break;
    case State::Paused:
        m_sidebar->setState(tr("Paused"), isServing, isFailed);
        m_serving->setText(tr("Paused on %1; requests are refused with 503").arg(address));
        break;
    case State::Draining:
        m_sidebar->setState(tr("Stopping"), isServing, isFailed);
        m_serving->setText(tr("Running requests may end, then Nexus stops"));
        break;
    case State::Stopped:
    case State::Failed:
        m_sidebar->setState(tr("Not serving"), isServing, isFailed);
        const std::optional<HostProblem> problem = problemOf(m_parts.host);
        m_serving->setText(problem ? problem->what.section(QLatin1Char('\n'), 0, 0) : tr("Not serving"));
        break;
    }
}

void MainWindow::showFigures()
{
    const TodayFigures::Figures &figures = m_today.figures();
    m_running->setText(tr("%n running", nullptr, figures.running));
    const QString cost = tr("%1 today").arg(m_today.cost());
    const QString hint = m_today.costHint();
    m_cost->setText(cost);
    m_cost->setToolTip(hint);
    m_sidebar->setCost(cost, hint);
    m_sidebar->setRunning(figures.running);
}

void MainWindow::openPalette()
{
    auto *const palette = new CommandPalette(
        paletteEntries(
            m_parts, [this](const PageLink &link) { open(link); }, [this] { Q_EMIT quitRequested(); }),
        this);
    palette->show();
}

void MainWindow::restoreShape()
{
    if (!restoreGeometry(m_parts.settings.value(key("geometry")).toByteArray())) {
        resize(usual);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (qApp->isSavingSession()) {
        event->accept(); // the desktop ends
        return;
    }
    // Only whoever owns the window knows whether it goes to the tray.
    event->ignore();
    Q_EMIT closeRequested();
}

} // namespace nexus
