// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/httpfetcher.h"
#include "contract/modelsource.h"
#include "upstream/aws/credentialchain.h"
#include "upstream/modelquery.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief Reads the models of one provider, page after page.
//!
//! Takes at most maxPages pages and maxModels models, and says nothing of what is behind them. Where one key
//! is refused the next one is tried. A list that is refused or not there is left out when another one of the
//! provider could be read; any other failure is the failure of the whole. finished() comes exactly once, from
//! the event loop, and not after destruction.
class ModelWalk final : public QObject {
    Q_OBJECT

public:
    static constexpr int maxPages = 50; //!< of each list
    static constexpr std::size_t maxModels = 20'000;

    using Outcome = Result<std::vector<DiscoveredModel>>;

    //! \brief \a fetcher must outlive the walk; \a chain signs what has no key and may be nullptr or end
    //! earlier, and \a region is the one it signs for.
    ModelWalk(HttpFetcher &fetcher, aws::CredentialChain *chain, QByteArray region, ProviderConfig provider,
        std::chrono::milliseconds pageTimeout, QObject *parent = nullptr);

    //! \brief Takes over its fetcher, when that is for this walk alone.
    void keep(std::unique_ptr<HttpFetcher> fetcher) { m_kept = std::move(fetcher); }

    //! \brief Sends the first request. \a provider must be listable.
    void start();

Q_SIGNALS:
    void finished(const nexus::ModelWalk::Outcome &outcome);

private:
    void askPage();
    void send(const HeaderList &headers);
    void onCredentials(const Result<aws::Credentials> &credentials);
    void onAnswer(const Result<FetchedAnswer> &answer);
    void onRefused(int status);
    void take(std::vector<DiscoveredModel> models);
    void endList();
    void end(const Outcome &outcome);
    [[nodiscard]] const ModelQuery &query() const { return m_queries[m_query]; }
    [[nodiscard]] Error statusError(int status) const;

    HttpFetcher &m_fetcher;
    QPointer<aws::CredentialChain> m_chain;
    QByteArray m_region;
    ProviderConfig m_provider;
    std::chrono::milliseconds m_pageTimeout;
    std::size_t m_key = 0; //!< in use
    std::vector<ModelQuery> m_queries;
    std::size_t m_query = 0; //!< running
    QByteArray m_next; //!< the running page, empty for the first
    int m_pages = 0; //!< of the running list
    std::size_t m_listsRead = 0;
    aws::Credentials m_credentials; //!< of the running page
    std::vector<DiscoveredModel> m_models;
    QSet<QByteArray> m_ids;
    std::optional<Error> m_refusal; //!< of a list that was left out
    std::unique_ptr<HttpFetcher> m_kept;
};

} // namespace nexus
