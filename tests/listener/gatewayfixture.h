// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requesthandler.h"
#include "contract/responsesink.h"
#include "kit/rawclient.h"
#include "listener/acceptor.h"
#include "listener/httplistener.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

namespace nexus {

//! \brief A handler that does what a test says, and remembers the requests.
class ScriptedHandler final : public RequestHandler {
public:
    using Script = std::function<void(const RequestSnapshot &request, ResponseSink &sink)>;

    //! \brief Answers 200 with method and path, unless a test sets another script.
    ScriptedHandler()
        : script([](const RequestSnapshot &request, ResponseSink &sink) {
            sink.send({}, request.method + ' ' + request.path);
        })
    { }

    void handle(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink) override
    {
        requests.push_back(request);
        sinks.emplace_back(&sink);
        script(*request, sink);
    }

    void noteRefused(const RequestSnapshot &request, int status, const Error &) override
    {
        refused.emplace_back(status, request.method + ' ' + request.path);
    }

    Script script;
    std::vector<std::pair<int, QByteArray>> refused; //!< status, method and path
    std::vector<std::shared_ptr<const RequestSnapshot>> requests;
    std::vector<QPointer<ResponseSink>> sinks;
};

//! \brief Acceptor, one listener and a scripted handler in the test's thread.
struct GatewayFixture {
    explicit GatewayFixture(const ListenerLimits &limits = {})
        : count(std::make_shared<ConnectionCount>())
        , output(LogLevel::Info, LogStyle::Text,
              [this](std::string_view line) { log.append(line.data(), static_cast<qsizetype>(line.size())); })
        , listener(limits, handler, count, output.logger("listener"))
        , acceptor(count, output.logger("listener"))
    {
        acceptor.addWorker([this](qintptr descriptor) { listener.adopt(descriptor); });
        isOpen = acceptor.open(QHostAddress(QHostAddress::LocalHost), 0).has_value();
    }

    [[nodiscard]] std::unique_ptr<kit::RawClient> client() const
    {
        auto made = std::make_unique<kit::RawClient>();
        made->connectTo(acceptor.port());
        return made;
    }

    //! \brief Sends \a bytes on a connection of their own and gives what came back until it closed or
    //! answered.
    [[nodiscard]] kit::Answer answerTo(const QByteArray &bytes) const
    {
        const auto made = client();
        made->send(bytes);
        std::ignore = made->waitForAnswers();
        return made->answer();
    }

    QByteArray log;
    std::shared_ptr<ConnectionCount> count;
    LogOutput output;
    ScriptedHandler handler;
    HttpListener listener;
    Acceptor acceptor;
    bool isOpen = false;
};

} // namespace nexus
