// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace nexus {

//! \brief One call to a provider, as the history keeps it.
struct HistoryAttempt {
    QString provider;
    QString model;
    int status = 0;
    qint64 firstByte = 0; //!< microseconds
    qint64 duration = 0; //!< microseconds
    QString errorCode;
    QString errorText;

    bool operator==(const HistoryAttempt &) const = default;
};

//! \brief One request, as the history keeps it. Kinds are words and not numbers, so that files outlive the
//! program that wrote them.
struct HistoryRow {
    qint64 id = 0; //!< rises, and is never used again
    qint64 time = 0; //!< milliseconds since 1970, UTC
    qint64 day = 0; //!< days since 1970 in the time zone of the machine that wrote it
    QString requestId;
    QString method;
    QString path;
    QString dialect; //!< of the client: `openai`, `anthropic`
    QString operation; //!< `chat`, `completions`, `embeddings`, `count_tokens`; empty: to no model
    QString client; //!< the identity, else the name that the client gave itself, else its program
    QString group;
    QString subject;
    QString address;
    QString cache; //!< `off`, `bypass`, `miss`, `hit`, `shared`
    QString alias;
    QString askedModel;
    QString provider;
    QString model; //!< as the provider knows it
    bool isStream = false;
    QString outcome; //!< `answered`, `refused`, `failed`, `client_gone`, `shut_down`
    int status = 0;
    bool isError = false; //!< a status of 400 and more, or a failure
    int attempts = 0;
    std::optional<TokenUsage> usage;
    QString dropped;
    qint64 firstByte = 0; //!< microseconds, 0 when none came
    qint64 duration = 0; //!< microseconds
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    QString errorCode; //!< the provider's word or the gateway's
    QString errorText;
    QString priceVersion; //!< of the prices in force when it was written
    QString errorKind; //!< an ErrorKind: `rate_limited`, `upstream_failed`; empty without an error
    QString programName; //!< behind a connection of this machine: `python3`
    QString programPath;
    qint64 programPid = 0;
    bool isUsageEstimated = false; //!< the provider did not count
    std::optional<qint64> keptCost = {}; //!< millionths of a US dollar as known when it was written
    std::optional<qint64> microDollars = {}; //!< by the prices of today, see historyCost(); not kept

    bool operator==(const HistoryRow &) const = default;
};

constexpr qint64 hourTime = 3'600'000; // milliseconds

//! \brief Whether the history counts \a record as an error.
[[nodiscard]] bool isErrorRecord(const RequestRecord &record);

//! \brief When \a record began, in milliseconds since 1970.
[[nodiscard]] qint64 historyTime(const RequestRecord &record);

//! \brief How far the clock of \a zone is ahead of UTC at a time, both in milliseconds.
[[nodiscard]] qint64 timeAhead(qint64 time, const QTimeZone &zone);

//! \brief The hour of a time in milliseconds, both since 1970; that of the clock on the wall.
[[nodiscard]] qint64 historyHour(qint64 time, const QTimeZone &zone);

//! \brief The day of a time in milliseconds, both since 1970.
[[nodiscard]] qint64 historyDay(qint64 time, const QTimeZone &zone);

//! \brief The day of an hour, both since 1970.
[[nodiscard]] constexpr qint64 dayOfHour(qint64 hour)
{
    return hour / 24;
}

//! \brief When a day begins, in milliseconds since 1970.
[[nodiscard]] qint64 beginOfDay(qint64 day, const QTimeZone &zone);

//! \brief How the history calls things.
[[nodiscard]] const char *historyWord(CacheUse use);
[[nodiscard]] const char *historyWord(const std::optional<Operation> &operation);
[[nodiscard]] const char *historyWord(Dialect dialect);
[[nodiscard]] const char *historyWord(ErrorKind kind);

//! \brief The text for people and, behind a bar, what is for the log alone.
[[nodiscard]] QString historyErrorText(const Error &error);

//! \brief Whether a provider was asked for this answer, so that it may have cost something.
[[nodiscard]] bool isCharged(const HistoryRow &row);
[[nodiscard]] bool isCharged(const RequestRecord &record);

} // namespace nexus
