// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyrow.h"
#include "ledger/live/livefeed.h"

#include <QSet>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Texts that come again and again, each kept once. One thread.
class NamePool final {
public:
    //! \brief The kept text that is equal to \a name.
    [[nodiscard]] QString take(const QString &name);

private:
    QSet<QString> m_names;
};

//! \brief One request as a row of the log: what its cells, filters and detail begin with, whether it runs,
//! has just ended or comes from the history. Small, so that a hundred thousand of them fit into memory.
struct RequestLine {
    enum class Ending { Running, Answered, Refused, Failed, ClientGone, ShutDown };

    qint64 order = 0; //!< rises from older to newer rows of one log
    qint64 historyId = 0; //!< 0 while it is not known
    quint64 number = 0; //!< see RequestRecord::number; 0 for rows of the history
    qint64 time = 0; //!< milliseconds since 1970
    QString requestId;
    QString method;
    QString path;
    QString operation; //!< as in HistoryRow, as the next ones
    QString client;
    QString group;
    QString alias;
    QString askedModel;
    QString provider;
    QString model;
    QString cache;
    QString program;
    QString dropped;
    QString error; //!< for people, empty without one
    QString errorCode;
    Dialect dialect = Dialect::OpenAi; //!< of the client
    Ending ending = Ending::Answered;
    bool isStream = false;
    bool isError = false;
    bool isProbe = false; //!< see RequestRecord::isProbe; not for rows of the history, which keeps none
    bool isStopping = false;
    bool isUsageEstimated = false;
    int status = 0; //!< 0 while it is not known
    int attempts = 0;
    std::optional<TokenUsage> usage;
    std::optional<qint64> microDollars;
    qint64 outputTokens = 0; //!< what a running answer has come to
    qint64 usualOutput = 0; //!< tokens of the last answers of this model, 0 where none is known
    std::chrono::microseconds firstByte {0}; //!< from receipt, 0 while there is none
    std::chrono::microseconds duration {0}; //!< so far, while it runs
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    //! All that is known, for the newest of the rows that were seen live.
    std::shared_ptr<const RequestRecord> record;

    [[nodiscard]] bool isRunning() const { return ending == Ending::Running; }
    [[nodiscard]] bool isCached() const;

    //! \brief Tokens a second since the first byte, 0 when there is nothing to tell.
    [[nodiscard]] double speed() const;

    //! \brief What tells it from all others: the id, which a client may choose, and the time.
    [[nodiscard]] QString key() const;
};

[[nodiscard]] RequestLine requestLine(const LiveRequest &request, bool isRunning, NamePool &names);
[[nodiscard]] RequestLine requestLine(const HistoryRow &row, NamePool &names);

} // namespace nexus
