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

RequestRecord recordOf(const RequestSnapshot &request, Dialect dialect)
{
    RequestRecord record;
    record.requestId = request.id;
    record.method = request.method;
    record.path = request.path;
    record.dialect = dialect;
    record.who.address = request.peer;
    record.program = request.program;
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
