// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestsender.h"

namespace nexus {

namespace {

constexpr std::chrono::minutes longestAnswer {15};
constexpr qsizetype largestAnswer = 64 * 1024 * 1024;

} // namespace

RequestSender::RequestSender(HttpFetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
{ }

void RequestSender::send(const Replay &replay)
{
    FetchAsk ask;
    ask.url = replay.url;
    ask.method = "POST";
    ask.body = replay.body;
    ask.headers.add("Content-Type", "application/json");
    ask.headers.add("Authorization", QByteArray("Bearer ") + client);
    if (replay.dialect == Dialect::Anthropic) {
        ask.headers.add("anthropic-version", "2023-06-01");
    }
    ask.timeout = longestAnswer;
    ask.maxBody = largestAnswer;
    m_fetcher.fetch(ask, this, [this](const Result<FetchedAnswer> &answer) {
        if (answer) {
            Q_EMIT finished(answer->head.status, {});
        } else {
            Q_EMIT finished(0, answer.error().message);
        }
    });
}

} // namespace nexus
