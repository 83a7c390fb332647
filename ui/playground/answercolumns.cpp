// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/answercolumns.h"

#include "service/gatewayhost.h"
#include "ui/playground/answercolumn.h"
#include "ui/playground/modelchooser.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

#include <algorithm>

namespace nexus {

namespace {

constexpr int leastHeight = 240;

} // namespace

AnswerColumns::AnswerColumns(GatewayHost &host, QWidget *parent)
    : QScrollArea(parent)
    , m_host(host)
{
    auto *const inside = new QWidget(this);
    m_row = new QHBoxLayout(inside);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(grid::unit);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(inside);
    setMinimumHeight(leastHeight);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    refreshOffers();
    connect(&m_host.gateway().catalog(), &ModelCatalog::changed, this, &AnswerColumns::refreshOffers);
    connect(&m_host, &GatewayHost::configApplied, this, &AnswerColumns::refreshOffers);
}

void AnswerColumns::add(const QString &model)
{
    if (isFull()) {
        return;
    }
    auto *const column = new AnswerColumn(m_host, m_offers, freeNumber(), widget());
    column->setModel(model);
    column->setFormatted(m_isFormatted);
    m_row->addWidget(column, 1);
    m_columns.push_back(column);
    connect(column, &AnswerColumn::runningChanged, this, &AnswerColumns::runningChanged);
    connect(column, &AnswerColumn::modelChanged, this, &AnswerColumns::modelsChanged);
    connect(column, &AnswerColumn::removeClicked, this, [this, column] { remove(column); });
    connect(column, &AnswerColumn::codeWanted, this,
        [this, column](ChatCode code) { Q_EMIT codeWanted(column, code); });
    connect(column, &AnswerColumn::aliasWanted, this, [this, column] { Q_EMIT aliasWanted(column); });
    column->show();
    updateRemovable();
    refreshOffers();
    Q_EMIT modelsChanged();
}

void AnswerColumns::remove(AnswerColumn *column)
{
    if (m_columns.size() < 2) {
        return;
    }
    std::erase(m_columns, column);
    m_row->removeWidget(column);
    column->hide();
    column->stop();
    column->deleteLater();
    updateRemovable();
    m_columns.back()->focusModel();
    Q_EMIT modelsChanged();
    Q_EMIT runningChanged();
}

bool AnswerColumns::isRunning() const
{
    return std::ranges::any_of(m_columns, &AnswerColumn::isRunning);
}

QStringList AnswerColumns::models() const
{
    QStringList out;
    for (const AnswerColumn *const column : m_columns) {
        out.append(column->model());
    }
    return out;
}

void AnswerColumns::setModels(const QStringList &models)
{
    const std::size_t wanted = std::clamp<std::size_t>(static_cast<std::size_t>(models.size()), 1, most);
    while (m_columns.size() < wanted) {
        add({});
    }
    while (m_columns.size() > wanted && m_columns.back()->isEmpty()) {
        remove(m_columns.back());
    }
    const auto named = std::min(static_cast<qsizetype>(wanted), models.size());
    for (qsizetype i = 0; i < named; ++i) {
        AnswerColumn *const column = m_columns.at(static_cast<std::size_t>(i));
        if (!models.at(i).isEmpty() && column->model() != models.at(i)) {
            column->setModel(models.at(i));
        }
    }
    refreshOffers();
}

void AnswerColumns::follow(const QString &model)
{
    if (models().contains(model)) {
        return;
    }
    const auto unused = std::ranges::find_if(
        m_columns, [](const AnswerColumn *column) { return column->isEmpty() && !column->isRunning(); });
    if (unused != m_columns.end()) {
        (*unused)->setModel(model);
    } else if (!isFull()) {
        add(model);
    } else {
        m_columns.back()->reset();
        m_columns.back()->setModel(model);
    }
}

int AnswerColumns::ask(const ChatSettings &settings, const ChatMessage &message, const QByteArray &token)
{
    int sent = 0;
    for (AnswerColumn *const column : m_columns) {
        sent += column->ask(settings, message, token) ? 1 : 0;
    }
    return sent;
}

void AnswerColumns::stop()
{
    for (AnswerColumn *const column : m_columns) {
        column->stop();
    }
}

void AnswerColumns::reset()
{
    for (AnswerColumn *const column : m_columns) {
        column->reset();
    }
}

void AnswerColumns::setFormatted(bool isFormatted)
{
    m_isFormatted = isFormatted;
    for (AnswerColumn *const column : m_columns) {
        column->setFormatted(isFormatted);
    }
}

std::vector<std::unique_ptr<ChatTalk>> AnswerColumns::takeTalks()
{
    std::vector<std::unique_ptr<ChatTalk>> out;
    for (AnswerColumn *const column : m_columns) {
        out.push_back(column->takeTalk());
    }
    return out;
}

void AnswerColumns::setTalks(std::vector<std::unique_ptr<ChatTalk>> talks)
{
    for (std::size_t i = 0; i < std::min(talks.size(), m_columns.size()); ++i) {
        m_columns.at(i)->setTalk(std::move(talks.at(i)));
    }
}

void AnswerColumns::refreshOffers()
{
    const QStringList names = modelNames(m_host);
    if (names != m_offers.stringList()) {
        m_offers.setStringList(names);
    }
    // The first one need not be chosen to see that it works.
    if (!m_hasChosen && m_columns.size() == 1 && !names.isEmpty() && m_columns.front()->model().isEmpty()
        && !m_columns.front()->hasFocusInside()) {
        m_hasChosen = true;
        m_columns.front()->setModel(names.front());
    }
}

void AnswerColumns::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_host.gateway().catalog().whenReady(this, [this] { refreshOffers(); });
}

int AnswerColumns::freeNumber() const
{
    for (int number = 1;; ++number) {
        if (std::ranges::find(m_columns, number, &AnswerColumn::number) == m_columns.end()) {
            return number;
        }
    }
}

void AnswerColumns::updateRemovable()
{
    for (AnswerColumn *const column : m_columns) {
        column->setRemovable(m_columns.size() > 1);
    }
}

} // namespace nexus
