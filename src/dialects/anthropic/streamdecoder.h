// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "dialects/anthropic/words.h"
#include "wire/ssereader.h"

#include <map>
#include <string>
#include <vector>

namespace nexus::anthropic {

//! \brief Reads the events of a streamed message (platform.claude.com/docs/en/build-with-claude/streaming).
class MessageDecoder final : public StreamDecoder {
public:
    [[nodiscard]] Result<std::vector<ChatDelta>> decode(const QByteArray &bytes) override;
    [[nodiscard]] Result<std::vector<ChatDelta>> end() override;
    [[nodiscard]] bool isDone() const override { return m_isDone; }
    [[nodiscard]] std::optional<ProviderError> reportedError() const override { return m_error; }

private:
    enum class BlockKind { Text, Thinking, Call, JsonAnswer, Other };

    struct Block {
        BlockKind kind = BlockKind::Other;
        int call = 0; // index among the calls
        bool hasArguments = false;
        std::string wholeInput; // of a call, when its start gave it all
        std::string signature; // of a thought
    };

    [[nodiscard]] std::optional<Error> readEvent(const SseEvent &event);
    void begin(Json &data);
    void startBlock(Json &data);
    void startCall(Block &opened, Json &block);
    void growBlock(Json &data);
    void growInput(Block &block, std::string text);
    void stopBlock(Json &data);
    void takeMessageDelta(Json &data);
    void takeUsage(Json &holder);
    void finish(const std::string &stopReason, std::string stopSequence);
    void give(ChatDelta delta);

    SseReader m_reader;
    std::vector<ChatDelta> m_steps; // of the decode() under way
    std::map<qint64, Block> m_blocks; // open, by their index
    UsageCounts m_usage;
    int m_calls = 0;
    bool m_hasBegun = false;
    bool m_hasFinished = false;
    bool m_isDone = false;
    std::optional<ProviderError> m_error;
};

} // namespace nexus::anthropic
