// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/answertranslator.h"
#include "wire/dialect.h"
#include "wire/embedding.h"
#include "wire/tokenusage.h"

#include <string>

namespace nexus {

//! \brief Says a provider's embeddings to an OpenAI client. Only for whole answers; there are no others.
class EmbeddingTranslator final : public AnswerTranslator {
public:
    //! \param askedModel the name that the client used
    EmbeddingTranslator(ProviderDialect provider, EmbeddingRequest request, std::string askedModel);

    //! \param body the provider's answer, or a JSON array of answers when several requests were sent
    [[nodiscard]] Result<QByteArray> whole(const QByteArray &body) override;
    [[nodiscard]] Result<QByteArray> chunk(const QByteArray &bytes) override;
    [[nodiscard]] Result<QByteArray> end() override;
    [[nodiscard]] bool isDone() const override { return true; }
    [[nodiscard]] std::optional<TokenUsage> usage() const override { return m_usage; }

private:
    [[nodiscard]] Result<EmbeddingAnswer> read(const QByteArray &body) const;

    ProviderDialect m_provider;
    EmbeddingRequest m_request;
    std::string m_askedModel;
    std::optional<TokenUsage> m_usage;
};

} // namespace nexus
