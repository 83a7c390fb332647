// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "translate/anthropicusage.h"
#include "translate/passthroughstream.h"

namespace nexus {

//! \brief Hands an Anthropic answer to an Anthropic client: only the name of the model changes, to the asked
//! one, in a whole answer and in the `message_start` event of a stream. `message_stop` ends a stream.
class AnthropicPassThrough final : public PassThroughStream {
public:
    //! \param askedModel the name that the client used
    //! \param secrets what must not show in error events and in reportedError()
    explicit AnthropicPassThrough(const QByteArray &askedModel, QList<QByteArray> secrets = {});

protected:
    void noteAnswer(QByteArrayView body, const std::vector<JsonMember> &members) override;
    [[nodiscard]] Change noteEvent(QByteArrayView data, const std::vector<JsonMember> &members) override;
    [[nodiscard]] bool isEndMark(QByteArrayView) const override { return false; }
    [[nodiscard]] bool isComplete() const override { return false; }

private:
    AnthropicUsage m_usage;
};

} // namespace nexus
