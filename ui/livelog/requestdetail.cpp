// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/requestdetail.h"

#include "service/gatewayhost.h"
#include "ui/livelog/barsview.h"
#include "ui/livelog/bodyview.h"
#include "ui/livelog/conversationview.h"
#include "ui/livelog/eventsview.h"
#include "ui/livelog/factsview.h"
#include "ui/livelog/translationview.h"
#include "ui/models/historydesk.h"
#include "ui/models/requestcells.h"
#include "ui/models/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr auto tabKey = "livelog/tab";
// The history writes a little later than a request ends.
constexpr std::chrono::milliseconds betweenTries {400};
constexpr int mostTries = 10;

} // namespace

RequestDetail::RequestDetail(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_route(plainLabel({}, this))
    , m_figures(dimLabel({}, this))
    , m_error(plainLabel({}, this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_sendAgain(new QPushButton(tr("Send again"), this))
    , m_more(iconButton(QStringLiteral("more"), tr("More actions"), this))
    , m_close(iconButton(QStringLiteral("cross"), tr("Close the detail"), this))
    , m_tabs(new QTabBar(this))
    , m_panes(new QStackedWidget(this))
    , m_missing(new EmptyState(this))
    , m_conversation(new ConversationView(this))
    , m_request(new BodyView(QStringLiteral("logRequest"), this))
    , m_answer(new BodyView(QStringLiteral("logAnswer"), this))
    , m_timeline(new BarsView(QStringLiteral("logTimeline"), this))
    , m_events(new EventsView(this))
    , m_noEvents(dimLabel(tr("The times of a stream's events are kept together with bodies."), this))
    , m_attempts(new BarsView(QStringLiteral("logAttempts"), this))
    , m_headers(new FactsView(QStringLiteral("logHeaders"), false, this))
    , m_cost(new FactsView(QStringLiteral("logCost"), true, this))
    , m_translation(new TranslationView(this))
{
    setObjectName(QStringLiteral("logDetail"));
    setAccessibleName(tr("Detail of the request"));
    setUpHead();
    setUpTabs();
    setUpPanes();
    m_again.setSingleShot(true);
    m_again.setInterval(betweenTries);
    connect(&m_again, &QTimer::timeout, this, &RequestDetail::ask);
    connect(m_missing, &EmptyState::actionClicked, this, &RequestDetail::onMissingAction);
}

void RequestDetail::setUpHead()
{
    m_route->setObjectName(QStringLiteral("logDetailRoute"));
    m_route->setProperty("look", QStringLiteral("section"));
    m_error->setProperty("look", QStringLiteral("bad"));
    m_error->setObjectName(QStringLiteral("logDetailError"));
    m_stop->setObjectName(QStringLiteral("logStopButton"));
    m_stop->setProperty("look", QStringLiteral("danger"));
    m_stop->setIcon(lineIcon(QStringLiteral("stop"), Tone::Bad));
    m_sendAgain->setObjectName(QStringLiteral("logSendAgainButton"));
    m_sendAgain->setIcon(lineIcon(QStringLiteral("refresh")));
    m_more->setObjectName(QStringLiteral("logMoreButton"));
    m_close->setObjectName(QStringLiteral("logCloseButton"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_sendAgain);
    buttons->addWidget(m_more);
    buttons->addWidget(m_close);
    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_route);
    words->addWidget(m_figures);
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addLayout(words, 1);
    head->addLayout(buttons);
    head->setAlignment(buttons, Qt::AlignTop);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs);
    layout->addWidget(m_panes, 1);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT stopWanted(m_dossier.line.number);
    });
    connect(m_sendAgain, &QPushButton::clicked, this, &RequestDetail::sendAgainWanted);
    connect(m_more, &QToolButton::clicked, this,
        [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_close, &QToolButton::clicked, this, &RequestDetail::closed);
}

void RequestDetail::setUpTabs()
{
    m_tabs->setObjectName(QStringLiteral("logDetailTabs"));
    m_tabs->setAccessibleName(tr("Parts of the detail"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    for (const QString &title : {tr("Conversation"), tr("Request"), tr("Answer"), tr("Timeline"),
             tr("Attempts"), tr("Headers"), tr("Cost"), tr("Translation")}) {
        m_tabs->addTab(title);
    }
    m_tabs->setCurrentIndex(
        std::clamp(m_parts.settings.value(QLatin1String(tabKey)).toInt(), 0, static_cast<int>(TabCount) - 1));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_parts.settings.setValue(QLatin1String(tabKey), tab);
        showTab();
    });
}

void RequestDetail::setUpPanes()
{
    m_missing->setObjectName(QStringLiteral("logDetailMissing"));
    m_panes->addWidget(m_conversation);
    m_panes->addWidget(m_request);
    m_panes->addWidget(m_answer);
    m_panes->addWidget(scrolled({m_timeline, m_events, m_noEvents}));
    m_panes->addWidget(scrolled({m_attempts}));
    m_panes->addWidget(m_headers);
    m_panes->addWidget(m_cost);
    m_panes->addWidget(m_translation);
    m_panes->addWidget(m_missing);
    // They are scrolled by keys, so that they are named.
    for (int tab = TimelineTab; tab < TabCount; ++tab) {
        m_panes->widget(tab)->setAccessibleName(m_tabs->tabText(tab));
    }
}

QWidget *RequestDetail::scrolled(const std::vector<QWidget *> &inside)
{
    auto *const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *const ground = new QWidget(area);
    auto *const layout = new QVBoxLayout(ground);
    layout->setContentsMargins(0, grid::margin, grid::unit, 0);
    for (QWidget *const part : inside) {
        layout->addWidget(part);
    }
    layout->addStretch(1);
    area->setWidget(ground);
    return area;
}

void RequestDetail::setLine(const RequestLine &line)
{
    const bool isSame = line.order == m_dossier.line.order;
    const bool hasEnded = isSame && m_dossier.line.isRunning() && !line.isRunning();
    m_dossier.line = line;
    if (!isSame) {
        m_dossier.kept.reset();
        m_dossier.price.reset();
        m_stop->setEnabled(true);
        m_problem.clear();
    }
    if (!isSame || hasEnded) {
        m_tries = 0;
        m_isAsking = false;
        ++m_asked;
        m_again.stop();
        if (!line.isRunning()) {
            ask();
        }
    }
    showHead();
    showTab();
}

void RequestDetail::ask()
{
    m_isAsking = true;
    m_parts.history.ask<RequestDossier>(
        this, [line = m_dossier.line](const HistoryReader &reader) { return readDossier(reader, line); },
        [this, asked = m_asked](const Result<RequestDossier> &dossier) {
            if (asked == m_asked) {
                takeDossier(dossier);
            }
        });
}

void RequestDetail::takeDossier(const Result<RequestDossier> &dossier)
{
    m_problem = dossier ? QString() : dossier.error().message;
    if (dossier) {
        m_dossier.kept = dossier->kept;
        m_dossier.price = dossier->price;
    }
    if (!m_dossier.kept && ++m_tries < mostTries) {
        m_again.start();
    } else {
        m_isAsking = false;
    }
    showTab();
}

void RequestDetail::showHead()
{
    const RequestLine &line = m_dossier.line;
    m_route->setText(cells::route(line));
    m_figures->setText(
        tr("%1 · %2 · %3 · %4")
            .arg(cells::state(line),
                words::moment(QDateTime::fromMSecsSinceEpoch(line.time), QDateTime::currentDateTime()),
                words::duration(line.duration), words::orUnnamed(line.client)));
    m_error->setText(line.error.section(QStringLiteral(" | "), 0, 0));
    m_error->setToolTip(line.error);
    m_error->setVisible(!line.error.isEmpty());
    m_stop->setVisible(line.isRunning() && line.number != 0);
    m_sendAgain->setVisible(!line.isRunning());
    m_sendAgain->setEnabled(hasBodies());
}

void RequestDetail::showTab()
{
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    m_sendAgain->setEnabled(hasBodies());
    switch (tab) {
    case ConversationTab:
    case RequestTab:
    case AnswerTab:
        showBodies(tab);
        return;
    case TimelineTab:
        showTimeline();
        break;
    case AttemptsTab:
        m_attempts->setBars(attemptBars(m_dossier), m_dossier.line.duration.count());
        break;
    case HeadersTab:
        m_headers->setFacts(headFacts(m_dossier));
        break;
    case CostTab:
        m_cost->setFacts(costFacts(m_dossier));
        break;
    case TranslationTab:
        m_translation->setDossier(m_dossier, providerDialect());
        break;
    case TabCount:
        return;
    }
    m_panes->setCurrentIndex(tab);
}

void RequestDetail::showTimeline()
{
    const RequestLine &line = m_dossier.line;
    m_timeline->setBars(timelineBars(m_dossier), line.duration.count());
    std::vector<StreamEvent> events
        = m_dossier.kept ? m_dossier.kept->bodies.events : std::vector<StreamEvent>();
    m_noEvents->setVisible(events.empty() && line.isStream && !line.isRunning() && !m_isAsking);
    m_events->setEvents(std::move(events), line.duration.count());
}

void RequestDetail::showBodies(Tab tab)
{
    if (!hasBodies()) {
        showMissing();
        return;
    }
    const RequestLine &line = m_dossier.line;
    const RecordedBodies &bodies = m_dossier.kept->bodies;
    const QString cut = bodies.isAnswerCut ? tr("It was too long to be kept whole.") : QString();
    if (tab == RequestTab) {
        m_request->setBody(bodies.prompt, prettyBody(bodies.prompt), cut);
    } else if (tab == AnswerTab) {
        const bool isAssembled = line.isStream && bodies.answer.contains("data:");
        m_answer->setBody(bodies.answer, prettyAnswer(bodies.answer, line.dialect, line.isStream),
            isAssembled && cut.isEmpty() ? tr("Put together from a stream, which is under Raw.") : cut);
    } else {
        const MediaShelf &media = m_parts.host.gateway().ledger().media();
        m_conversation->setConversation(readConversation(bodies, line.dialect, line.isStream, &media));
    }
    m_panes->setCurrentIndex(tab);
}

bool RequestDetail::hasBodies() const
{
    return m_dossier.kept && !m_dossier.kept->bodies.isEmpty();
}

// Why there is no text, and what can be done.
void RequestDetail::showMissing()
{
    m_missingLink.clear();
    m_panes->setCurrentWidget(m_missing);
    const QString icon = QStringLiteral("log");
    const ConfigSnapshot &config = m_parts.host.config();
    if (m_dossier.line.isRunning()) {
        m_missing->setState(QStringLiteral("stream"), tr("Texts are shown when the request has ended."));
    } else if (m_isAsking) {
        m_missing->setState(QStringLiteral("clock"), tr("Looking into the history…"));
    } else if (config && !config->ledger.isEnabled) {
        m_missingLink = QStringLiteral("ledger.enabled");
        m_missing->setState(
            icon, tr("No history is kept, so there are no texts to show."), tr("Open the settings"));
    } else if (!config || config->ledger.bodies == LedgerConfig::Bodies::Off) {
        m_missingLink = QStringLiteral("ledger.bodies");
        m_missing->setState(icon, tr("Prompts and answers are not kept, only the figures around them."),
            tr("Keep bodies from now on"));
    } else if (config->ledger.bodies == LedgerConfig::Bodies::Errors && !m_dossier.line.isError) {
        m_missingLink = QStringLiteral("ledger.bodies");
        m_missing->setState(icon, tr("Prompts and answers are only kept of requests that failed."),
            tr("Keep bodies from now on"));
    } else if (!m_problem.isEmpty()) {
        m_missing->setState(QStringLiteral("warning"), m_problem, tr("Try again"));
    } else {
        m_missing->setState(icon, tr("The prompt and answer of this request were not kept."));
    }
}

void RequestDetail::onMissingAction()
{
    if (!m_missingLink.isEmpty()) {
        Q_EMIT linkActivated({PageId::Settings, m_missingLink});
        return;
    }
    m_tries = 0;
    ask();
    showTab();
}

std::optional<ProviderDialect> RequestDetail::providerDialect() const
{
    const ConfigSnapshot &config = m_parts.host.config();
    const QString &name = m_dossier.line.provider;
    if (name == QLatin1String(LlmConfig::anthropicProxyName)) {
        return ProviderDialect::Anthropic;
    }
    const ProviderConfig *const provider = config ? config->provider(name) : nullptr;
    return provider == nullptr ? std::nullopt : std::optional(dialectOf(provider->type));
}

} // namespace nexus
