// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/httpfetcher.h"
#include "contract/modelsource.h"
#include "secrets/environment.h"

#include <chrono>
#include <map>
#include <memory>

namespace nexus {

//! \brief Asks the providers of a configuration for their models, each in its own way; see modelQueries().
//!
//! A provider that cannot be asked, see isListable(), has none. Header rules of the configuration do not
//! apply, its TLS files do. Lives in one thread, that of its fetcher. Destruction ends what runs without a
//! call.
class ModelLister final : public ModelSource {
public:
    static constexpr std::chrono::milliseconds defaultPageTimeout {10'000};

    //! \param environment where AWS credentials are looked for
    ModelLister(HttpFetcher &fetcher, Environment environment,
        std::chrono::milliseconds pageTimeout = defaultPageTimeout);
    ~ModelLister() override;
    Q_DISABLE_COPY_MOVE(ModelLister)

    //! \brief What list() goes by from now on; what runs goes on by the configuration it began with.
    void setConfig(const ConfigSnapshot &config);

    void list(const QString &provider, QObject *context, Done done) override;

private:
    struct AwsAccess;
    struct Prepared;

    [[nodiscard]] Result<Prepared> prepare(const ProviderConfig &provider);
    [[nodiscard]] AwsAccess &awsAccess(const ProviderConfig &provider);

    HttpFetcher &m_fetcher;
    Environment m_environment;
    std::chrono::milliseconds m_pageTimeout;
    ConfigSnapshot m_config;
    std::map<QString, std::unique_ptr<AwsAccess>> m_aws; //!< by provider, each as it was configured last
    std::unique_ptr<QObject> m_walks; //!< their parent
};

} // namespace nexus
