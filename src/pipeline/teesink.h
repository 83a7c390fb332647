// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/answercache.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace nexus {

//! \brief Hands an answer to its client and, at the same time, to the cache and to those who wait for the
//! same.
//!
//! Errors go to the client alone; the others are told by fail(). The owner ends it by complete() or fail(),
//! or destroys it, which hands the request over to another who waits. Worker thread only.
class TeeSink final : public ResponseSink {
    Q_OBJECT

public:
    //! \param client outlives the tee, or is gone
    //! \param record says who gives the answer; outlives the tee
    TeeSink(ResponseSink &client, std::unique_ptr<Leader> leader, const RequestRecord &record);

    void send(const ResponseHead &head, const QByteArray &body) override;
    void begin(const ResponseHead &head) override;
    void write(const QByteArray &bytes) override;
    void writeComment(const QByteArray &bytes) override;
    void finish() override;
    void finishFailed(const QByteArray &lastWords) override;
    void cut() override;
    [[nodiscard]] qint64 backlog() const override;

    //! \brief The client has hung up: goes on for the others alone.
    //! \return false when there are none, and the call to the provider is to be stopped
    [[nodiscard]] bool goOnWithoutClient();

    //! \brief The answer was sent whole.
    void complete(const std::optional<TokenUsage> &usage);

    //! \brief There is no answer for those who wait but \a error.
    void fail(const Error &error);

Q_SIGNALS:
    //! After goOnWithoutClient(): nobody waits any more.
    void deserted();

private:
    [[nodiscard]] CachedHead cachedHead(const ResponseHead &head) const;
    void onLeaderDeserted();

    QPointer<ResponseSink> m_client;
    std::unique_ptr<Leader> m_leader;
    const RequestRecord &m_record;
    std::optional<ResponseHead> m_head; // of a stream, until its first bytes
};

} // namespace nexus
