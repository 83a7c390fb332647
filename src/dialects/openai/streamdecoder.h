// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "dialects/openai/callsteps.h"
#include "wire/json.h"
#include "wire/ssereader.h"

#include <map>
#include <optional>
#include <vector>

namespace nexus::openai {

//! \brief Reads a stream of `chat.completion.chunk`, which `[DONE]` ends, or a finish reason for every
//! choice.
class OpenAiStreamDecoder final : public StreamDecoder {
public:
    [[nodiscard]] Result<std::vector<ChatDelta>> decode(const QByteArray &bytes) override;
    [[nodiscard]] Result<std::vector<ChatDelta>> end() override;
    [[nodiscard]] bool isDone() const override { return m_isDone; }
    [[nodiscard]] std::optional<ProviderError> reportedError() const override { return m_reported; }

private:
    struct Choice {
        explicit Choice(int index)
            : calls(index)
        { }

        CallSteps calls;
        bool isFinished = false;
    };

    void readEvent(const SseEvent &event);
    void readChunk(Json &chunk);
    void readChoice(Json &choice, int position);
    void readMessage(int index, Choice &state, Json &message);
    void begin(Json &chunk);
    void finish(int index, Choice &state, std::string_view word);
    void finishAll();
    void report(const QByteArray &data);
    void fail(const QString &message);
    [[nodiscard]] bool hasEnded() const;

    SseReader m_reader;
    std::vector<ChatDelta> m_steps; // of the bytes under way
    std::map<int, Choice> m_choices;
    bool m_hasBegun = false;
    bool m_isDone = false;
    std::optional<Error> m_failure; // found behind steps that had to go out first
    std::optional<ProviderError> m_reported;
};

} // namespace nexus::openai
