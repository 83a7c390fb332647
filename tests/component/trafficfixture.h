// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gatewayfixture.h"

namespace nexus {

using Clients = std::vector<std::unique_ptr<kit::RawClient>>;

//! \brief A whole gateway in front of three scripted providers, so that a test sees which of them is asked.
//!
//! The keys of the providers begin with `sk-key-of-` and must show nowhere else.
class TrafficFixture final {
public:
    static constexpr const char *chatPath = "/llm/v1/chat/completions";
    static constexpr const char *messagesPath = "/llm/anthropic/v1/messages";

    //! \brief Starts with \a toml, in which `@A@`, `@B@` and `@C@` stand for the base URLs of the providers.
    //!
    //! Unless it speaks of `[llm.retries]`, pauses are short; unless it speaks of `[llm.circuit_breaker]`, no
    //! circuit opens.
    void start(const QByteArray &toml);
    //! \brief Makes the running gateway take \a toml instead.
    void reload(const QByteArray &toml);

    //! \brief The table of the provider \a name (`a`, `b` or `c`) of \a type, with one key unless \a more
    //! speaks of keys.
    [[nodiscard]] static QByteArray provider(
        const QByteArray &name, const QByteArray &more = {}, const QByteArray &type = "openai");
    //! \brief All three, of type openai, and the alias `all` for the model `m` of each.
    [[nodiscard]] static QByteArray three(const QByteArray &more = {});

    //! \brief A client that has posted \a body.
    [[nodiscard]] std::unique_ptr<kit::RawClient> send(
        const QByteArray &body, const kit::Headers &headers = {}, const QByteArray &path = chatPath) const;
    //! \brief So many clients that have posted the same to `a/m`.
    [[nodiscard]] Clients sendEqual(int count, bool isStream, bool isAnthropic = false) const;
    //! \brief The answer to \a body, waited for; without a status when none came.
    [[nodiscard]] kit::Answer ask(
        const QByteArray &body, const kit::Headers &headers = {}, const QByteArray &path = chatPath) const;

    //! \brief The record of request number \a index, waited for.
    [[nodiscard]] QByteArray record(int index = 0) const { return gateway.requestLine(index); }
    //! \brief The record of attempt number \a index of all requests.
    [[nodiscard]] QByteArray attempt(int index = 0) const { return gateway.attemptLine(index); }
    //! \brief What `/health` says of the circuit of provider \a name.
    [[nodiscard]] QByteArray circuit(const QByteArray &name) const;
    //! \brief How many records have \a words in them.
    [[nodiscard]] int recordsWith(const QByteArray &words) const;
    [[nodiscard]] bool hasLoggedKey() const;

    //! \brief Lets each of so many workers look at what has come to it.
    void letWorkersTurn(int workers) const;

    kit::ScriptedProvider a;
    kit::ScriptedProvider b;
    kit::ScriptedProvider c;
    GatewayFixture gateway;

private:
    [[nodiscard]] QByteArray completed(QByteArray toml) const;
};

//! \brief A request for chat/completions; \a more members stand behind the others.
[[nodiscard]] QByteArray chatOf(const QByteArray &model, bool isStream = false, const QByteArray &more = {});
//! \brief A request for messages.
[[nodiscard]] QByteArray messageOf(const QByteArray &model, bool isStream = false);

//! \brief A whole answer of an OpenAI provider's model `m` that says \a content.
[[nodiscard]] kit::Reply wholeReply(const QByteArray &content = "hello");
//! \brief The data of the events of a stream of an OpenAI provider's model `m` that says \a content in two
//! parts.
[[nodiscard]] QByteArrayList streamData(const QByteArray &content = "hello");
//! \brief What a client that asked for \a model sees of streamData(): its own name, and no usage, which only
//! the gateway asked for.
[[nodiscard]] QByteArrayList streamSeen(const QByteArray &model, const QByteArray &content = "hello");
//! \brief streamData() as a stream.
[[nodiscard]] kit::Reply streamReply(const QByteArray &content = "hello");
//! \brief An error of an OpenAI provider with the code `code-NNN`.
[[nodiscard]] kit::Reply errorReply(int status);

//! \brief Waits until each has an answer.
[[nodiscard]] bool haveAnswers(const Clients &clients);
//! \brief Waits until each has seen a comment, so that all are known to wait for their streams.
[[nodiscard]] bool haveComments(const Clients &clients);

//! \brief How many heads of answers are in \a bytes.
[[nodiscard]] qsizetype headCount(const QByteArray &bytes);
//! \brief Of the error that \a json holds in either dialect, the type; empty when it holds none.
[[nodiscard]] QByteArray errorTypeOf(const QByteArray &json);

} // namespace nexus
