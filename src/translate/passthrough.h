// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "translate/passthroughstream.h"
#include "translate/streamcompletion.h"

namespace nexus {

//! \brief Hands an OpenAI answer to an OpenAI client: only the outermost `model` changes, to the asked name.
//!
//! A stream has ended with `[DONE]`, or with a finish reason for every choice. Where the gateway asked for
//! the usage and the client did not, the usage can be hidden: then the chunk without choices that tells it
//! stays away, as does every `"usage":null`. A usage beside choices stays, since such providers send it
//! unasked.
class PassThroughAnswer final : public PassThroughStream {
public:
    //! \param askedModel the name that the client used
    //! \param secrets what must not show in error events and in reportedError()
    //! \param isUsageHidden whether a stream's usage is kept from the client
    explicit PassThroughAnswer(
        const QByteArray &askedModel, QList<QByteArray> secrets = {}, bool isUsageHidden = false);

protected:
    void noteAnswer(QByteArrayView body, const std::vector<JsonMember> &members) override;
    [[nodiscard]] Change noteEvent(QByteArrayView data, const std::vector<JsonMember> &members) override;
    [[nodiscard]] bool isEndMark(QByteArrayView data) const override { return data == "[DONE]"; }
    [[nodiscard]] bool isComplete() const override { return m_completion.isComplete(); }

private:
    StreamCompletion m_completion;
    bool m_isUsageHidden;
};

} // namespace nexus
