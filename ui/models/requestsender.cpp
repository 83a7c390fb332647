// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestsender.h"

#include "wire/json.h"

namespace nexus {

namespace {

constexpr std::chrono::minutes longestAnswer {15};
constexpr qsizetype largestAnswer = 64 * 1024 * 1024;

// What went wrong, in the words of an answer of any dialect.
QString messageOf(const QByteArray &body)
{
    const std::optional<Json> answer = parseJson(body);
    if (!answer || !answer->is_object() || !answer->contains("error")) {
        return {};
    }
    const Json &error = (*answer)["error"];
    if (error.is_string()) {
        return QString::fromStdString(error.get<std::string>());
    }
    const bool hasMessage = error.is_object() && error.contains("message") && error["message"].is_string();
    return hasMessage ? QString::fromStdString(error["message"].get<std::string>()) : QString();
}

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
            Q_EMIT finished(
                answer->head.status, answer->head.status >= 400 ? messageOf(answer->body) : QString());
        } else {
            Q_EMIT finished(0, answer.error().message);
        }
    });
}

} // namespace nexus
