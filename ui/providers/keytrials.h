// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/providerprobe.h"

#include <QObject>

#include <optional>

namespace nexus {

//! \brief Tries each key of a provider, one after the other.
//!
//! For each key trying() comes, and tried() from the event loop; ended() once, after the last. None of them
//! comes after stop(), another start() or destruction. Lives in one thread.
class KeyTrials final : public QObject {
    Q_OBJECT

public:
    //! \param environment where AWS credentials are looked for
    explicit KeyTrials(const Environment &environment, QObject *parent = nullptr);

    //! \brief Begins with the first of ProviderConfig::apiKeys.
    void start(const ProviderConfig &provider);
    //! \brief Forgets the provider.
    void stop();

    //! \brief Whether \a keys are those that were, or are being, tried; true before the first start().
    [[nodiscard]] bool isAbout(const std::vector<Secret> &keys) const;
    //! \brief What is, or was, tried.
    [[nodiscard]] const ProviderConfig &provider() const { return *m_provider; }

Q_SIGNALS:
    //! \a index is that of ProviderConfig::apiKeys.
    void trying(std::size_t index);
    void tried(std::size_t index, const nexus::ProbeReport &report);
    void ended();

private:
    void goOn();

    ProviderProbe m_probe;
    std::optional<ProviderConfig> m_provider;
    std::size_t m_next = 0; //!< the key that m_probe is at
};

} // namespace nexus
