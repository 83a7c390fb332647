// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/chatdelta.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nexus {

//! \brief A request in a provider's words, ready to be sent.
struct ProviderRequest {
    QByteArray body;
    HeaderList headers; //!< that the body needs, for example `anthropic-beta`; no credentials
    std::vector<std::string> dropped; //!< all fields of the client's request that had no effect
};

//! \brief What a provider says went wrong, in its own words.
struct ProviderError {
    QByteArray message;
    QByteArray type; //!< as OpenAI would call it where there is such a word; may be empty
    QByteArray code; //!< the provider's own code, for example `RESOURCE_EXHAUSTED`; may be empty
    QByteArray param; //!< may be empty
    int status = 0; //!< what the HTTP status should have been; 0 when the one that came fits
    QByteArray retryAfter; //!< in seconds, where the body tells; may be empty
};

//! \brief What a writer of answers must know beyond the answer.
struct AnswerContext {
    std::string model; //!< as the client asked for it; answers carry this name
    bool wantsUsage = true; //!< whether a stream tells the usage
};

//! \brief Reads a provider's stream into steps. One object for one stream.
//!
//! Fed with bytes cut anywhere. After an error the object is of no use.
class StreamDecoder {
public:
    StreamDecoder() = default;
    virtual ~StreamDecoder() = default;
    Q_DISABLE_COPY_MOVE(StreamDecoder)

    //! \brief The steps that \a bytes completed.
    //! \return UpstreamInvalid when the bytes are no stream of this dialect. An event that the decoder does
    //! not know is passed over, as every provider's documentation asks.
    [[nodiscard]] virtual Result<std::vector<ChatDelta>> decode(const QByteArray &bytes) = 0;

    //! \brief The last steps, when the provider closed its stream.
    //! \return UpstreamInvalid when the stream was cut: it did not end in the way its dialect prescribes
    [[nodiscard]] virtual Result<std::vector<ChatDelta>> end() = 0;

    //! \brief Whether the stream has ended as its dialect prescribes; what comes later does not matter.
    [[nodiscard]] virtual bool isDone() const = 0;

    //! \brief The error that the provider announced inside its stream. decode() gives the steps before it;
    //! nothing comes after it.
    [[nodiscard]] virtual std::optional<ProviderError> reportedError() const = 0;
};

//! \brief Writes steps as a stream for a client. One object for one stream.
class StreamEncoder {
public:
    StreamEncoder() = default;
    virtual ~StreamEncoder() = default;
    Q_DISABLE_COPY_MOVE(StreamEncoder)

    //! \brief The events for \a delta; may be empty, since some steps wait for others.
    [[nodiscard]] virtual QByteArray encode(const ChatDelta &delta) = 0;

    //! \brief What makes the stream complete, `[DONE]` or `message_stop` included.
    [[nodiscard]] virtual QByteArray end() = 0;
};

} // namespace nexus
