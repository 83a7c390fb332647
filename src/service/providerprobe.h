// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/providerconfig.h"
#include "secrets/environment.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief What was found out about a provider.
struct ProbeReport {
    enum class Verdict {
        Works, //!< the key opens it, and it has models
        NoModels, //!< it answers, and lists none
        MissingKey, //!< nothing was sent: it needs a key and has none
        WrongKey, //!< the key was refused; status tells how
        HostNotFound, //!< no such name, or no network
        NoConnection, //!< nothing listens there, or it cannot be reached
        TlsFailed, //!< its certificate is not trusted, or it speaks no TLS
        WrongUrl, //!< something answers that is not this service
        Timeout,
        Limited, //!< the key is good for now, but has used up its share or its credit
        ProviderFault, //!< it answers with a failure of its own
        Other, //!< error tells
    };

    Verdict verdict = Verdict::Other;
    std::optional<int> models; //!< nothing where the provider does not list what it serves
    std::chrono::milliseconds latency {0}; //!< of the first answer; 0 when there was none
    int status = 0; //!< of the answer that decided, 0 when there was none
    Error error; //!< means something only for another verdict than Works and NoModels

    //! \brief Whether requests may be expected to work.
    [[nodiscard]] bool isGood() const { return verdict == Verdict::Works || verdict == Verdict::NoModels; }
};

//! \brief What \a error, in place of a list of models, tells of a provider of \a type.
[[nodiscard]] ProbeReport probeReport(ProviderType type, const Error &error);

//! \brief Tries one provider as the gateway would, before anything of it is saved.
//!
//! It asks for the list of models, which costs nothing, and where anybody may read that list also for what
//! the key may do. finished() comes once for each start(), from the event loop; not after stop(), another
//! start() or destruction. Lives in one thread.
class ProviderProbe final : public QObject {
    Q_OBJECT

public:
    //! \param environment where AWS credentials are looked for
    explicit ProviderProbe(Environment environment,
        std::chrono::milliseconds patience = std::chrono::seconds(10), QObject *parent = nullptr);
    ~ProviderProbe() override;

    //! \brief Asks \a provider, whose templates are expanded.
    void start(const ProviderConfig &provider);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void finished(const nexus::ProbeReport &report);

private:
    struct Run;

    void listModels();
    void askAzure();
    void checkKey(const ProbeReport &soFar);
    void endLater(const ProbeReport &report);

    Environment m_environment;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<Run> m_run;
};

} // namespace nexus
