// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonmember.h"
#include "wire/tokenusage.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace nexus {

//! \brief Gathers the usage of one answer of Anthropic's, which a stream tells in several events: a later one
//! repeats or completes an earlier one.
class AnthropicUsage final {
public:
    //! \brief Takes note of a whole answer, a `message` or an event: \a members are those of the object \a
    //! text.
    void note(QByteArrayView text, const std::vector<JsonMember> &members);

    //! \brief The same with what stands in its `message`, where it has one.
    void noteEvent(QByteArrayView data, const std::vector<JsonMember> &members);

    //! \brief As far as it was told.
    [[nodiscard]] const std::optional<TokenUsage> &usage() const { return m_usage; }

private:
    struct Counts {
        qint64 input = 0;
        qint64 cacheRead = 0;
        qint64 cacheCreation = 0;
        qint64 output = 0;
    };

    Counts m_counts;
    std::optional<TokenUsage> m_usage;
};

} // namespace nexus
