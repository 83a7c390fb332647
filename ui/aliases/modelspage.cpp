// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/modelspage.h"

#include "service/gatewayhost.h"
#include "ui/aliases/aliasespanel.h"
#include "ui/aliases/modelstable.h"
#include "ui/models/configdesk.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>

namespace nexus {

namespace {

constexpr auto splitterKey = "models/splitter";
constexpr std::chrono::seconds refreshEvery {2};
constexpr int leastHeight = 144;

} // namespace

ModelsPage::ModelsPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Models and aliases"), parent)
    , m_parts(parts)
    , m_add(primaryButton(tr("Add alias"), this))
    , m_askAgain(iconButton(QStringLiteral("refresh"), tr("Ask all providers for their models"), this))
    , m_banner(new Banner(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_aliases(new AliasesPanel(parts, m_names, m_splitter))
    , m_models(new ModelsTable(parts, m_splitter))
{
    makeLayout();
    connectParts();
    refreshNames();
}

ModelsPage::~ModelsPage()
{
    m_parts.settings.setValue(QLatin1String(splitterKey), m_splitter->saveState());
    // Completers of the cards look at the names.
    delete m_splitter;
}

void ModelsPage::makeLayout()
{
    m_add->setObjectName(QStringLiteral("aliasAdd"));
    m_add->setShortcut(QKeySequence::New);
    m_askAgain->setObjectName(QStringLiteral("modelRefresh"));
    m_banner->setObjectName(QStringLiteral("modelsBanner"));
    addAction(m_askAgain);
    addAction(m_add);
    m_aliases->setMinimumHeight(leastHeight);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->restoreState(m_parts.settings.value(QLatin1String(splitterKey)).toByteArray());
    content()->addWidget(m_banner);
    content()->addWidget(m_splitter, 1);
}

void ModelsPage::connectParts()
{
    m_refresh.setInterval(refreshEvery);
    connect(&m_refresh, &QTimer::timeout, m_aliases, &AliasesPanel::refreshHealth);
    connect(m_add, &QPushButton::clicked, m_aliases, &AliasesPanel::add);
    connect(m_askAgain, &QToolButton::clicked, this, [this] { m_parts.host.gateway().catalog().refresh(); });
    connect(m_banner, &Banner::actionClicked, this, &ModelsPage::undo);
    connect(m_aliases, &AliasesPanel::saved, this,
        [this](const QString &name) { offerUndo(tr("The alias %1 was saved.").arg(name)); });
    connect(m_aliases, &AliasesPanel::removed, this,
        [this](const QString &name) { offerUndo(tr("The alias %1 was removed.").arg(name)); });
    connect(m_aliases, &AliasesPanel::failed, this,
        [this](const QString &sentence) { m_banner->say(Banner::Kind::Bad, sentence); });
    connect(m_aliases, &AliasesPanel::linkActivated, this, &ModelsPage::linkActivated);
    connect(m_models, &ModelsTable::priceSaved, this,
        [this](const QString &model) { offerUndo(tr("The price of %1 was saved.").arg(model)); });
    connect(m_models, &ModelsTable::priceRemoved, this, [this](const QString &model) {
        offerUndo(tr("The price of %1 was taken out of the file.").arg(model));
    });
    connect(m_models, &ModelsTable::idsChanged, this, &ModelsPage::refreshNames);
    connect(&m_parts.config, &ConfigDesk::changed, this, &ModelsPage::refreshNames);
    connect(m_models, &ModelsTable::tryWanted, this, [this](const QString &model) {
        Q_EMIT linkActivated({PageId::Playground, model});
    });
    connect(m_models, &ModelsTable::providerWanted, this, [this] {
        Q_EMIT linkActivated({PageId::Providers, QStringLiteral("+")});
    });
}

void ModelsPage::follow(const QString &argument)
{
    if (argument == QLatin1String("+")) {
        m_aliases->add();
    } else if (!m_aliases->reveal(argument)) {
        m_models->setFilter(argument);
    }
}

bool ModelsPage::mayClose()
{
    if (m_aliases->isDirty()) {
        m_banner->say(
            Banner::Kind::Warn, tr("There is an alias that is not saved. Save it or cancel it first."));
        return false;
    }
    if (m_models->isDirty()) {
        m_banner->say(
            Banner::Kind::Warn, tr("There is a price that is not saved. Save it or cancel it first."));
        return false;
    }
    return true;
}

void ModelsPage::refreshNames()
{
    const QStringList names = m_aliases->names() + m_models->ids();
    if (names != m_names.stringList()) {
        m_names.setStringList(names);
    }
}

void ModelsPage::undo()
{
    const Result<void> undone = m_parts.config.undo();
    if (undone) {
        m_banner->hide();
    } else {
        m_banner->say(Banner::Kind::Bad, undone.error().message);
    }
}

void ModelsPage::offerUndo(const QString &sentence)
{
    m_banner->say(Banner::Kind::Good, sentence, m_parts.config.canUndo() ? tr("Undo") : QString());
}

void ModelsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Lists are asked for only while somebody looks.
    m_parts.host.gateway().catalog().whenReady(m_models, [this] { m_models->refresh(); });
    m_aliases->refreshHealth();
    m_refresh.start();
}

void ModelsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_refresh.stop();
}

} // namespace nexus
