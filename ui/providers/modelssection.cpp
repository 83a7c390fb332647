// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/modelssection.h"

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/modelnames.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int shownRows = 8;
constexpr int rowHeight = 30;

} // namespace

ModelsSection::ModelsSection(const ConsoleParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_shown(new QSortFilterProxyModel(this))
    , m_title(sectionLabel(tr("Models"), this))
    , m_filter(new QLineEdit(this))
    , m_refresh(iconButton(QStringLiteral("refresh"), tr("Ask for its models again"), this))
    , m_list(new QListView(this))
    , m_note(dimLabel({}, this))
    , m_new(new QLineEdit(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(iconButton(QStringLiteral("trash"), tr("Take the chosen model out of the file"), this))
{
    setProperty("look", QStringLiteral("card"));
    m_shown->setSourceModel(&m_models);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(QStringLiteral("providerModelFilter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_refresh->setObjectName(QStringLiteral("providerModelRefresh"));
    m_list->setObjectName(QStringLiteral("providerModelList"));
    m_list->setAccessibleName(tr("Models of this provider"));
    m_list->setModel(m_shown);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setToolTip(tr("Double-click a model to try it in the playground."));
    m_list->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_title, 1);
    head->addWidget(m_filter);
    head->addWidget(m_refresh);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    layout->addLayout(makeFoot());
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text);
        showState();
    });
    connect(m_refresh, &QToolButton::clicked, this, [this] {
        m_note->setText(tr("Asking for its models…"));
        m_note->show();
        m_parts.host.gateway().catalog().refresh();
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT tryWanted(QStringLiteral("%1/%2").arg(m_provider, index.data().toString()));
    });
    connect(&m_parts.host.gateway().catalog(), &ModelCatalog::changed, this, &ModelsSection::refresh);
}

QLayout *ModelsSection::makeFoot()
{
    m_new->setObjectName(QStringLiteral("providerModelName"));
    m_new->setAccessibleName(tr("Name of a model to add"));
    m_add->setObjectName(QStringLiteral("providerModelAdd"));
    m_add->setToolTip(tr("Name it in nexus.toml, for what the provider does not list."));
    m_remove->setObjectName(QStringLiteral("providerModelRemove"));
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(m_new, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    connect(m_new, &QLineEdit::textChanged, this, &ModelsSection::showFoot);
    connect(m_new, &QLineEdit::returnPressed, this, &ModelsSection::add);
    connect(m_add, &QPushButton::clicked, this, &ModelsSection::add);
    connect(m_remove, &QToolButton::clicked, this, &ModelsSection::remove);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsSection::showFoot);
    return row;
}

void ModelsSection::setProvider(const QString &name)
{
    if (m_provider != name) {
        m_filter->clear();
        m_new->clear();
    }
    m_provider = name;
    refresh();
}

void ModelsSection::refresh()
{
    const QStringList ids = modelNames(m_parts.host, m_provider);
    if (ids != m_models.stringList()) {
        m_models.setStringList(ids);
    }
    showState();
}

void ModelsSection::showState()
{
    const int all = m_models.rowCount();
    const int shown = m_shown->rowCount();
    m_title->setText(all == 0 ? tr("Models") : tr("%n model(s)", nullptr, all));
    m_list->setVisible(shown > 0);
    m_list->setFixedHeight(std::clamp(shown, 1, shownRows) * rowHeight + 4);
    m_filter->setVisible(all > shownRows);
    const auto catalog = m_parts.host.gateway().catalog().snapshot();
    const CatalogProvider *const listed = catalog->provider(m_provider);
    QString note = all == 0 ? missingListReason(m_parts.host, m_provider) : QString();
    if (!note.isEmpty()) {
        // It says what to do.
    } else if (listed != nullptr && listed->lastError) {
        note = listed->lastError->message;
    } else if (all == 0) {
        note = tr("It has named no models yet. Type the name of one, or ask again.");
    } else if (shown == 0) {
        note = tr("No model has this in its name.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    showFoot();
}

void ModelsSection::showFoot()
{
    const ConfigSnapshot config = m_parts.host.config();
    const ProviderConfig *const provider = config ? config->provider(m_provider) : nullptr;
    const bool isInFile = provider != nullptr && provider->type != ProviderType::Demo;
    const bool isAzure = provider != nullptr && provider->type == ProviderType::Azure;
    m_new->setPlaceholderText(isAzure ? tr("Name of a deployment") : tr("Name of a model it does not list"));
    m_new->setVisible(isInFile);
    m_add->setVisible(isInFile);
    m_add->setEnabled(!typedModels(m_new->text()).isEmpty());
    // One with lines of its own is more than a name, and is changed in the file.
    const Result<ConfigText> text = m_parts.config.text();
    m_remove->setVisible(text && !chosen().isEmpty() && isPlainModel(*text, m_provider, chosen()));
}

bool ModelsSection::hasInput() const
{
    return !m_new->text().trimmed().isEmpty();
}

QString ModelsSection::chosen() const
{
    return m_list->currentIndex().data().toString();
}

void ModelsSection::add()
{
    const QStringList models = typedModels(m_new->text());
    if (models.isEmpty()) {
        return;
    }
    const Result<void> written = m_parts.config.apply(
        [this, &models](const ConfigText &text) { return withModels(text, m_provider, models); });
    if (!written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    m_new->clear();
}

void ModelsSection::remove()
{
    const Result<void> written = m_parts.config.apply(
        [this](const ConfigText &text) { return withoutModel(text, m_provider, chosen()); });
    if (!written) {
        Q_EMIT failed(written.error().message);
    }
}

} // namespace nexus
