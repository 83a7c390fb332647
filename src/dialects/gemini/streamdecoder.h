// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "dialects/gemini/candidate.h"
#include "wire/json.h"
#include "wire/ssereader.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nexus::gemini {

//! \brief Reads the answer to `streamGenerateContent?alt=sse`: events that are each a piece of an answer.
//!
//! Nothing marks the end. A stream is complete when every candidate said why it stopped, or the prompt was
//! blocked, and the provider then closed it: usage and signatures may come behind a `finishReason`, and some
//! streams say it twice. So the choices finish in end(), and isDone() is false before. Images in a stream
//! have no step to go into and are passed over.
class GeminiStreamDecoder final : public StreamDecoder {
public:
    [[nodiscard]] Result<std::vector<ChatDelta>> decode(const QByteArray &bytes) override;
    [[nodiscard]] Result<std::vector<ChatDelta>> end() override;
    [[nodiscard]] bool isDone() const override { return m_isDone; }
    [[nodiscard]] std::optional<ProviderError> reportedError() const override { return m_error; }

private:
    struct Candidate {
        int callCount = 0;
        std::string finishReason; // the last one seen, empty before
    };

    using Deltas = std::vector<ChatDelta>;

    [[nodiscard]] std::optional<Error> readEvent(Deltas &deltas, const SseEvent &event);
    void readPiece(Deltas &deltas, const Json &piece);
    void readCandidate(Deltas &deltas, const Json &candidate);
    void readPart(Deltas &deltas, int choice, Candidate &state, const Json &part);

    SseReader m_events;
    std::map<int, Candidate> m_candidates; // by index
    CallIds m_ids;
    std::optional<TokenUsage> m_usage;
    std::optional<ProviderError> m_error;
    bool m_hasBegun = false;
    bool m_isBlocked = false;
    bool m_isDone = false;
};

} // namespace nexus::gemini
