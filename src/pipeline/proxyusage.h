// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "translate/anthropicusage.h"
#include "wire/httpmessage.h"
#include "wire/ssereader.h"

#include <QByteArray>

#include <optional>

namespace nexus {

//! \brief What a request is that is handed through to \a path; nothing for one that goes to no model.
[[nodiscard]] std::optional<Operation> proxiedOperation(const QByteArray &method, const QByteArray &path);

//! \brief Looks at an answer that passes for the tokens it tells of. Changes nothing of it.
//!
//! It reads a stream event by event and keeps a whole answer until its end. What is longer than its bounds,
//! or cannot be read, tells no tokens.
class ProxyUsage final {
public:
    static constexpr qsizetype maxEvent = 1024 * 1024;
    static constexpr qsizetype maxWhole = 8 * 1024 * 1024;

    //! \brief A look at the answer that \a head begins; nothing where that is an error, or neither JSON nor
    //! a stream.
    [[nodiscard]] static std::optional<ProxyUsage> of(const ResponseHead &head);

    void feed(const QByteArray &bytes);

    //! \brief As far as it was told. Of a whole answer once all of it was fed.
    [[nodiscard]] std::optional<TokenUsage> usage();

    //! \brief Whether a stream has said that it is complete. Of a whole answer only its end says that.
    [[nodiscard]] bool isComplete() const { return !m_isStream || m_isStopped; }

private:
    explicit ProxyUsage(bool isStream)
        : m_isStream(isStream)
    { }

    void feedStream(const QByteArray &bytes);

    AnthropicUsage m_usage;
    SseReader m_reader {maxEvent};
    QByteArray m_whole; // while it may be read
    bool m_isStream;
    bool m_isStopped = false;
    bool m_isUnreadable = false;
};

} // namespace nexus
