// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliastester.h"

#include <QSet>

#include <nlohmann/json.hpp>

namespace nexus {

namespace {

// Without a limit: OpenAI's reasoning models refuse max_tokens, other servers max_completion_tokens, and a
// model that reasons first fails when it may not end. The question keeps the answer short.
QByteArray tinyRequest(const QString &model)
{
    const nlohmann::ordered_json body {{"model", model.toStdString()},
        {"messages", nlohmann::ordered_json::array({{{"role", "user"}, {"content", "Say OK."}}})}};
    using Json = nlohmann::ordered_json;
    return QByteArray::fromStdString(body.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace

AliasTester::AliasTester(QObject *parent)
    : QObject(parent)
{ }

AliasTester::~AliasTester() = default;

void AliasTester::start(const QUrl &gateway, const QStringList &targets)
{
    m_calls.clear();
    const QSet<QString> each(targets.cbegin(), targets.cend());
    m_running = static_cast<std::size_t>(each.size());
    for (const QString &target : each) {
        auto &call = m_calls.emplace_back(std::make_unique<ChatCall>());
        connect(call.get(), &ChatCall::finished, this, [this, target](const ChatCallResult &result) {
            --m_running;
            Q_EMIT answered(target, result);
            if (m_running == 0) {
                Q_EMIT finished();
            }
        });
    }
    std::size_t at = 0;
    for (const QString &target : each) {
        m_calls[at++]->start(gateway, tinyRequest(target));
    }
}

void AliasTester::stop()
{
    for (const auto &call : m_calls) {
        if (call->isRunning()) {
            call->stop();
        }
    }
}

} // namespace nexus
