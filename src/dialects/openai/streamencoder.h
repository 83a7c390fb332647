// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nexus::openai {

//! \brief Writes steps as a stream of `chat.completion.chunk`.
class OpenAiStreamEncoder final : public StreamEncoder {
public:
    explicit OpenAiStreamEncoder(const AnswerContext &context);

    [[nodiscard]] QByteArray encode(const ChatDelta &delta) override;
    [[nodiscard]] QByteArray end() override;

private:
    struct Choice {
        std::vector<bool> hasArguments; // of each call
    };

    [[nodiscard]] QByteArray write(const AnswerBegun &step);
    [[nodiscard]] QByteArray write(const TextGrew &step);
    [[nodiscard]] QByteArray write(const RefusalGrew &step);
    [[nodiscard]] QByteArray write(const ReasoningGrew &step);
    [[nodiscard]] QByteArray write(const ReasoningSigned &step);
    [[nodiscard]] QByteArray write(const ToolCallBegun &step);
    [[nodiscard]] QByteArray write(const ArgumentsGrew &step);
    [[nodiscard]] QByteArray write(const ChoiceFinished &step);
    [[nodiscard]] QByteArray write(const UsageKnown &step);

    [[nodiscard]] Choice &choiceAt(int index, QByteArray &out);
    [[nodiscard]] QByteArray chunk(int choice, const QByteArray &delta, const QByteArray &reason = {}) const;
    [[nodiscard]] QByteArray argumentsChunk(int choice, int index, QByteArrayView text) const;
    [[nodiscard]] QByteArray usageChunk() const;

    QByteArray m_model; // as a JSON string
    bool m_wantsUsage;
    QByteArray m_head; // of every chunk, up to the value of its choices
    std::map<int, Choice> m_choices;
    std::optional<TokenUsage> m_usage;
};

} // namespace nexus::openai
