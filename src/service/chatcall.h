// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/upstreamcall.h"
#include "wire/ssereader.h"
#include "wire/tokenusage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace nexus {

class NetworkPool;

//! \brief How a ChatCall went.
struct ChatCallResult {
    int status = 0; //!< of the gateway, 0 when it was not reached
    QString error; //!< for people, empty when the answer came whole
    std::optional<TokenUsage> usage;
    std::chrono::milliseconds firstToken {
        0}; //!< from start() to the first text, reasoning or tool call; 0 for none
    std::chrono::milliseconds duration {0};
    QString model; //!< as the answer calls it
    QByteArray requestId; //!< under which the ledger has it
    bool isStopped = false; //!< by stop()

    [[nodiscard]] bool isGood() const { return error.isEmpty() && !isStopped; }
};

//! \brief One streamed chat through the gateway itself, as any client would have it.
//!
//! Texts come in the pieces that arrive; a tool call comes once, when it is whole. finished() comes once for
//! each start(), last and from the event loop, or from inside stop(); not after destruction or another
//! start(). Lives in one thread.
class ChatCall final : public QObject {
    Q_OBJECT

public:
    //! \brief What the request is called in the log.
    static constexpr const char *client = "nexus-console";

    explicit ChatCall(QObject *parent = nullptr);
    ~ChatCall() override;

    //! \brief Where a client is asked who it is: sent in place of the plain name. Kept for later calls.
    void setToken(const QByteArray &token) { m_token = token; }

    //! \brief Sends \a jsonBody, a request for chat/completions, as a stream with its usage.
    //! \param gateway such as `http://127.0.0.1:8000`; on this machine any certificate is trusted
    void start(const QUrl &gateway, const QByteArray &jsonBody);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    //! \brief Once, before the first of the next three; \a time is ChatCallResult::firstToken.
    void begun(std::chrono::milliseconds time);
    void textArrived(const QString &text);
    void reasoningArrived(const QString &text);
    void toolCallArrived(const QString &name, const QString &arguments);
    void finished(const nexus::ChatCallResult &result);

private:
    struct ToolCall {
        QString name;
        QByteArray arguments;
    };

    void onHead(const ResponseHead &head);
    void onBody();
    void onEnded(const std::optional<Error> &error);
    void onEvent(const SseEvent &event);
    void takeChoice(const nlohmann::ordered_json &choice);
    void takeToolCalls(const nlohmann::ordered_json &calls);
    void takeUsage(const nlohmann::ordered_json &usage);
    void noteFirst();
    void end(const QString &error);
    void tell();

    QByteArray m_token;
    std::unique_ptr<NetworkPool> m_pool; //!< outlives the call
    std::unique_ptr<UpstreamCall> m_call;
    SseReader m_reader;
    QByteArray m_plain; //!< an answer that is no stream
    std::map<qint64, ToolCall> m_tools; //!< under way, by index
    QElapsedTimer m_clock;
    ChatCallResult m_result;
    QString m_trouble; //!< an error inside the stream
    bool m_isStream = false;
    bool m_isDone = false; //!< the stream has said so
    bool m_isOver = true; //!< nothing more is taken from the call
    bool m_isRunning = false; //!< finished() is still to come
    int m_round = 0; //!< counts start()
};

} // namespace nexus
