// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"
#include "pipeline/modelask.h"
#include "pipeline/rooms.h"
#include "relay/answerrelay.h"
#include "routing/circuitboard.h"
#include "routing/keyring.h"
#include "secrets/secret.h"
#include "translate/outgoing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief One call to one target, from the choice of its key to the record of what became of it.
//!
//! Tells circuit breaker, keys and latencies how it went. Ends with exactly one signal, or with none after
//! abort(); none comes from inside start(). Worker thread only.
class Attempt final : public QObject {
    Q_OBJECT

public:
    //! \brief What attempts before this one have left.
    struct Before {
        std::vector<int> triedKeys; //!< of this target's provider
        QElapsedTimer silentSince; //!< since when the client has seen nothing; not started at first
        bool hasBegun = false; //!< the head of a stream was sent, and only comments
    };

    //! \param ask, record, sink outlive the attempt
    Attempt(const ModelAsk &ask, const Target &target, const ProviderConfig &provider, const Rooms &rooms,
        ResponseSink &sink, RequestRecord &record);
    ~Attempt() override;

    //! \brief Sends the request.
    //! \param total limits the whole call, instead of the provider's own limit
    //! \param headers are added to the head of the answer
    //! \return why nothing was sent: the provider rests, lacks a key, or cannot be told what is asked
    [[nodiscard]] Result<void> start(
        const Before &before, std::optional<std::chrono::milliseconds> total, const HeaderList &headers);

    //! \brief The answer where no provider had to be asked; no signal follows then.
    [[nodiscard]] const QByteArray &ownAnswer() const { return m_ownAnswer; }

    //! \brief Ends the call now.
    void abort(const std::optional<Error> &error);

    //! \brief Ends the call and tells the client \a error, as an answer or at the end of its stream. Only
    //! after a start() that sent something.
    void answer(const Error &error);

    //! \brief After failed(): the client of a stream hears comments until something else is tried.
    void keepAlive() { m_relay->keepAlive(); }

    [[nodiscard]] bool hasAnswered() const { return m_relay && m_relay->hasAnswered(); }
    [[nodiscard]] std::optional<TokenUsage> usage() const
    {
        return m_relay ? m_relay->usage() : std::nullopt;
    }
    [[nodiscard]] Before left() const;
    //! \brief Index of the key among those of the provider, nothing when none of them was used.
    [[nodiscard]] std::optional<int> key() const
    {
        return m_key ? std::optional<int>(m_key->index) : std::nullopt;
    }
    //! \brief Whether the provider had begun to answer.
    [[nodiscard]] bool hasHead() const { return m_hasHead; }

    //! \brief Writes down what the client got.
    void noteAnswer();

Q_SIGNALS:
    void completed();
    //! The stream carried the provider's own error; the client has it.
    void endedWithError(const nexus::Error &error);
    //! The call or its answer failed; use answer() when nothing else is tried.
    void failed(const nexus::Error &error);
    //! The provider does not want to be asked for the usage of a stream, and is not asked any more.
    void usageRefused();

private:
    [[nodiscard]] Result<void> enterCircuit();
    void chooseKey(const std::vector<int> &tried);
    [[nodiscard]] Result<Outgoing> said() const;
    void connectRelay();
    void onHeadSeen(int status);
    void onRefused(int status, const HeaderList &headers, const QByteArray &body);
    void onFailed(const Error &error);
    void end(const std::optional<Error> &error, CircuitOutcome outcome);
    void tellRouting(const std::optional<Error> &error);
    [[nodiscard]] const Secret *usedKey() const;
    [[nodiscard]] QList<QByteArray> secrets() const;

    const ModelAsk &m_ask;
    Target m_target;
    const ProviderConfig &m_provider;
    Rooms m_rooms;
    QPointer<ResponseSink> m_sink;
    RequestRecord &m_record;
    std::optional<Admission> m_circuit;
    Secret m_forwardedKey;
    std::optional<KeyChoice> m_key;
    bool m_asksForUsage = false; // and the client did not
    QByteArray m_ownAnswer;
    std::unique_ptr<UpstreamCall> m_call;
    std::unique_ptr<AnswerRelay> m_relay;
    QElapsedTimer m_sinceStart;
    bool m_hasHead = false;
    bool m_isUnderWay = false;
};

} // namespace nexus
