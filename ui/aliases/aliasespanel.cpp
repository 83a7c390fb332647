// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliasespanel.h"

#include "service/gatewayhost.h"
#include "ui/aliases/aliascard.h"
#include "ui/models/configdesk.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace nexus {

AliasesPanel::AliasesPanel(const ConsoleParts &parts, QAbstractItemModel &names, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_names(names)
    , m_trouble(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_area(new QScrollArea(m_stack))
    , m_layout(nullptr)
    , m_empty(new EmptyState(m_stack))
{
    auto *const list = new QWidget;
    m_layout = new QVBoxLayout(list);
    m_layout->setContentsMargins(0, 0, grid::unit, grid::unit);
    m_layout->setSpacing(grid::unit);
    m_layout->addStretch(1);
    m_area->setObjectName(QStringLiteral("aliasArea"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(list);
    m_empty->setObjectName(QStringLiteral("aliasEmpty"));
    m_empty->setState(QStringLiteral("models"),
        tr("There is no alias yet. An alias is a name of your own for one model or several, so that clients "
           "need not change when the model does."),
        tr("Add alias"));
    m_stack->addWidget(m_area);
    m_stack->addWidget(m_empty);
    m_trouble->setObjectName(QStringLiteral("aliasTrouble"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_trouble);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionClicked, this, &AliasesPanel::add);
    connect(m_trouble, &Banner::actionClicked, this, [this] {
        Q_EMIT linkActivated({PageId::Settings, QStringLiteral("llm.aliases")});
    });
    connect(&m_parts.config, &ConfigDesk::changed, this, &AliasesPanel::reload);
    reload();
}

void AliasesPanel::reload()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text) {
        m_trouble->say(Banner::Kind::Bad, text.error().message, tr("Open settings"));
        showState();
        return;
    }
    m_trouble->hide();
    const std::vector<AliasEntry> aliases = aliasesOf(*text);
    for (AliasCard *const card : m_cards) {
        const bool isThere = std::ranges::find(aliases, card->name(), &AliasEntry::name) != aliases.end();
        if (!isThere && !card->name().isEmpty() && card->isDirty()) {
            card->setGone();
        }
    }
    std::vector<AliasCard *> cards;
    std::ranges::copy_if(
        m_cards, std::back_inserter(cards), [](const AliasCard *card) { return card->name().isEmpty(); });
    for (const AliasEntry &alias : aliases) {
        if (AliasCard *const card = find(alias.name)) {
            card->setEntry(alias);
            cards.push_back(card);
        } else {
            cards.push_back(make(alias));
        }
    }
    arrange(std::move(cards));
    refreshHealth();
}

void AliasesPanel::refreshHealth()
{
    m_health = {};
    m_health.aliases = names();
    if (const ConfigSnapshot config = m_parts.host.config()) {
        for (const ProviderConfig &provider : config->llm.providers) {
            if (provider.type == ProviderType::Demo) {
                m_health.providers.insert(
                    provider.name, {.name = provider.name, .state = ProviderState::Ready});
            }
        }
    }
    for (const ProviderRow &row : providerRows(m_parts.host)) {
        m_health.providers.insert(row.name, row);
    }
    for (AliasCard *const card : m_cards) {
        card->setHealth(m_health);
    }
}

void AliasesPanel::add()
{
    AliasCard *card = find({});
    if (card == nullptr) {
        card = make(std::nullopt);
        std::vector<AliasCard *> cards = m_cards;
        cards.insert(cards.begin(), card);
        arrange(std::move(cards));
    }
    scrollTo(card);
    card->edit();
}

bool AliasesPanel::reveal(const QString &name)
{
    AliasCard *const card = name.isEmpty() ? nullptr : find(name);
    if (card == nullptr) {
        return false;
    }
    scrollTo(card);
    return true;
}

QStringList AliasesPanel::names() const
{
    QStringList out;
    for (const AliasCard *const card : m_cards) {
        if (!card->name().isEmpty()) {
            out.append(card->name());
        }
    }
    return out;
}

bool AliasesPanel::isDirty() const
{
    return std::ranges::any_of(m_cards, &AliasCard::isDirty);
}

AliasCard *AliasesPanel::make(const std::optional<AliasEntry> &alias)
{
    auto *const card = new AliasCard(m_parts, m_names, alias, m_area->widget());
    card->setHealth(m_health);
    card->setObjectName(alias ? QStringLiteral("alias_") + alias->name : QStringLiteral("aliasNew"));
    connect(card, &AliasCard::saved, this, [this, card](const QString &name) {
        card->setObjectName(QStringLiteral("alias_") + name);
        Q_EMIT saved(name);
    });
    connect(card, &AliasCard::removed, this, &AliasesPanel::removed);
    connect(card, &AliasCard::failed, this, &AliasesPanel::failed);
    connect(card, &AliasCard::linkActivated, this, &AliasesPanel::linkActivated);
    connect(card, &AliasCard::discarded, this, [this, card] {
        std::vector<AliasCard *> cards = m_cards;
        std::erase(cards, card);
        arrange(std::move(cards));
    });
    return card;
}

AliasCard *AliasesPanel::find(const QString &name) const
{
    const auto found = std::ranges::find(m_cards, name, &AliasCard::name);
    return found == m_cards.end() ? nullptr : *found;
}

void AliasesPanel::arrange(std::vector<AliasCard *> cards)
{
    for (AliasCard *const card : m_cards) {
        if (std::ranges::find(cards, card) == cards.end()) {
            m_layout->removeWidget(card);
            card->hide();
            card->deleteLater();
        }
    }
    for (std::size_t at = 0; at < cards.size(); ++at) {
        if (at >= m_cards.size() || m_cards[at] != cards[at] || m_layout->indexOf(cards[at]) < 0) {
            m_layout->removeWidget(cards[at]);
            m_layout->insertWidget(static_cast<int>(at), cards[at]);
            cards[at]->show();
        }
    }
    m_cards = std::move(cards);
    showState();
}

void AliasesPanel::showState()
{
    const bool isEmpty = m_cards.empty() && m_trouble->isHidden();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_area);
}

void AliasesPanel::scrollTo(AliasCard *card)
{
    // It has its place only after the layout has run.
    QMetaObject::invokeMethod(
        this,
        [this, watch = QPointer<AliasCard>(card)] {
            if (watch) {
                m_area->ensureWidgetVisible(watch, 0, grid::margin);
            }
        },
        Qt::QueuedConnection);
}

} // namespace nexus
