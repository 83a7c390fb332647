// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/trystep.h"

#include "service/gatewayhost.h"
#include "ui/models/modelnames.h"
#include "ui/models/providerpresets.h"
#include "ui/models/words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"
#include "wire/json.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace nexus {

namespace {

constexpr int answerHeight = 140;
constexpr int maxCostTries = 20; // the record comes soon after the answer

// The first model that a preset thinks well of, else the first one that seems to chat.
int bestOf(const QStringList &models, const QStringList &wanted)
{
    for (const QString &start : wanted) {
        for (int i = 0; i < models.size(); ++i) {
            if (models.at(i).startsWith(start)) {
                return i;
            }
        }
    }
    for (int i = 0; i < models.size(); ++i) {
        const QString &id = models.at(i);
        const bool isOther = id.contains(QLatin1String("embed")) || id.contains(QLatin1String("whisper"))
            || id.contains(QLatin1String("tts")) || id.contains(QLatin1String("dall-e"))
            || id.contains(QLatin1String("moderation")) || id.contains(QLatin1String("image"));
        if (!isOther) {
            return i;
        }
    }
    return models.isEmpty() ? -1 : 0;
}

QByteArray bodyOf(const QString &model, const QString &prompt)
{
    const Json body {{"model", model.toStdString()},
        {"messages", Json::array({{{"role", "user"}, {"content", prompt.toStdString()}}})}};
    return toText(body);
}

} // namespace

