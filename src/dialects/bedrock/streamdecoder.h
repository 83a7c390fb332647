// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "dialects/bedrock/eventstream.h"
#include "wire/json.h"

#include <map>

namespace nexus::bedrock {

//! \brief Reads the events of `converse-stream`.
//!
//! The stream is done with `metadata`, which follows `messageStop`; a provider that closes after
//! `messageStop` has also said everything.
class ConverseDecoder final : public StreamDecoder {
public:
    [[nodiscard]] Result<std::vector<ChatDelta>> decode(const QByteArray &bytes) override;
    [[nodiscard]] Result<std::vector<ChatDelta>> end() override;
    [[nodiscard]] bool isDone() const override { return m_hasStopped && m_hasMetadata; }
    [[nodiscard]] std::optional<ProviderError> reportedError() const override { return m_reportedError; }

private:
    //! \brief A content block between its first event and `contentBlockStop`.
    struct Block {
        enum class Kind { Plain, Call, JsonAnswer, Foreign };

        Kind kind = Kind::Plain;
        int call = 0; // index among the calls, with Call
        bool hasInput = false;
        std::string signature;
    };

    using Deltas = std::vector<ChatDelta>;

    [[nodiscard]] std::optional<Error> take(const EventMessage &message, Deltas &deltas);
    [[nodiscard]] std::optional<Error> takeEvent(const QByteArray &type, const Json &event, Deltas &deltas);
    void takeException(const EventMessage &message);
    void begin(Deltas &deltas);
    void beginBlock(const Json &event, Deltas &deltas);
    [[nodiscard]] std::optional<Error> growBlock(const Json &event, Deltas &deltas);
    [[nodiscard]] std::optional<Error> growInput(Block &block, std::string text, Deltas &deltas);
    void growReasoning(Block &block, const Json &reasoning, Deltas &deltas);
    void endBlock(const Block &block, Deltas &deltas);
    void finish(const Json &event, Deltas &deltas);

    EventStreamReader m_reader;
    std::map<qint64, Block> m_blocks; // by contentBlockIndex, the open ones
    int m_calls = 0;
    bool m_hasBegun = false;
    bool m_hasStopped = false;
    bool m_hasMetadata = false;
    std::optional<ProviderError> m_reportedError;
};

} // namespace nexus::bedrock
