// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/priceform.h"

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/words.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace nexus {

namespace {

constexpr int longestId = 320;
constexpr int mostLines = 4; // of the file; the table above needs its room

// In the order of mergeForms().
constexpr std::array TEXTS {
    &PriceEntry::input,
    &PriceEntry::output,
    &PriceEntry::cacheRead,
    &PriceEntry::cacheWrite,
};
constexpr std::array NAMES {"priceInput", "priceOutput", "priceCacheRead", "priceCacheWrite"};

std::array<QString, TEXTS.size()> figureTitles()
{
    return {PriceForm::tr("Input"), PriceForm::tr("Output"), PriceForm::tr("Cache read"),
        PriceForm::tr("Cache write")};
}

// The lines around those that change go where there is no room for them.
std::vector<DiffHunk> withShortContext(std::vector<DiffHunk> hunks)
{
    const auto isSame = [](const DiffLine &line) { return line.kind == DiffLine::Kind::Same; };
    for (DiffHunk &hunk : hunks) {
        while (hunk.size() > mostLines && isSame(hunk.back())) {
            hunk.pop_back();
        }
        while (hunk.size() > mostLines && isSame(hunk.front())) {
            hunk.erase(hunk.begin());
        }
    }
    return hunks;
}

} // namespace

PriceForm::PriceForm(const ConsoleParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_title(sectionLabel({}, this))
    , m_source(dimLabel({}, this))
    , m_fields {new QLineEdit(this), new QLineEdit(this), new QLineEdit(this), new QLineEdit(this)}
    , m_clear(new QPushButton(tr("Use the built-in price"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_save(primaryButton(tr("Save"), this))
    , m_pending(new QWidget(this))
    , m_changed(new ChangedBar(QStringLiteral("priceChanged"), m_pending))
    , m_problem(plainLabel({}, m_pending))
    , m_diffTitle(dimLabel(tr("Lines that change in nexus.toml"), m_pending))
    , m_diff(new DiffView(m_pending))
{
    setObjectName(QStringLiteral("priceForm"));
    setProperty("look", QStringLiteral("card"));
    makeFields();
    makeLayout();
    connectParts();
    hide();
}

void PriceForm::makeFields()
{
    for (std::size_t i = 0; i < figureCount; ++i) {
        m_fields[i]->setObjectName(QLatin1String(NAMES[i]));
    }
    m_title->setObjectName(QStringLiteral("priceTitle"));
    m_title->setWordWrap(true);
    m_source->setObjectName(QStringLiteral("priceSource"));
    m_clear->setObjectName(QStringLiteral("priceClear"));
    m_clear->setToolTip(tr("Empties the fields, so that nexus.toml says nothing of this model's price."));
    m_problem->setObjectName(QStringLiteral("priceProblem"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_diff->setObjectName(QStringLiteral("priceDiff"));
    m_cancel->setObjectName(QStringLiteral("priceCancel"));
    m_save->setObjectName(QStringLiteral("priceSave"));
}

void PriceForm::makeLayout()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    const auto titles = figureTitles();
    for (std::size_t i = 0; i < figureCount; ++i) {
        auto *const column = new QVBoxLayout;
        addField(column, titles.at(i), m_fields[i]);
        row->addLayout(column, 1);
    }
    row->addWidget(m_cancel, 0, Qt::AlignBottom);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    auto *const source = new QHBoxLayout;
    source->setSpacing(grid::unit);
    source->addWidget(m_source, 1);
    source->addWidget(m_clear);
    auto *const pending = new QVBoxLayout(m_pending);
    pending->setContentsMargins(0, 0, 0, 0);
    pending->setSpacing(grid::unit);
    pending->addWidget(m_changed);
    pending->addWidget(m_problem);
    pending->addWidget(m_diffTitle);
    pending->addWidget(m_diff);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_title);
    layout->addLayout(source);
    layout->addLayout(row);
    layout->addWidget(m_pending);
}

void PriceForm::connectParts()
{
    for (QLineEdit *const field : m_fields) {
        connect(field, &QLineEdit::textChanged, this, &PriceForm::check);
        connect(field, &QLineEdit::returnPressed, this, &PriceForm::save);
    }
    connect(m_clear, &QPushButton::clicked, this, [this] {
        fill({});
        m_save->setFocus();
    });
    connect(m_cancel, &QPushButton::clicked, this, &PriceForm::leave);
    connect(m_save, &QPushButton::clicked, this, &PriceForm::save);
    saveByKey(this, [this] { save(); });
    connect(&m_parts.config, &ConfigDesk::changed, this, &PriceForm::followFile);
    connect(m_changed, &ChangedBar::theirsWanted, this, [this] {
        fill(m_base.takeTheirs(typed()));
        showConflicts();
    });
    connect(m_changed, &ChangedBar::mineWanted, this, [this] {
        m_base.keepMine();
        showConflicts();
    });
}

void PriceForm::setPrices(std::shared_ptr<const PriceBook> prices)
{
    m_prices = std::move(prices);
    showTable();
}

void PriceForm::open(const QString &provider, const QString &model)
{
    if (!isDirty()) {
        showModel(provider, model);
    }
    setVisible(true);
    m_fields.front()->setFocus();
    m_fields.front()->selectAll();
}

void PriceForm::follow(const QString &provider, const QString &model)
{
    if (isHidden() || isDirty()) {
        return;
    }
    if (provider.isEmpty()) {
        hide();
    } else if (provider != m_provider || model != m_model) {
        showModel(provider, model);
    }
}

bool PriceForm::isDirty() const
{
    return !m_model.isEmpty() && typed() != m_base.base();
}

void PriceForm::showModel(const QString &provider, const QString &model)
{
    m_provider = provider;
    m_model = model;
    const QString id = provider + QLatin1Char('/') + model;
    const QString shown = m_title->fontMetrics().elidedText(id, Qt::ElideMiddle, longestId);
    m_title->setText(tr("Price of %1, US dollars per million tokens").arg(shown));
    m_title->setToolTip(id);
    setAccessibleName(tr("Price of %1, US dollars per million tokens").arg(id));
    const Result<ConfigText> text = m_parts.config.text();
    const PriceEntry price = text ? priceOf(*text, provider, model) : PriceEntry();
    m_base = FormBase(price);
    fill(price);
    showTable();
    showConflicts();
}

void PriceForm::fill(const PriceEntry &price)
{
    for (std::size_t i = 0; i < figureCount; ++i) {
        const QString &text = price.*TEXTS[i];
        if (tidyPrice(m_fields[i]->text()) != text) {
            m_fields[i]->setText(text);
        }
    }
}

PriceEntry PriceForm::typed() const
{
    PriceEntry out;
    for (std::size_t i = 0; i < figureCount; ++i) {
        out.*TEXTS[i] = tidyPrice(m_fields[i]->text());
    }
    return out;
}

// What holds where a field is empty, and who says so.
void PriceForm::showTable()
{
    const ConfigSnapshot config = m_parts.host.config();
    const ProviderConfig *const provider = config ? config->provider(m_provider) : nullptr;
    const std::optional<Price> price
        = m_prices && provider != nullptr ? tablePrice(*m_prices, *provider, m_model) : std::nullopt;
    const PriceEntry figures = price ? entryOf(price->rates) : PriceEntry();
    for (std::size_t i = 0; i < figureCount; ++i) {
        const QString &figure = figures.*TEXTS[i];
        m_fields[i]->setPlaceholderText(figure.isEmpty() ? words::unknown() : figure);
    }
    m_source->setText(price ? tr("Where a field is empty, this holds: %1.").arg(price->source)
            : m_prices ? tr("No table of prices knows this model. A cost needs its input and its output.")
                       : tr("The tables of prices are being read…"));
    for (QLineEdit *const field : m_fields) {
        field->setAccessibleDescription(m_source->text());
    }
    m_clear->setText(price ? tr("Use the built-in price") : tr("Remove the price"));
}

// What others have changed meanwhile is taken over or asked about.
void PriceForm::followFile()
{
    if (isHidden()) {
        return;
    }
    showTable();
    if (const Result<ConfigText> text = m_parts.config.text()) {
        fill(m_base.follow(priceOf(*text, m_provider, m_model), typed()));
    }
    showConflicts();
}

void PriceForm::showConflicts()
{
    const auto titles = figureTitles();
    QStringList fields;
    for (const std::size_t place : m_base.conflicts()) {
        fields.append(titles.at(place));
    }
    m_changed->ask(fields);
    check();
}

void PriceForm::check()
{
    const QString mistake = markFigures();
    m_diff->setHunks({});
    m_problem->setText(!isDirty() ? QString() : mistake.isEmpty() ? previewProblem() : mistake);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_diff->setVisible(!m_diff->isEmpty());
    m_diffTitle->setVisible(!m_diff->isEmpty());
    m_pending->setVisible(isDirty());
    m_clear->setEnabled(typed() != PriceEntry());
    m_cancel->setText(isDirty() ? tr("Cancel") : tr("Close"));
    m_save->setEnabled(!m_diff->isEmpty() && m_problem->text().isEmpty() && !m_base.isAsking());
}

// Marks the fields that hold no price, and says what is wrong with the first.
QString PriceForm::markFigures()
{
    const auto titles = figureTitles();
    QString out;
    for (std::size_t i = 0; i < figureCount; ++i) {
        const QString text = tidyPrice(m_fields[i]->text());
        const bool isBad = !text.isEmpty() && !isPrice(text);
        setLook(m_fields[i], "state", isBad ? QStringLiteral("bad") : QString());
        if (isBad && out.isEmpty()) {
            out = tr("%1: write dollars as a number from 0 to 1000000 such as 2.50, or leave it empty.")
                      .arg(titles.at(i));
        }
    }
    return out;
}

// Shows what would change, and says why it cannot be saved.
QString PriceForm::previewProblem()
{
    const Result<ConfigText> before = m_parts.config.text();
    const Result<ConfigText> after = before ? edited(*before) : before;
    if (!after) {
        return after.error().message;
    }
    const ConfigPreview preview = m_parts.config.preview(after->bytes());
    m_diff->setHunks(withShortContext(preview.hunks), mostLines);
    return preview.config ? QString() : preview.config.error().message;
}

Result<ConfigText> PriceForm::edited(const ConfigText &text) const
{
    return withPrice(text, m_provider, m_model, typed(), isListed());
}

// Whether its provider names it, so that it stays without a line of the file.
bool PriceForm::isListed() const
{
    const auto catalog = m_parts.host.gateway().catalog().snapshot();
    const CatalogProvider *const provider = catalog->provider(m_provider);
    return provider != nullptr && provider->model(m_model.toUtf8()) != nullptr;
}

void PriceForm::save()
{
    followFile(); // its change may not have been noticed yet
    if (!m_save->isEnabled()) {
        return;
    }
    const PriceEntry price = typed();
    const FormBase<PriceEntry> before = m_base;
    // Saving tells everybody, this form too.
    m_base = FormBase(price);
    const Result<void> done = m_parts.config.apply([this](const ConfigText &text) { return edited(text); });
    if (!done) {
        m_base = before;
        check();
        m_problem->setText(done.error().message);
        m_problem->show();
        return;
    }
    const QString id = m_provider + QLatin1Char('/') + m_model;
    leave();
    if (price == PriceEntry()) {
        Q_EMIT removed(id);
    } else {
        Q_EMIT saved(id);
    }
}

void PriceForm::leave()
{
    showModel(m_provider, m_model);
    hide();
    Q_EMIT closed();
}

void PriceForm::keyPressEvent(QKeyEvent *event)
{
    // What was typed is not lost by a key.
    if (event->key() == Qt::Key_Escape && !isDirty()) {
        leave();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace nexus
