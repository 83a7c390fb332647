// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clientprogram.h"
#include "base/error.h"
#include "contract/plan.h"
#include "contract/principal.h"
#include "contract/tracecontext.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"
#include "wire/tokenusage.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief How a request ended. Every request ends in exactly one of these.
enum class Outcome {
    Answered, //!< the client got a whole answer, also when that is an error of the provider
    Refused, //!< answered with an error of the gateway, nothing went upstream
    Failed, //!< an attempt was made and failed
    ClientGone, //!< the client hung up first
    ShutDown, //!< the gateway ended it first: it stopped, or somebody who watched wanted that
};

//! \brief What the cache had to do with a request.
enum class CacheUse {
    Off, //!< the cache is off, or holds no answers of this kind
    Bypass, //!< the client wanted none
    Miss, //!< a provider was asked
    Hit, //!< answered from memory
    Shared, //!< answered with the answer to another client's equal request
};

//! \brief How an ending is called in the log, the history and traces: `answered`, `client_gone`, …
[[nodiscard]] const char *outcomeWord(Outcome outcome);

//! \brief How a use of the cache is called in `x-nexus-cache`; a shared answer is a hit for its client.
[[nodiscard]] const char *cacheWord(CacheUse use);

//! \brief One call to a provider.
struct AttemptRecord {
    QString provider;
    QByteArray model;
    int status = 0; //!< HTTP status of the provider, 0 when no head came
    std::chrono::microseconds begin {0}; //!< from the receipt of the request to sending
    std::chrono::microseconds firstByte {0}; //!< from sending to the head, 0 when none came
    std::chrono::microseconds duration {0};
    std::optional<Error> error;
    QByteArray spanId = {}; //!< in the request's trace, empty without one
    QByteArray answeredModel = {}; //!< as the answer calls it, empty where none does
};

//! \brief An event of a stream that a client got.
struct StreamEvent {
    qint64 at = 0; //!< milliseconds since the receipt of the request
    qint64 size = 0; //!< bytes, with the line ends

    bool operator==(const StreamEvent &) const = default;
};

//! \brief How many events of one stream are kept.
constexpr std::size_t mostStreamEvents = 2'000;

//! \brief What was said in a request, where the history keeps it.
struct RecordedBodies {
    QByteArray prompt; //!< as the client sent it
    QByteArray answer; //!< as the client got it, its beginning where isAnswerCut
    bool isAnswerCut = false;
    //! As the provider got it in the last attempt, several as an array; empty where it is the client's.
    QByteArray sent = {};
    HeaderList requestHeaders = {}; //!< of the client
    HeaderList answerHeaders = {}; //!< as the client got them, without framing
    std::vector<StreamEvent> events = {}; //!< the first mostStreamEvents

    [[nodiscard]] bool isEmpty() const { return prompt.isEmpty() && answer.isEmpty() && sent.isEmpty(); }
    bool operator==(const RecordedBodies &) const = default;
};

//! \brief What is known of one request when it is over.
struct RequestRecord {
    //! When the request's first byte came, so that time + duration is its end.
    std::chrono::system_clock::time_point time = std::chrono::system_clock::now();
    quint64 number = 0; //!< in this run of the gateway, 0 where it was never watchable; see LiveTicket
    QByteArray requestId; //!< a client may choose it, so it need not be the only one of its kind
    QByteArray method;
    QByteArray path;
    Dialect dialect = Dialect::OpenAi; //!< of the client
    std::optional<Operation> operation; //!< nothing for a request that goes to no model
    bool isProbe = false; //!< the gateway said how it fares; comes every few seconds, so no history keeps it
    Principal who;
    std::shared_ptr<const ProgramSlot> program
        = {}; //!< behind the connection, nullptr where none can be known
    QByteArray userAgent = {}; //!< as the client says, cut where it is long; may be empty
    std::optional<TraceContext> trace = {}; //!< nothing while nothing is traced
    CacheUse cache = CacheUse::Off;
    QString alias;
    QByteArray askedModel;
    QString provider;
    QByteArray upstreamModel;
    bool isStream = false;
    Outcome outcome = Outcome::Answered;
    int status = 0; //!< what the client got
    std::vector<AttemptRecord> attempts;
    std::optional<TokenUsage> usage; //!< nothing when no provider was asked
    bool isUsageEstimated = false; //!< the provider did not say, and usage is a guess
    std::optional<qint64> microDollars = {}; //!< what usage costs, nothing when not known; see RecordDesk
    QByteArray priceVersion = {}; //!< of the prices in force
    QByteArray dropped; //!< fields that had no effect, separated by commas
    std::chrono::microseconds firstByte {0}; //!< from receipt to the first byte sent to the client
    std::chrono::microseconds duration {0};
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    std::optional<Error> error;
    RecordedBodies bodies = {};
};

//! \brief A record with what is known when \a request arrives.
[[nodiscard]] RequestRecord recordOf(const RequestSnapshot &request, Dialect dialect);

//! \brief The record of a request that was answered at once, just now: refused where there is an \a error.
[[nodiscard]] RequestRecord endedRecord(const RequestSnapshot &request, Dialect dialect, int status,
    qint64 bytesOut, const std::optional<Error> &error);

//! \brief Takes the record of every finished request. Called from any worker's thread.
class RecordSink {
public:
    RecordSink() = default;
    virtual ~RecordSink() = default;
    Q_DISABLE_COPY_MOVE(RecordSink)

    virtual void record(const RequestRecord &record) = 0;
};

} // namespace nexus
