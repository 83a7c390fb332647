// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/modelchooser.h"

#include "service/gatewayhost.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace nexus {

namespace {

constexpr int shownOffers = 14;
constexpr int leastPopupWidth = 320;

} // namespace

QStringList modelNames(GatewayHost &host)
{
    QStringList out;
    const ConfigSnapshot config = host.config();
    if (!config) {
        return out;
    }
    for (const AliasConfig &alias : config->llm.aliases) {
        out.append(alias.name);
    }
    const auto catalog = host.gateway().catalog().snapshot();
    for (const ProviderConfig &provider : config->llm.providers) {
        const QString stem = provider.name + QLatin1Char('/');
        for (const ModelConfig &model : provider.models) {
            out.append(stem + QString::fromUtf8(model.name));
        }
        if (const CatalogProvider *const listed = catalog->provider(provider.name)) {
            for (const DiscoveredModel &model : listed->models()) {
                out.append(stem + QString::fromUtf8(model.id));
            }
        }
    }
    out.removeDuplicates();
    return out;
}

ModelChooser::ModelChooser(QStringListModel &offers, QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(&offers, this))
    , m_open(addAction(lineIcon(QStringLiteral("chevron-down")), QLineEdit::TrailingPosition))
{
    setAccessibleName(tr("Model"));
    setPlaceholderText(tr("Choose a model"));
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(shownOffers);
    m_completer->popup()->setMinimumWidth(leastPopupWidth);
    setCompleter(m_completer);
    m_open->setToolTip(tr("Show all models"));
    connect(m_open, &QAction::triggered, this, &ModelChooser::offerAll);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        setToolTip(text);
        setLook(this, "state", QString());
        Q_EMIT modelChanged();
    });
}

void ModelChooser::setModel(const QString &model)
{
    setText(model);
    setCursorPosition(0);
}

void ModelChooser::offerAll()
{
    setFocus();
    selectAll();
    m_completer->setCompletionPrefix({});
    m_completer->complete();
}

void ModelChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        offerAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ModelChooser::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_completer->popup()->setMinimumWidth(std::max(width(), leastPopupWidth));
}

} // namespace nexus
