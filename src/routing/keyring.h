// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/timesource.h"
#include "config/providerconfig.h"

#include <QMutex>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What a provider made of a key.
enum class KeyOutcome {
    Ok,
    Refused, //!< it does not accept the key
    Limited, //!< the key has used up its share for now
};

//! \brief The key of a provider that a call is made with. Handed back with the outcome.
struct KeyChoice {
    int index = 0; //!< in ProviderConfig::apiKeys
    quint64 generation = 0; //!< belongs to the ring

    bool operator==(const KeyChoice &) const = default;
};

//! \brief Why a key is passed over, and for how long yet.
struct KeyRest {
    KeyOutcome reason = KeyOutcome::Refused; //!< never Ok
    std::chrono::milliseconds left {0};

    bool operator==(const KeyRest &) const = default;
};

//! \brief Uses the several keys of a provider in turn, and lets those rest that were refused or limited.
//!
//! A refused key rests five minutes, a limited one as long as the provider says, or twenty seconds, and five
//! minutes at most. A single key never rests. One for all workers; thread-safe.
class KeyRing final {
public:
    explicit KeyRing(Logger log, TimeSource now = bootTime);
    Q_DISABLE_COPY_MOVE(KeyRing)

    //! \brief The next key of \a provider that does not rest, or the one whose rest ends first.
    //! \param tried indices that this request does not want again
    //! \return nothing when the provider has no key, or none besides \a tried
    [[nodiscard]] std::optional<KeyChoice> choose(
        const ProviderConfig &provider, const std::vector<int> &tried = {});

    //! \brief Tells what came of \a choice. It is passed over when the list of keys has changed since.
    //! \param retryAfter how long the provider asks to be left alone, where it says so
    void report(const QString &provider, const KeyChoice &choice, KeyOutcome outcome,
        std::optional<std::chrono::milliseconds> retryAfter = std::nullopt);

    //! \brief What rests now: for each of ProviderConfig::apiKeys of \a provider nothing, or its rest. Empty
    //! as long as none of these keys was asked for.
    [[nodiscard]] std::vector<std::optional<KeyRest>> rests(const ProviderConfig &provider) const;

    //! \brief Forgets every provider that \a isKept does not keep.
    void retain(const std::function<bool(const QString &provider)> &isKept);

private:
    struct Rest {
        TimePoint until = TimePoint::min();
        KeyOutcome reason = KeyOutcome::Ok;
    };
    struct Ring {
        std::vector<Secret> keys;
        std::vector<Rest> rests; // one for each key
        std::size_t next = 0; // where the next search begins
        quint64 generation = 0;
    };

    Ring &ringOf(const ProviderConfig &provider);

    Logger m_log;
    TimeSource m_now;
    mutable QMutex m_mutex; // guards everything below
    std::map<QString, Ring> m_rings;
    quint64 m_lastGeneration = 0;
};

} // namespace nexus
