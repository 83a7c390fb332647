// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/filterline.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>
#include <QWindow>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds pauseOfTyping {150};

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_error(dimLabel({}, this))
    , m_offers(new QStringListModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    m_edit->setObjectName(QStringLiteral("logFilter"));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setPlaceholderText(tr("Filter, such as status:5xx model:claude -client:ci cost:>0.01"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(lineIcon(QStringLiteral("filter"), Tone::Dim), QLineEdit::LeadingPosition);
    m_error->setObjectName(QStringLiteral("logFilterError"));
    m_error->setProperty("look", QStringLiteral("bad"));
    m_error->hide();
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_edit);
    m_edit->installEventFilter(this);
    m_completer->popup()->installEventFilter(this);
    m_wait.setSingleShot(true);
    m_wait.setInterval(pauseOfTyping);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterLine::offer);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_wait.start(); });
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterLine::read);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterLine::complete);
    connect(&m_wait, &QTimer::timeout, this, &FilterLine::read);
    // As long as the list is open, no widget is told that its window is not active any more.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &FilterLine::onFocusWindow);
}

QString FilterLine::text() const
{
    return m_edit->text();
}

void FilterLine::setText(const QString &text)
{
    m_edit->setText(text);
    read();
}

void FilterLine::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

// Escape closes the list before it closes anything of the page.
bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && m_completer->popup()->isVisible()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            m_completer->popup()->hide();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// The list is a window of its own, which stays when the page goes.
void FilterLine::hideEvent(QHideEvent *event)
{
    m_completer->popup()->hide();
    QWidget::hideEvent(event);
}

void FilterLine::onFocusWindow(const QWindow *active)
{
    if (active != window()->windowHandle() && active != m_completer->popup()->windowHandle()) {
        m_completer->popup()->hide();
    }
}

void FilterLine::read()
{
    m_wait.stop();
    const Result<HistoryFilter> filter
        = parseHistoryFilter(m_edit->text(), QDateTime::currentMSecsSinceEpoch());
    setLook(m_edit, "state", filter ? QString() : QStringLiteral("bad"));
    m_error->setText(filter ? QString() : filter.error().message);
    m_error->setVisible(!filter);
    if (filter) {
        Q_EMIT filterChanged(RequestFilter(*filter, RequestFilter::Probes::Hidden));
    }
}

void FilterLine::offer()
{
    const QStringList offers = m_words.completions(m_edit->text(), m_edit->cursorPosition());
    m_offers->setStringList(offers);
    if (offers.isEmpty() || m_edit->text().isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = m_edit->rect();
    place.setWidth(std::min(place.width(), 40 * grid::unit));
    m_completer->complete(place);
}

void FilterLine::complete(const QString &word)
{
    int cursor = m_edit->cursorPosition();
    m_edit->setText(FilterWords::completed(m_edit->text(), word, cursor));
    m_edit->setCursorPosition(cursor);
    if (word.endsWith(QLatin1Char(':'))) {
        offer();
    }
}

} // namespace nexus
