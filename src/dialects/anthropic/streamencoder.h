// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "wire/tokenusage.h"

#include <deque>
#include <string>

namespace nexus::anthropic {

//! \brief Writes steps as the events of a streamed message.
//!
//! Blocks of a message come one after another, but steps may mix. The block that came first is open; what
//! belongs to later ones waits until it is complete. A call is complete when its arguments are a whole JSON
//! object, anything else as soon as something follows it, and everything when the choice is finished. The
//! usage may come last of all, so the message is closed by end().
class MessageEncoder final : public StreamEncoder {
public:
    explicit MessageEncoder(AnswerContext context)
        : m_context(std::move(context))
    { }

    [[nodiscard]] QByteArray encode(const ChatDelta &delta) override;
    [[nodiscard]] QByteArray end() override;

private:
    enum class BlockKind { Text, Thinking, Redacted, Call };

    struct Block {
        BlockKind kind = BlockKind::Text;
        int call = 0; // index among the calls
        std::string id;
        std::string name;
        std::string waiting; // what grew and is not sent yet; of a redacted thought the whole
        std::string signature; // of a thought
        bool isOpen = false;
        bool isComplete = false;
        int depth = 0; // of the arguments so far
        bool isInString = false;
        bool isEscaped = false;
    };

    void take(const AnswerBegun &step);
    void take(const TextGrew &step);
    void take(const RefusalGrew &step);
    void take(const ReasoningGrew &step);
    void take(const ReasoningSigned &step);
    void take(const ToolCallBegun &step);
    void take(const ArgumentsGrew &step);
    void take(const ChoiceFinished &step);
    void take(const UsageKnown &step);

    void start(const std::string &id);
    void grow(BlockKind kind, const std::string &text);
    Block &newBlock(BlockKind kind);
    void send();
    void open(Block &block);
    void sendWaiting(Block &block);
    void close(Block &block);
    static void watchArguments(Block &block, const std::string &text);

    AnswerContext m_context;
    QByteArray m_out; // of the call under way
    std::deque<Block> m_blocks; // not closed; only the first is open
    int m_index = 0; // of the first of them among all blocks
    TokenUsage m_usage;
    FinishReason m_finish = FinishReason::Stop;
    std::string m_stopSequence;
    bool m_hasStarted = false;
    bool m_hasCalls = false;
    bool m_hasRefusal = false;
    bool m_hasEnded = false;
};

} // namespace nexus::anthropic