TryStep::TryStep(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_models(new QComboBox(this))
    , m_reason(dimLabel({}, this))
    , m_prompt(new QLineEdit(this))
    , m_send(primaryButton(tr("Send"), this))
    , m_answer(new QPlainTextEdit(this))
    , m_foot(dimLabel({}, this))
{
    m_models->setObjectName(QStringLiteral("welcomeModelBox"));
    m_models->setAccessibleName(tr("Model"));
    m_models->setEditable(true);
    m_models->setInsertPolicy(QComboBox::NoInsert);
    m_models->completer()->setFilterMode(Qt::MatchContains);
    m_reason->setObjectName(QStringLiteral("welcomeModelReason"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setMinimumContentsLength(28);
    m_prompt->setObjectName(QStringLiteral("welcomePrompt"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_send->setObjectName(QStringLiteral("welcomeSendButton"));
    m_answer->setObjectName(QStringLiteral("welcomeAnswer"));
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setReadOnly(true);
    m_answer->setFixedHeight(answerHeight);
    m_answer->setPlaceholderText(tr("The answer appears here as it is written."));
    m_foot->setObjectName(QStringLiteral("welcomeFigures"));
    makeLayout();
    connectParts();
}

void TryStep::makeLayout()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(m_prompt, 1);
    row->addWidget(m_send);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_models, 0, Qt::AlignLeft);
    layout->addWidget(m_reason);
    layout->addLayout(row);
    layout->addWidget(m_answer);
    layout->addWidget(m_foot);
}

void TryStep::connectParts()
{
    connect(m_send, &QPushButton::clicked, this, &TryStep::onSend);
    connect(m_prompt, &QLineEdit::returnPressed, this, &TryStep::onSend);
    connect(m_models, &QComboBox::currentTextChanged, this, [this] {
        showSend();
        Q_EMIT modelChanged();
    });
    connect(&m_call, &ChatCall::textArrived, this, &TryStep::onText);
    connect(&m_call, &ChatCall::finished, this, &TryStep::onFinished);
    connect(&m_parts.host.gateway().catalog(), &ModelCatalog::changed, this, &TryStep::refreshModels);
    connect(&m_parts.host, &GatewayHost::configApplied, this, &TryStep::refreshModels);
    m_costSearch.setInterval(std::chrono::milliseconds(100));
    connect(&m_costSearch, &QTimer::timeout, this, &TryStep::lookForCost);
}

void TryStep::setProvider(const QString &provider)
{
    m_provider = provider;
    m_models->clear();
    refreshModels();
    suggestPrompt();
    m_prompt->setFocus();
}

// What was typed in place of a suggestion stays.
void TryStep::suggestPrompt()
{
    const ConfigSnapshot config = m_parts.host.config();
    const ProviderConfig *const provider = config ? config->provider(m_provider) : nullptr;
    const bool isDemo = provider != nullptr && provider->type == ProviderType::Demo;
    const QString text = isDemo ? tr("The echo model answers with what you say. This comes back as it is.")
                                : tr("Say hello in three languages.");
    if (m_prompt->text() == m_suggested) {
        m_prompt->setText(text);
    }
    m_suggested = text;
}

// As clients name it; without the provider's name where somebody has typed it so.
QString TryStep::model() const
{
    const QString typed = m_models->currentText().trimmed();
    const QString prefix = m_provider + u'/';
    return typed.isEmpty() || typed.startsWith(prefix) ? typed : prefix + typed;
}

void TryStep::refreshModels()
{
    const QStringList bare = modelNames(m_parts.host, m_provider);
    QStringList models;
    for (const QString &name : bare) {
        models.append(m_provider + u'/' + name);
    }
    QStringList shown;
    for (int i = 0; i < m_models->count(); ++i) {
        shown.append(m_models->itemText(i));
    }
    if (models != shown) {
        const QString before = m_models->currentText();
        m_models->clear();
        m_models->addItems(models);
        const ConfigSnapshot config = m_parts.host.config();
        const ProviderConfig *const provider = config ? config->provider(m_provider) : nullptr;
        const int best = bestOf(bare, provider != nullptr ? presetOf(*provider).models : QStringList());
        // What somebody has typed meanwhile stays.
        if (before.isEmpty() || models.contains(before)) {
            m_models->setCurrentIndex(models.contains(before) ? m_models->findText(before) : best);
        } else {
            m_models->setEditText(before);
        }
    }
    const QString reason = models.isEmpty() ? missingListReason(m_parts.host, m_provider) : QString();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    const bool isAsking = models.isEmpty() && reason.isEmpty();
    m_models->lineEdit()->setPlaceholderText(isAsking ? tr("Asking for its models…") : tr("Name of a model"));
    showSend();
    Q_EMIT modelChanged();
}

void TryStep::showSend()
{
    m_send->setEnabled(!model().isEmpty() || m_call.isRunning());
}

void TryStep::onSend()
{
    if (m_call.isRunning()) {
        m_call.stop();
        return;
    }
    const QString prompt = m_prompt->text().trimmed();
    if (prompt.isEmpty() || model().isEmpty()) {
        return;
    }
    m_answer->clear();
    m_result = {};
    m_cost.reset();
    m_costSearch.stop();
    m_foot->setText(tr("Waiting for the first word…"));
    setLook(m_foot, "look", QStringLiteral("dim"));
    m_send->setText(tr("Stop"));
    m_call.start(m_parts.host.address(), bodyOf(model(), prompt));
}

void TryStep::onText(const QString &text)
{
    QTextCursor cursor(m_answer->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    m_answer->verticalScrollBar()->setValue(m_answer->verticalScrollBar()->maximum());
}

void TryStep::onFinished(const ChatCallResult &result)
{
    m_send->setText(tr("Send"));
    m_result = result;
    if (!result.error.isEmpty()) {
        setLook(m_foot, "look", QStringLiteral("bad"));
        m_foot->setText(result.error);
        return;
    }
    showFoot();
    if (result.isGood()) {
        m_costTries = 0;
        m_costSearch.start();
        Q_EMIT answered(tr("%1 answered in %2").arg(model(), words::duration(result.duration)));
    }
}

void TryStep::showFoot()
{
    const auto tokens = [this](qint64 TokenUsage::*part) {
        return m_result.usage ? words::count((*m_result.usage).*part) : words::unknown();
    };
    m_foot->setText(tr("First token %1 · total %2 · %3 tokens in, %4 out · %5")
                        .arg(words::duration(m_result.firstToken), words::duration(m_result.duration),
                            tokens(&TokenUsage::input), tokens(&TokenUsage::output), words::money(m_cost)));
}

void TryStep::lookForCost()
{
    if (++m_costTries > maxCostTries) {
        m_costSearch.stop();
        return;
    }
    const auto recent = m_parts.host.gateway().ledger().live().recent();
    const auto isIt = [this](const auto &record) { return record->requestId == m_result.requestId; };
    const auto found = std::find_if(recent.rbegin(), recent.rend(), isIt);
    if (found != recent.rend()) {
        m_costSearch.stop();
        m_cost = (*found)->microDollars;
        showFoot();
    }
}

} // namespace nexus
