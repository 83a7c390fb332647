// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/providerdetail.h"

#include "ledger/history/historysums.h"
#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/models/provideredit.h"
#include "ui/models/words.h"
#include "ui/providers/confirmstrip.h"
#include "ui/providers/connectionsection.h"
#include "ui/providers/keysection.h"
#include "ui/providers/modelssection.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/providerstatelook.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

namespace {

// What the first token of the last day took.
Result<std::vector<UsageSum>> lastDay(const HistoryReader &reader, const QString &provider)
{
    const QString text = QStringLiteral("provider:=\"%1\" since:1d").arg(provider);
    const Result<HistoryFilter> filter = parseHistoryFilter(text, QDateTime::currentMSecsSinceEpoch());
    if (!filter) {
        return failure(filter.error());
    }
    return usageSums(reader, {.by = UsageQuery::By::All, .filter = *filter});
}

QString latencySentence(const std::vector<UsageSum> &sums)
{
    if (sums.empty() || sums.front().requests == 0) {
        return ProviderDetail::tr("No request in the last day.");
    }
    const UsageSum &sum = sums.front();
    const auto time = [](qint64 micro) { return words::duration(std::chrono::microseconds(micro)); };
    const auto requests = static_cast<int>(sum.requests);
    if (!sum.firstByte) {
        return ProviderDetail::tr(
            "%n request(s) in the last day, none with a first token.", nullptr, requests);
    }
    return ProviderDetail::tr(
        "First token: %1 median, %2 p95, of %n request(s) in the last day.", nullptr, requests)
        .arg(time(sum.firstByte->p50), time(sum.firstByte->p95));
}

QString listOf(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

} // namespace

ProviderDetail::ProviderDetail(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_name(sectionLabel({}, this))
    , m_service(dimLabel({}, this))
    , m_rename(new QPushButton(tr("Rename"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_confirm(new ConfirmStrip(QStringLiteral("providerRemove"), this))
    , m_stateIcon(new QLabel(this))
    , m_state(plainLabel({}, this))
    , m_error(plainLabel({}, this))
    , m_requests(linkButton(tr("Show its requests"), this))
    , m_key(new KeySection(parts, this))
    , m_models(new ModelsSection(parts, this))
    , m_connection(new ConnectionSection(parts, this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 0, grid::unit, grid::margin);
    layout->setSpacing(12);
    makeHead(layout);
    layout->addWidget(m_key);
    layout->addWidget(m_models);
    layout->addWidget(m_connection);
    layout->addStretch(1);
    connectParts();
}

void ProviderDetail::makeHead(QBoxLayout *layout)
{
    m_name->setObjectName(QStringLiteral("providerName"));
    m_rename->setObjectName(QStringLiteral("providerRenameButton"));
    m_remove->setObjectName(QStringLiteral("providerRemoveButton"));
    m_remove->setProperty("look", QStringLiteral("danger"));
    m_state->setObjectName(QStringLiteral("providerState"));
    m_error->setObjectName(QStringLiteral("providerLastError"));
    m_requests->setObjectName(QStringLiteral("providerRequestsLink"));
    auto *const names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_service);
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addLayout(names, 1);
    head->addWidget(m_rename, 0, Qt::AlignTop);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_confirm);
    auto *const state = new QHBoxLayout;
    state->setSpacing(grid::unit);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    layout->addLayout(state);
    layout->addWidget(m_error);
    m_latency = dimLabel({}, this);
    m_latency->setObjectName(QStringLiteral("providerLatency"));
    layout->addWidget(m_latency);
    layout->addWidget(m_requests, 0, Qt::AlignLeft);
}

void ProviderDetail::connectParts()
{
    connect(m_rename, &QPushButton::clicked, m_connection, &ConnectionSection::edit);
    connect(m_remove, &QPushButton::clicked, this, &ProviderDetail::askRemoval);
    connect(m_confirm, &ConfirmStrip::confirmed, this, &ProviderDetail::remove);
    connect(m_connection, &ConnectionSection::renamed, this, &ProviderDetail::renamed);
    connect(m_connection, &ConnectionSection::lost, this, &ProviderDetail::failed);
    connect(m_connection, &ConnectionSection::headersWanted, this, [this] {
        Q_EMIT linkActivated({PageId::Settings, QStringLiteral("llm.providers.%1.headers").arg(m_row.name)});
    });
    connect(m_models, &ModelsSection::failed, this, &ProviderDetail::failed);
    connect(m_models, &ModelsSection::tryWanted, this, [this](const QString &model) {
        Q_EMIT linkActivated({PageId::Playground, model});
    });
    connect(m_requests, &QPushButton::clicked, this, [this] {
        const bool isFailing = m_row.state == ProviderState::Failing || m_row.state == ProviderState::Resting;
        HistoryFilter filter {
            {.field = HistoryTerm::Field::Provider, .isExact = true, .text = m_row.name, .range = {}}};
        if (isFailing) {
            filter.push_back({.field = HistoryTerm::Field::Is, .text = QStringLiteral("error"), .range = {}});
        }
        Q_EMIT linkActivated({PageId::LiveLog, historyFilterText(filter)});
    });
}

void ProviderDetail::setRow(const ProviderRow &row)
{
    const bool isOther = m_row.name != row.name;
    const bool isChanged = m_row != row;
    m_row = row;
    if (isOther) {
        m_confirm->hide();
        m_latency->setText(tr("First token: %1").arg(words::unknown()));
        reload();
        askLatency();
    }
    if (isChanged) {
        showState();
    }
    m_key->showStates(); // time alone changes them
}

void ProviderDetail::reload()
{
    m_key->setProvider(m_row.name);
    m_models->setProvider(m_row.name);
    m_connection->setProvider(m_row.name);
}

bool ProviderDetail::isEditing() const
{
    return m_key->isEditing() || m_models->hasInput() || m_connection->isEditing();
}

void ProviderDetail::showState()
{
    const ProviderStateLook look = lookOf(m_row.state);
    m_name->setText(m_row.name);
    m_service->setText(m_row.service);
    m_stateIcon->setPixmap(lineIcon(look.icon, look.tone).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_state->setText(
        QStringLiteral("%1 – %2").arg(providerStateWord(m_row.state), providerStateSentence(m_row)));
    const QDateTime now = QDateTime::currentDateTime();
    m_error->setVisible(!m_row.lastError.isEmpty());
    m_error->setText(m_row.lastErrorAt.isValid()
            ? tr("%1: %2", "how long ago, and the error")
                  .arg(words::ago(m_row.lastErrorAt, now), m_row.lastError)
            : m_row.lastError);
    m_error->setToolTip(m_row.lastErrorAt.isValid() ? words::moment(m_row.lastErrorAt, now) : QString());
    const bool isInFile = m_row.type != ProviderType::Demo;
    m_rename->setVisible(isInFile);
    m_remove->setVisible(isInFile);
}

void ProviderDetail::askLatency()
{
    const QString name = m_row.name;
    m_parts.history.ask<std::vector<UsageSum>>(
        this, [name](const HistoryReader &reader) { return lastDay(reader, name); },
        [this, name](const Result<std::vector<UsageSum>> &sums) {
            if (sums && name == m_row.name) {
                m_latency->setText(latencySentence(*sums));
            }
        });
}

void ProviderDetail::askRemoval()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text) {
        Q_EMIT failed(text.error().message);
        return;
    }
    const ProviderLosses losses = lossesOf(*text, m_row.name);
    QStringList sentences {tr("%1 is taken out of nexus.toml.").arg(m_row.name)};
    if (!losses.aliases.isEmpty()) {
        sentences.append(
            tr("Lost with it: %n alias(es): %1.", nullptr, static_cast<int>(losses.aliases.size()))
                .arg(listOf(losses.aliases)));
    }
    if (!losses.shortened.isEmpty()) {
        sentences.append(
            tr("%n alias(es) lose a target: %1.", nullptr, static_cast<int>(losses.shortened.size()))
                .arg(listOf(losses.shortened)));
    }
    if (!losses.budgets.isEmpty()) {
        sentences.append(tr("%n budget(s) go too: %1.", nullptr, static_cast<int>(losses.budgets.size()))
                             .arg(listOf(losses.budgets)));
    }
    sentences.append(tr("A key in the keychain stays there."));
    m_confirm->ask(sentences.join(QLatin1Char(' ')), tr("Remove %1").arg(m_row.name));
}

void ProviderDetail::remove()
{
    const QString name = m_row.name;
    const Result<void> written
        = m_parts.config.apply([&name](const ConfigText &text) { return withoutProvider(text, name); });
    if (!written) {
        Q_EMIT failed(written.error().message);
        return;
    }
    Q_EMIT removed(name);
}

} // namespace nexus
