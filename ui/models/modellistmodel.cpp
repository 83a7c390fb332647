// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/modellistmodel.h"

#include "ledger/prices/modelprice.h"
#include "service/gatewayhost.h"
#include "ui/models/words.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

ModelLine lineOf(const ProviderConfig &provider, const QByteArray &model, const DiscoveredModel *found,
    const PriceBook *prices)
{
    ModelLine line {.provider = provider.name, .model = QString::fromUtf8(model)};
    if (found != nullptr) {
        line.title = QString::fromUtf8(found->displayName);
        line.contextTokens = found->contextTokens;
        line.maxOutputTokens = found->maxOutputTokens;
        line.told = found->abilities;
    }
    if (prices == nullptr) {
        return line;
    }
    const std::optional<Price> price = modelPrice(*prices, provider, model, QDateTime::currentDateTimeUtc());
    if (!price) {
        return line;
    }
    line.input = price->rates.input;
    line.output = price->rates.output;
    line.isCachePriced = price->rates.cacheRead.has_value();
    line.isBatchPriced = price->batch.has_value();
    line.priceSource = price->source;
    line.known = price->facts.abilities;
    // What the provider says itself counts more.
    line.contextTokens = line.contextTokens > 0 ? line.contextTokens : price->facts.contextWindow;
    line.maxOutputTokens = line.maxOutputTokens > 0 ? line.maxOutputTokens : price->facts.maxOutput;
    return line;
}

bool isNumber(int column)
{
    switch (column) {
    case ModelListModel::ContextColumn:
    case ModelListModel::OutputColumn:
    case ModelListModel::InputPriceColumn:
    case ModelListModel::OutputPriceColumn:
        return true;
    default:
        return false;
    }
}

struct Ability {
    std::optional<bool> ModelAbilities::*value;
    const char *name;
};

constexpr std::array ABILITIES {
    Ability {&ModelAbilities::vision, QT_TRANSLATE_NOOP("nexus::ModelListModel", "vision")},
    Ability {&ModelAbilities::tools, QT_TRANSLATE_NOOP("nexus::ModelListModel", "tools")},
    Ability {&ModelAbilities::reasoning, QT_TRANSLATE_NOOP("nexus::ModelListModel", "reasoning")},
};

// What it can do for certain. That it can do nothing of it is no gap in what is known.
QString abilityWords(const ModelAbilities &abilities)
{
    QStringList out;
    std::size_t denied = 0;
    for (const Ability &ability : ABILITIES) {
        const std::optional<bool> &value = abilities.*ability.value;
        if (value == true) {
            out.append(ModelListModel::tr(ability.name));
        } else if (value == false) {
            ++denied;
        }
    }
    if (!out.isEmpty()) {
        return out.join(QLatin1String(", "));
    }
    return denied == ABILITIES.size() ? ModelListModel::tr("none")
        : denied > 0                  ? ModelListModel::tr("none known")
                                      : words::unknown();
}

// The same with what it cannot do and what nobody says.
QString abilitySentence(const ModelAbilities &abilities)
{
    QStringList out;
    for (const Ability &ability : ABILITIES) {
        const std::optional<bool> &value = abilities.*ability.value;
        const QString answer = value == true ? ModelListModel::tr("%1 yes")
            : value == false                 ? ModelListModel::tr("%1 no")
                                             : ModelListModel::tr("%1 unknown");
        out.append(answer.arg(ModelListModel::tr(ability.name)));
    }
    return out.join(QLatin1String(", "));
}

// In the words of the window, and in English as documentation has them.
QString abilitySearch(const ModelAbilities &abilities)
{
    QString out = abilityWords(abilities);
    for (const Ability &ability : ABILITIES) {
        if (abilities.*ability.value == true) {
            out += QLatin1Char('\n') + QLatin1String(ability.name);
        }
    }
    return out;
}

QString abilityHint(const ModelLine &line)
{
    QStringList out;
    if (!line.told.isEmpty()) {
        out.append(ModelListModel::tr("Its provider says: %1.").arg(abilitySentence(line.told)));
    }
    if (!line.known.isEmpty()) {
        out.append(ModelListModel::tr("The table of prices says: %1.").arg(abilitySentence(line.known)));
    }
    return out.isEmpty() ? ModelListModel::tr("Nobody says what it can do besides text.")
                         : out.join(QLatin1Char('\n'));
}

QString priceHint(const ModelLine &line)
{
    if (line.priceSource.isEmpty()) {
        return ModelListModel::tr("Its price is not known. F2 sets it.");
    }
    QStringList cheaper;
    if (line.isCachePriced) {
        cheaper.append(ModelListModel::tr("cached input"));
    }
    if (line.isBatchPriced) {
        cheaper.append(ModelListModel::tr("batches"));
    }
    return cheaper.isEmpty() ? line.priceSource
                             : line.priceSource + QLatin1Char('\n')
            + ModelListModel::tr("At prices of their own: %1.").arg(cheaper.join(QLatin1String(", ")));
}

