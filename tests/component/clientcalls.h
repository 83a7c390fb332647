// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gatewayfixture.h"

#include <QByteArray>
#include <QByteArrayList>

#include <memory>
#include <vector>

namespace nexus {

//! \brief The answer to one request over a connection of its own, waited for; without a status when none
//! came.
[[nodiscard]] kit::Answer ask(const GatewayFixture &fixture, const QByteArray &method,
    const QByteArray &target, const kit::Headers &headers = {}, const QByteArray &body = {});

//! \brief The answer to a GET.
[[nodiscard]] kit::Answer get(
    const GatewayFixture &fixture, const QByteArray &target, const kit::Headers &headers = {});

//! \brief The answer to a POST of JSON.
[[nodiscard]] kit::Answer post(const GatewayFixture &fixture, const QByteArray &target,
    const QByteArray &json, const kit::Headers &headers = {});

//! \brief The answer to chatFor() \a model in the dialect of OpenAI.
[[nodiscard]] kit::Answer askChat(
    const GatewayFixture &fixture, const kit::Headers &headers = {}, const QByteArray &model = "up/renamed");

//! \brief The answer to messagesFor() \a model in the dialect of Anthropic.
[[nodiscard]] kit::Answer askMessages(
    const GatewayFixture &fixture, const kit::Headers &headers = {}, const QByteArray &model = "up/renamed");

//! \brief A body for chat/completions.
[[nodiscard]] QByteArray chatFor(const QByteArray &model);

//! \brief A body for messages.
[[nodiscard]] QByteArray messagesFor(const QByteArray &model);

//! \brief A whole answer of an OpenAI provider that counted \a promptTokens.
[[nodiscard]] kit::Reply completion(int promptTokens = 5);

//! \brief Starts \a count equal chat requests at once, each over a connection of its own.
[[nodiscard]] std::vector<std::unique_ptr<kit::RawClient>> startChats(
    const GatewayFixture &fixture, int count, const kit::Headers &headers = {});

//! \brief Waits for an answer to each and returns how many had \a status.
[[nodiscard]] int countStatus(const std::vector<std::unique_ptr<kit::RawClient>> &clients, int status);

//! \brief The `type` of an error in the dialect of Anthropic; empty when \a json is none.
[[nodiscard]] QByteArray anthropicErrorType(const QByteArray &json);

//! \brief The ids in a list of models, in order.
[[nodiscard]] QByteArrayList modelIds(const QByteArray &json);

//! \brief A list of models as an OpenAI provider answers it.
[[nodiscard]] kit::Reply modelListOf(const QByteArrayList &ids);

} // namespace nexus
