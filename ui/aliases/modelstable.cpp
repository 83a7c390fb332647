// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/modelstable.h"

#include "ledger/prices/priceloader.h"
#include "service/gatewayhost.h"
#include "ui/aliases/priceform.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

constexpr auto filterKey = "models/filter";
constexpr auto headerKey = "models/columns";
constexpr int rowHeight = 32;
constexpr int leastTableHeight = 76; // while a price is set below
constexpr int filterWidth = 320;
constexpr int leastModelWidth = 110;
constexpr int arrowWidth = 8; // of the column that sorts

struct Width {
    ModelListModel::Column column;
    int pixels;
};

constexpr std::array widths {
    Width {ModelListModel::ProviderColumn, 96},
    Width {ModelListModel::ContextColumn, 80},
    Width {ModelListModel::OutputColumn, 80},
    Width {ModelListModel::InputPriceColumn, 76},
    Width {ModelListModel::OutputPriceColumn, 76},
};

// A provider's name has no slash, a model's may have some.
QString providerOf(const QString &id)
{
    return id.section(QLatin1Char('/'), 0, 0);
}

QString modelOf(const QString &id)
{
    return id.section(QLatin1Char('/'), 1);
}

} // namespace

class ModelsTable::Filter final : public QSortFilterProxyModel {
public:
    void setWords(const QString &text)
    {
        m_words = text.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

private:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const QString text = index.data(ModelListModel::SearchRole).toString();
        return std::ranges::all_of(
            m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

    QStringList m_words;
};

ModelsTable::ModelsTable(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_shown(std::make_unique<Filter>())
    , m_title(sectionLabel(tr("Models"), this))
    , m_filter(new QLineEdit(this))
    , m_copy(new CopyButton(
          tr("Copy id"), [this] { return chosen(); }, this))
    , m_try(new QPushButton(lineIcon(QStringLiteral("playground")), tr("Try"), this))
    , m_setPrice(iconButton(QStringLiteral("edit"), tr("Set the price of the chosen model (F2)"), this))
    , m_table(new QTableView(this))
    , m_columns(*m_table, parts.settings, QLatin1String(headerKey))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_price(new PriceForm(parts, this))
{
    makeHead();
    makeTable();
    makeActions();
    makeLayout();
    connectPrice();
    connect(&m_parts.host.gateway().catalog(), &ModelCatalog::changed, this, &ModelsTable::refresh);
    connect(&m_parts.host, &GatewayHost::configApplied, this, &ModelsTable::refresh);
    refresh();
    m_filter->setText(m_parts.settings.value(QLatin1String(filterKey)).toString());
}

ModelsTable::~ModelsTable()
{
    m_parts.settings.setValue(QLatin1String(filterKey), m_filter->text());
    m_columns.save();
    // The view must not look at a model that is gone.
    m_table->setModel(nullptr);
}

void ModelsTable::makeHead()
{
    m_filter->setObjectName(QStringLiteral("modelFilter"));
    m_filter->setPlaceholderText(tr("Filter by provider, model or ability"));
    m_filter->setAccessibleName(tr("Filter models"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(filterWidth);
    m_copy->setObjectName(QStringLiteral("modelCopy"));
    m_copy->setToolTip(tr("Copies what clients ask for, provider and model."));
    m_try->setObjectName(QStringLiteral("modelTry"));
    m_try->setToolTip(tr("Opens the chosen model in the playground."));
    m_setPrice->setObjectName(QStringLiteral("modelSetPrice"));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setWords(text);
        showState();
    });
    connect(m_try, &QPushButton::clicked, this, [this] { Q_EMIT tryWanted(chosen()); });
    auto *const find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WindowShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
}

void ModelsTable::makeTable()
{
    m_shown->setSourceModel(&m_model);
    m_shown->setSortRole(ModelListModel::SortRole);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("modelTable"));
    m_table->setAccessibleName(tr("Models of all providers"));
    m_table->setModel(m_shown.get());
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setProperty("look", QStringLiteral("sorts"));
    header->setHighlightSections(false);
    for (const Width &width : widths) {
        header->resizeSection(
            width.column, std::max(width.pixels, header->sectionSizeHint(width.column) + arrowWidth));
    }
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ModelListModel::ProviderColumn, Qt::AscendingOrder);
    m_columns.restore();
    header->setSectionResizeMode(ModelListModel::AbilityColumn, QHeaderView::ResizeToContents);
    new RestColumn(*header, ModelListModel::ModelColumn, leastModelWidth);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsTable::showState);
}

void ModelsTable::makeActions()
{
    auto *const copy = new QAction(tr("Copy id"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    auto *const attempt = new QAction(tr("Try in the playground"), m_table);
    auto *const price = new QAction(tr("Set price…"), m_table);
    price->setObjectName(QStringLiteral("modelPriceAction"));
    price->setShortcut(Qt::Key_F2);
    price->setShortcutContext(Qt::WidgetShortcut);
    m_table->addActions({copy, attempt, price});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] {
        if (!chosen().isEmpty()) {
            QApplication::clipboard()->setText(chosen());
        }
    });
    const auto open = [this] {
        if (!chosen().isEmpty()) {
            Q_EMIT tryWanted(chosen());
        }
    };
    connect(attempt, &QAction::triggered, this, open);
    connect(m_table, &QTableView::activated, this, open);
    connect(price, &QAction::triggered, this, &ModelsTable::setPrice);
    connect(m_setPrice, &QToolButton::clicked, this, &ModelsTable::setPrice);
}

