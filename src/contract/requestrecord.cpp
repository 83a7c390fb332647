// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/requestrecord.h"

namespace nexus {

const char *outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered:
        return "answered";
    case Outcome::Refused:
        return "refused";
    case Outcome::Failed:
        return "failed";
    case Outcome::ClientGone:
        return "client_gone";
    case Outcome::ShutDown:
        return "shut_down";
    }
    return "answered";
}

const char *cacheWord(CacheUse use)
{
    switch (use) {
    case CacheUse::Off:
        return "off";
    case CacheUse::Bypass:
        return "bypass";
    case CacheUse::Miss:
        return "miss";
    case CacheUse::Hit:
    case CacheUse::Shared:
        return "hit";
    }
    return "off";
}

namespace {

// The head is taken up once the body is there, which a slow client may send for long.
std::chrono::system_clock::time_point arrivalOf(const RequestSnapshot &request)
{
    using namespace std::chrono;
    const system_clock::time_point now = system_clock::now();
    const bool isKnown = request.received != steady_clock::time_point();
    return isKnown ? now - duration_cast<system_clock::duration>(steady_clock::now() - request.received)
                   : now;
}

} // namespace

RequestRecord recordOf(const RequestSnapshot &request, Dialect dialect)
{
    constexpr qsizetype maxAgent = 256;
    RequestRecord record;
    record.time = arrivalOf(request);
    record.requestId = request.id;
    record.method = request.method;
    record.path = request.path;
    record.dialect = dialect;
    record.who.address = request.peer;
    record.program = request.program;
    record.userAgent = request.headers.value("User-Agent").left(maxAgent);
    record.bytesIn = request.body.size();
    return record;
}

RequestRecord endedRecord(const RequestSnapshot &request, Dialect dialect, int status, qint64 bytesOut,
    const std::optional<Error> &error)
{
    RequestRecord record = recordOf(request, dialect);
    record.status = status;
    record.outcome = error ? Outcome::Refused : Outcome::Answered;
    record.bytesOut = bytesOut;
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - request.received);
    record.firstByte = record.duration;
    record.error = error;
    return record;
}

} // namespace nexus
