// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/providerspage.h"

#include "ui/models/configdesk.h"
#include "ui/providers/providerdelegate.h"
#include "ui/providers/providerdetail.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/presettiles.h"
#include "ui/widgets/providerform.h"

#include <QBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int listWidth = 264;
constexpr int formWidth = 720;
constexpr std::chrono::seconds refreshEvery {2};

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

// Lines are not read well over the whole of a wide window.
QWidget *narrow(QWidget *content)
{
    auto *const frame = new QWidget;
    auto *const layout = new QHBoxLayout(frame);
    layout->setContentsMargins(grid::margin, 0, grid::unit, grid::margin);
    content->setMaximumWidth(formWidth);
    layout->addWidget(content, 1);
    layout->addStretch(0);
    return frame;
}

} // namespace

ProvidersPage::ProvidersPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Providers"), parent)
    , m_parts(parts)
    , m_add(primaryButton(tr("Add provider"), this))
    , m_askAgain(iconButton(QStringLiteral("refresh"), tr("Ask all providers for their models"), this))
    , m_banner(new Banner(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_list(new QListView(m_splitter))
    , m_stack(new QStackedWidget(m_splitter))
    , m_detail(new ProviderDetail(parts))
    , m_tiles(new PresetTiles)
    , m_form(new ProviderForm(parts))
    , m_empty(new EmptyState)
{
    makeList();
    makeLayout();
    connectParts();
    reload();
    showChosen();
}

ProvidersPage::~ProvidersPage()
{
    m_parts.settings.setValue(QStringLiteral("providers/splitter"), m_splitter->saveState());
    m_parts.settings.setValue(QStringLiteral("providers/chosen"), m_detail->provider());
}

void ProvidersPage::makeList()
{
    m_list->setObjectName(QStringLiteral("providerList"));
    m_list->setAccessibleName(tr("Providers"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ProviderDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(200);
}

void ProvidersPage::makeLayout()
{
    m_add->setObjectName(QStringLiteral("providerAddButton"));
    m_add->setShortcut(QKeySequence::New);
    m_askAgain->setObjectName(QStringLiteral("providerRefreshButton"));
    m_banner->setObjectName(QStringLiteral("providerBanner"));
    addAction(m_askAgain);
    addAction(m_add);
    m_stack->insertWidget(Detail, scrolled(m_detail, m_stack));
    m_stack->insertWidget(Tiles, scrolled(narrow(m_tiles), m_stack));
    m_stack->insertWidget(Form, scrolled(narrow(m_form), m_stack));
    m_stack->insertWidget(Empty, m_empty);
    m_empty->setState(QStringLiteral("providers"),
        tr("There is no provider yet. Add one to send requests to its models; until then the built-in demo "
           "answers."),
        tr("Add provider"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, 3 * listWidth});
    m_splitter->restoreState(m_parts.settings.value(QStringLiteral("providers/splitter")).toByteArray());
    m_wanted = m_parts.settings.value(QStringLiteral("providers/chosen")).toString();
    content()->addWidget(m_banner);
    content()->addWidget(m_splitter, 1);
}

void ProvidersPage::connectParts()
{
    m_refresh.setInterval(refreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &ProvidersPage::refresh);
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::showTiles);
    connect(m_empty, &EmptyState::actionClicked, this, &ProvidersPage::showTiles);
    connect(m_askAgain, &QToolButton::clicked, this, [this] { m_parts.host.gateway().catalog().refresh(); });
    connect(m_tiles, &PresetTiles::chosen, this, &ProvidersPage::showForm);
    connect(m_form, &ProviderForm::added, this, &ProvidersPage::onAdded);
    connect(m_form, &ProviderForm::cancelled, this, &ProvidersPage::showChosen);
    connect(m_detail, &ProviderDetail::removed, this, &ProvidersPage::onRemoved);
    connect(m_detail, &ProviderDetail::linkActivated, this, &ProvidersPage::linkActivated);
    connect(m_detail, &ProviderDetail::renamed, this,
        [this](const QString &, const QString &to) { m_wanted = to; });
    connect(m_detail, &ProviderDetail::failed, this,
        [this](const QString &sentence) { say(Banner::Kind::Bad, sentence); });
    for (QAbstractButton *const button : m_detail->findChildren<QAbstractButton *>()) {
        connect(button, &QAbstractButton::clicked, this, &ProvidersPage::endNews);
    }
    connect(m_banner, &Banner::actionClicked, this, &ProvidersPage::undo);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProvidersPage::onChosen);
    connect(m_list, &QListView::clicked, this, &ProvidersPage::showChosen);
    connect(&m_parts.host, &GatewayHost::configApplied, this, &ProvidersPage::reload);
    connect(&m_parts.host.gateway().catalog(), &ModelCatalog::changed, this, &ProvidersPage::refresh);
}

void ProvidersPage::follow(const QString &argument)
{
    if (!argument.startsWith(u'+')) {
        choose(argument);
        return;
    }
    const std::vector<ProviderPreset> presets = providerPresets();
    const auto preset = std::ranges::find(presets, argument.mid(1), &ProviderPreset::id);
    if (preset == presets.end()) {
        showTiles();
    } else {
        showForm(*preset);
    }
}

bool ProvidersPage::mayClose()
{
    const bool isBusy = m_form->hasInput() || m_detail->isEditing();
    if (isBusy) {
        say(Banner::Kind::Warn, tr("There is a change that is not saved. Save it or cancel it first."));
    }
    return !isBusy;
}

void ProvidersPage::refresh()
{
    m_model.setRows(providerRows(m_parts.host));
    if (const ProviderRow *const wanted = m_model.row(m_wanted)) {
        const QString name = wanted->name;
        m_wanted.clear();
        choose(name);
    }
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    if (const ProviderRow *const row = m_model.row(m_list->currentIndex().data().toString())) {
        m_detail->setRow(*row);
    }
    if (m_detail->isEditing()) {
        endNews();
    }
    const int view = m_stack->currentIndex();
    if (view == Detail || view == Empty) {
        showChosen();
    }
}

void ProvidersPage::reload()
{
    refresh();
    m_detail->reload();
}

void ProvidersPage::choose(const QString &name)
{
    const QModelIndex index = m_model.indexOf(name);
    if (!index.isValid()) {
        m_wanted = name;
        return;
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    showChosen();
}

void ProvidersPage::onChosen()
{
    if (const ProviderRow *const row = m_model.row(m_list->currentIndex().data().toString())) {
        // The one that was added is chosen when the gateway has it.
        if (m_wanted.isEmpty() && row->name != m_added) {
            endNews();
        }
        m_detail->setRow(*row);
    }
}

void ProvidersPage::showView(View view)
{
    m_stack->setCurrentIndex(view);
    m_list->setVisible(m_model.rowCount() > 0);
}

void ProvidersPage::showTiles()
{
    endNews();
    showView(Tiles);
    m_tiles->setFocus();
}

void ProvidersPage::showForm(const ProviderPreset &preset)
{
    endNews();
    showView(Form);
    m_form->begin(preset);
}

void ProvidersPage::showChosen()
{
    showView(m_model.rowCount() == 0 ? Empty : Detail);
}

void ProvidersPage::onAdded(const QString &name)
{
    m_wanted = name;
    say(Banner::Kind::Good, tr("%1 was added.").arg(name));
    m_added = name;
    showChosen();
    refresh();
    m_parts.host.gateway().catalog().refresh();
}

void ProvidersPage::onRemoved(const QString &name)
{
    say(Banner::Kind::Plain, tr("%1 was removed.").arg(name),
        m_parts.config.canUndo() ? tr("Undo") : QString());
}

void ProvidersPage::say(Banner::Kind kind, const QString &sentence, const QString &action)
{
    m_added.clear();
    m_banner->say(kind, sentence, action);
}

void ProvidersPage::endNews()
{
    if (!m_added.isEmpty()) {
        m_added.clear();
        m_banner->hide();
    }
}

void ProvidersPage::undo()
{
    const Result<void> undone = m_parts.config.undo();
    if (undone) {
        m_banner->hide();
    } else {
        say(Banner::Kind::Bad, undone.error().message);
    }
}

void ProvidersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Lists are asked for only while somebody looks.
    m_parts.host.gateway().catalog().whenReady(this, [this] { refresh(); });
    refresh();
    m_refresh.start();
}

void ProvidersPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    endNews();
    m_refresh.stop();
}

} // namespace nexus
