// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/chattalk.h"

#include "service/gatewayhost.h"
#include "ui/models/modelnames.h"

#include <algorithm>

namespace nexus {

namespace {

using Kind = ChatTalk::Piece::Kind;

constexpr int maxCostTries = 20; // the record comes soon after the answer
constexpr std::chrono::milliseconds costPause {100};

} // namespace

ChatTalk::ChatTalk(GatewayHost &host)
    : m_host(host)
{
    connect(&m_call, &ChatCall::begun, this, [this](std::chrono::milliseconds time) {
        m_begun = time;
        Q_EMIT factsChanged();
    });
    connect(&m_call, &ChatCall::textArrived, this, [this](const QString &text) {
        m_answer.text += text;
        add({.kind = Kind::Text, .text = text});
    });
    connect(&m_call, &ChatCall::reasoningArrived, this,
        [this](const QString &text) { add({.kind = Kind::Reasoning, .text = text}); });
    connect(&m_call, &ChatCall::toolCallArrived, this, [this](const QString &name, const QString &arguments) {
        m_answer.tools.push_back({name, arguments});
        add({.kind = Kind::Tool, .text = name, .arguments = arguments});
    });
    connect(&m_call, &ChatCall::finished, this, &ChatTalk::onFinished);
    m_costSearch.setInterval(costPause);
    connect(&m_costSearch, &QTimer::timeout, this, &ChatTalk::lookForCost);
}

void ChatTalk::ask(
    const QString &model, const ChatSettings &settings, const ChatMessage &message, const QByteArray &token)
{
    if (isRunning()) {
        return;
    }
    m_messages.push_back(message);
    m_answer = {.role = ChatMessage::Role::Assistant, .text = {}};
    forgetFacts();
    add({.kind = Kind::Prompt, .text = message.text, .images = message.images.size()});
    add({.kind = Kind::Model, .text = model});
    m_call.setToken(token);
    m_call.start(
        m_host.address(), chatBody(model, settings, m_messages, outputLimitKey(m_host.config(), model)));
    Q_EMIT runningChanged();
    Q_EMIT factsChanged();
}

void ChatTalk::stop()
{
    m_call.stop();
}

void ChatTalk::reset()
{
    m_call.stop();
    m_pieces.clear();
    m_messages.clear();
    m_answer = {};
    forgetFacts();
    Q_EMIT factsChanged();
}

void ChatTalk::forgetFacts()
{
    m_result = {};
    m_begun.reset();
    m_cost.reset();
    m_costSearch.stop();
}

QByteArray ChatTalk::body(
    const QString &model, const ChatSettings &settings, const ChatMessage &message) const
{
    std::vector<ChatMessage> messages = m_messages;
    if (!message.isEmpty()) {
        messages.push_back(message);
    } else if (!messages.empty() && messages.back().role == ChatMessage::Role::Assistant) {
        messages.pop_back();
    }
    return chatBody(model, settings, messages, outputLimitKey(m_host.config(), model));
}

double ChatTalk::speed() const
{
    const auto writing = (m_result.duration - m_result.firstToken).count();
    if (!m_result.usage || writing <= 0 || m_result.firstToken.count() <= 0) {
        return 0;
    }
    return static_cast<double>(m_result.usage->output) * 1000.0 / static_cast<double>(writing);
}

void ChatTalk::add(const Piece &piece)
{
    const bool grows = piece.kind == Kind::Text || piece.kind == Kind::Reasoning;
    if (grows && !m_pieces.empty() && m_pieces.back().kind == piece.kind) {
        m_pieces.back().text += piece.text;
    } else {
        m_pieces.push_back(piece);
    }
    Q_EMIT pieceCame(piece);
}

void ChatTalk::onFinished(const ChatCallResult &result)
{
    m_result = result;
    if (!m_answer.isEmpty()) {
        m_messages.push_back(m_answer);
    } else if (!m_result.isGood() && !m_messages.empty()) {
        // What was not answered is not asked twice with the next message.
        m_messages.pop_back();
    }
    add({.kind = result.isStopped ? Kind::Stopped : Kind::Ended, .text = {}});
    if (!result.requestId.isEmpty()) {
        m_costTries = 0;
        m_costSearch.start();
    }
    Q_EMIT factsChanged();
    Q_EMIT runningChanged();
}

void ChatTalk::lookForCost()
{
    if (++m_costTries > maxCostTries) {
        m_costSearch.stop();
        return;
    }
    const auto recent = m_host.gateway().ledger().live().recent();
    const auto isIt = [this](const auto &record) { return record->requestId == m_result.requestId; };
    const auto found = std::find_if(recent.rbegin(), recent.rend(), isIt);
    if (found != recent.rend()) {
        m_costSearch.stop();
        m_cost = (*found)->microDollars;
        Q_EMIT factsChanged();
    }
}

} // namespace nexus
