// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/modelssection.h"

#include "service/gatewayhost.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
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

void ModelsSection::setProvider(const QString &name)
{
    if (m_provider != name) {
        m_filter->clear();
    }
    m_provider = name;
    refresh();
}

void ModelsSection::refresh()
{
    QStringList ids;
    const ConfigSnapshot config = m_parts.host.config();
    const ProviderConfig *const provider = config ? config->provider(m_provider) : nullptr;
    if (provider != nullptr) {
        for (const ModelConfig &model : provider->models) {
            ids.append(QString::fromUtf8(model.name));
        }
    }
    const auto catalog = m_parts.host.gateway().catalog().snapshot();
    if (const CatalogProvider *const listed = catalog->provider(m_provider)) {
        for (const DiscoveredModel &model : listed->models()) {
            const QString id = QString::fromUtf8(model.id);
            if (!ids.contains(id)) {
                ids.append(id);
            }
        }
    }
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
    QString note;
    if (listed != nullptr && !listed->lastError.isEmpty()) {
        note = listed->lastError;
    } else if (all == 0) {
        note = tr("It has named no models yet. Name them in the file, or ask again.");
    } else if (shown == 0) {
        note = tr("No model has this in its name.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace nexus