void ModelsTable::makeLayout()
{
    m_empty->setObjectName(QStringLiteral("modelEmpty"));
    connect(m_empty, &EmptyState::actionClicked, this, [this] {
        if (!m_filter->text().isEmpty()) {
            m_filter->clear();
        } else if (hasProvider()) {
            m_parts.host.gateway().catalog().refresh();
        } else {
            Q_EMIT providerWanted();
        }
    });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->setMinimumHeight(leastTableHeight);
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_filter, 2);
    head->addWidget(m_copy);
    head->addWidget(m_try);
    head->addWidget(m_setPrice);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_price);
}

void ModelsTable::connectPrice()
{
    connect(m_price, &PriceForm::saved, this, &ModelsTable::priceSaved);
    connect(m_price, &PriceForm::removed, this, &ModelsTable::priceRemoved);
    connect(m_price, &PriceForm::closed, m_table, qOverload<>(&QWidget::setFocus));
}

void ModelsTable::refresh()
{
    readPrices();
    const QString id = chosen();
    const QStringList before = m_model.ids();
    m_model.setLines(modelLines(m_parts.host, m_prices.get()));
    if (!id.isEmpty() && chosen() != id) {
        choose(id);
    }
    showState();
    if (m_model.ids() != before) {
        Q_EMIT idsChanged();
    }
}

void ModelsTable::setFilter(const QString &text)
{
    m_filter->setText(text);
    if (m_shown->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

// Reading them takes a while, so that another thread does it.
void ModelsTable::readPrices()
{
    const ConfigSnapshot config = m_parts.host.config();
    if (!config || m_pricesPath == config->ledger.prices) {
        return;
    }
    m_pricesPath = config->ledger.prices;
    const QPointer<ModelsTable> watch(this);
    QThreadPool::globalInstance()->start([watch, path = config->ledger.prices] {
        const std::shared_ptr<const PriceBook> book = PriceLoader(path).book();
        QMetaObject::invokeMethod(QCoreApplication::instance(), [watch, path, book] {
            if (watch && watch->m_pricesPath == path) {
                watch->takePrices(book);
            }
        });
    });
}

void ModelsTable::takePrices(std::shared_ptr<const PriceBook> prices)
{
    m_prices = std::move(prices);
    m_price->setPrices(m_prices);
    refresh();
}

void ModelsTable::showState()
{
    const int all = m_model.rowCount();
    const int shown = m_shown->rowCount();
    m_title->setText(all == 0 ? tr("Models")
            : shown == all    ? tr("%n model(s)", nullptr, all)
                              : tr("%1 of %n model(s)", nullptr, all).arg(shown));
    const QString id = chosen();
    m_copy->setEnabled(!id.isEmpty());
    m_try->setEnabled(!id.isEmpty());
    m_setPrice->setEnabled(isPayable(id));
    m_price->follow(isPayable(id) ? providerOf(id) : QString(), modelOf(id));
    if (shown > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (all > 0) {
        m_empty->setState(QStringLiteral("search"), tr("No model has these words in its name or abilities."),
            tr("Clear the filter"));
    } else if (hasProvider()) {
        m_empty->setState(QStringLiteral("models"),
            tr("The providers have named no models yet. Ask them again, or name models in the file."),
            tr("Ask again"));
    } else {
        m_empty->setState(QStringLiteral("providers"),
            tr("Models come from providers. Add one to see what it has."), tr("Add provider"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void ModelsTable::choose(const QString &id)
{
    const QModelIndexList found = m_shown->match(
        m_shown->index(0, 0), ModelListModel::IdRole, id, 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (!found.isEmpty()) {
        m_table->setCurrentIndex(found.constFirst());
    }
}

QString ModelsTable::chosen() const
{
    return m_table->currentIndex().data(ModelListModel::IdRole).toString();
}

// The demo costs nothing, whatever the file says.
bool ModelsTable::isPayable(const QString &model) const
{
    const ConfigSnapshot config = m_parts.host.config();
    const ProviderConfig *const provider = config ? config->provider(providerOf(model)) : nullptr;
    return provider != nullptr && provider->type != ProviderType::Demo;
}

void ModelsTable::setPrice()
{
    const QString id = chosen();
    if (isPayable(id)) {
        m_price->open(providerOf(id), modelOf(id));
        // Once it has made room.
        QMetaObject::invokeMethod(
            this, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
    }
}

bool ModelsTable::isDirty() const
{
    return m_price->isDirty();
}

bool ModelsTable::hasProvider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config && std::ranges::any_of(config->llm.providers, &ProviderConfig::isListed);
}

} // namespace nexus
