// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "contract/chatcodec.h"
#include "translate/reasoningmemory.h"
#include "wire/dialect.h"

#include <QList>

#include <map>
#include <memory>

namespace nexus {

//! \brief Says a provider's answer to a client of another dialect.
//!
//! Reads whole answers and streams into the neutral forms and writes them from there. On the way it learns
//! the usage and leaves the thoughts behind tool calls with the reasoning memory.
class ChatTranslator final : public AnswerTranslator {
public:
    struct Options {
        ProviderDialect provider = ProviderDialect::OpenAi;
        Dialect client = Dialect::OpenAi;
        AnswerContext context;
        QByteArray requestId;
        QList<QByteArray> secrets; //!< what must not show in errors
    };

    //! \param memory outlives the translator
    ChatTranslator(Options options, ReasoningMemory &memory);
    ~ChatTranslator() override;

    [[nodiscard]] Result<QByteArray> whole(const QByteArray &body) override;
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &bytes) override;
    [[nodiscard]] Result<QByteArray> end() override;
    [[nodiscard]] bool isDone() const override;
    [[nodiscard]] std::optional<Error> reportedError() const override { return m_reported; }
    [[nodiscard]] bool hasAnswered() const override { return m_hasAnswered; }
    [[nodiscard]] std::optional<TokenUsage> usage() const override { return m_usage; }
    [[nodiscard]] QByteArray model() const override { return m_model; }

private:
    // What was said so far in one choice of a stream, as far as the memory wants to know.
    struct Heard {
        std::vector<MessagePart> parts;
        bool isThinking = false; // the last part is a thought that may still grow
    };

    [[nodiscard]] QByteArray encoded(std::vector<ChatDelta> deltas);
    void listen(const ChatDelta &delta);
    void growThought(int choice, const std::string &text);
    [[nodiscard]] QByteArray closeThought(const ChatDelta &next);
    void markSignature(ChatDelta &delta) const;
    [[nodiscard]] bool isLoneSignature(const ChatDelta &delta) const;
    void prepareForAnthropic(std::vector<MessagePart> &parts) const;

    Options m_options;
    ReasoningMemory &m_memory;
    std::unique_ptr<StreamDecoder> m_decoder;
    std::unique_ptr<StreamEncoder> m_encoder;
    std::map<int, Heard> m_heard;
    std::optional<TokenUsage> m_usage;
    QByteArray m_model; // as the provider named it
    std::optional<Error> m_reported;
    bool m_hasAnswered = false;
};

} // namespace nexus