QString tokens(qint64 number)
{
    return number > 0 ? words::shortCount(number) : words::unknown();
}

} // namespace

std::vector<ModelLine> modelLines(GatewayHost &host, const PriceBook *prices)
{
    std::vector<ModelLine> out;
    const ConfigSnapshot config = host.config();
    if (!config) {
        return out;
    }
    const auto catalog = host.gateway().catalog().snapshot();
    for (const ProviderConfig &provider : config->llm.providers) {
        if (!provider.isListed) {
            continue;
        }
        const CatalogProvider *const listed = catalog->provider(provider.name);
        QSet<QByteArray> seen;
        for (const ModelConfig &model : provider.models) {
            const QByteArray &upstream = model.rename.isEmpty() ? model.name : model.rename;
            seen.insert(model.name);
            out.push_back(
                lineOf(provider, model.name, listed != nullptr ? listed->model(upstream) : nullptr, prices));
        }
        if (listed == nullptr) {
            continue;
        }
        for (const DiscoveredModel &model : listed->models()) {
            if (!seen.contains(model.id)) {
                out.push_back(lineOf(provider, model.id, &model, prices));
            }
        }
    }
    return out;
}

ModelListModel::ModelListModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ModelListModel::setLines(std::vector<ModelLine> lines)
{
    if (lines == m_lines) {
        return;
    }
    const auto isSame = [](const ModelLine &one, const ModelLine &other) {
        return one.provider == other.provider && one.model == other.model;
    };
    if (!std::ranges::equal(lines, m_lines, isSame)) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    m_lines = std::move(lines);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QStringList ModelListModel::ids() const
{
    QStringList out;
    std::ranges::transform(m_lines, std::back_inserter(out), &ModelLine::id);
    return out;
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ModelListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ModelLine &line = m_lines.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::ToolTipRole:
        return hint(line, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case IdRole:
        return line.id();
    case SearchRole:
        return QString(
            line.id() + u'\n' + line.title + u'\n' + abilitySearch(combined(line.told, line.known)));
    case SortRole:
        return rank(line, index.row(), index.column());
    default:
        return {};
    }
}

QVariant ModelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    }
    if (role == Qt::ToolTipRole && (section == InputPriceColumn || section == OutputPriceColumn)) {
        return QString(title(section) + u'\n' + tr("US dollars for a million tokens."));
    }
    if (role == Qt::DisplayRole) {
        return words::inTwoLines(title(section));
    }
    return role == Qt::ToolTipRole ? title(section) : QVariant();
}

QString ModelListModel::title(int column)
{
    switch (column) {
    case ModelColumn:
        return tr("Model");
    case ProviderColumn:
        return tr("Provider");
    case ContextColumn:
        return tr("Context");
    case OutputColumn:
        return tr("Max. output");
    case InputPriceColumn:
        return tr("In / 1M");
    case OutputPriceColumn:
        return tr("Out / 1M");
    case AbilityColumn:
        return tr("Abilities");
    default:
        return {};
    }
}

QString ModelListModel::text(const ModelLine &line, int column) const
{
    switch (column) {
    case ModelColumn:
        return line.model;
    case ProviderColumn:
        return line.provider;
    case ContextColumn:
        return tokens(line.contextTokens);
    case OutputColumn:
        return tokens(line.maxOutputTokens);
    case InputPriceColumn:
        return words::money(line.input);
    case OutputPriceColumn:
        return words::money(line.output);
    case AbilityColumn:
        return abilityWords(combined(line.told, line.known));
    default:
        return {};
    }
}

QString ModelListModel::hint(const ModelLine &line, int column) const
{
    switch (column) {
    case ModelColumn:
        return line.title.isEmpty() ? line.id() : tr("%1 (%2)").arg(line.title, line.id());
    case ContextColumn:
        return line.contextTokens > 0 ? tr("It reads %1 tokens.").arg(words::count(line.contextTokens))
                                      : tr("Nobody says how much it reads.");
    case OutputColumn:
        return line.maxOutputTokens > 0
            ? tr("It writes up to %1 tokens.").arg(words::count(line.maxOutputTokens))
            : tr("Nobody says how much it writes.");
    case InputPriceColumn:
    case OutputPriceColumn:
        return priceHint(line);
    case AbilityColumn:
        return abilityHint(line);
    default:
        return {};
    }
}

QVariant ModelListModel::rank(const ModelLine &line, int row, int column) const
{
    constexpr qint64 unknown = -1;
    switch (column) {
    case ProviderColumn:
        return row; // the order of the file
    case ContextColumn:
        return line.contextTokens;
    case OutputColumn:
        return line.maxOutputTokens;
    case InputPriceColumn:
        return line.input.value_or(unknown);
    case OutputPriceColumn:
        return line.output.value_or(unknown);
    default:
        return text(line, column);
    }
}

} // namespace nexus
