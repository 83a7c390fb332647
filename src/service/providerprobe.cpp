// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/providerprobe.h"

#include "config/gatewayconfig.h"
#include "upstream/modellister.h"
#include "upstream/modelquery.h"
#include "upstream/webfetcher.h"

#include <QElapsedTimer>

namespace nexus {

namespace {

using Verdict = ProbeReport::Verdict;

// Remembers what the lister does not tell: how soon the first answer came.
class TimedFetcher final : public HttpFetcher {
public:
    explicit TimedFetcher(HttpFetcher &inner)
        : m_inner(inner)
    { }

    void fetch(const FetchAsk &ask, QObject *context, Done done) override
    {
        QElapsedTimer clock;
        clock.start();
        m_inner.fetch(
            ask, context, [this, clock, done = std::move(done)](const Result<FetchedAnswer> &answer) {
                if (answer && m_latency.count() == 0) {
                    m_latency = std::chrono::milliseconds(std::max<qint64>(1, clock.elapsed()));
                }
                done(answer);
            });
    }

    [[nodiscard]] std::chrono::milliseconds latency() const { return m_latency; }

private:
    HttpFetcher &m_inner;
    std::chrono::milliseconds m_latency {0};
};

Verdict verdictOf(ProviderType type, int status)
{
    // Google says 400 to a key it does not know.
    if (status == 401 || status == 403 || (status == 400 && type == ProviderType::Google)) {
        return Verdict::WrongKey;
    }
    if (status == 402 || status == 429) {
        return Verdict::Limited;
    }
    if (status == 408 || status == 504) {
        return Verdict::Timeout;
    }
    if (status >= 500) {
        return Verdict::ProviderFault;
    }
    return Verdict::WrongUrl;
}

Verdict verdictOf(ProviderType type, const Error &error)
{
    if (error.code == hostNotFound) {
        return Verdict::HostNotFound;
    }
    if (error.code == tlsFailed) {
        return Verdict::TlsFailed;
    }
    if (error.upstreamStatus != 0) {
        return verdictOf(type, error.upstreamStatus);
    }
    switch (error.kind) {
    case ErrorKind::UpstreamUnreachable:
        return Verdict::NoConnection;
    case ErrorKind::UpstreamTimeout:
        return Verdict::Timeout;
    case ErrorKind::UpstreamInvalid:
        return Verdict::WrongUrl;
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::UpstreamRefused:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        break;
    }
    return Verdict::Other;
}

ProbeReport reportOf(std::size_t models)
{
    return {.verdict = models == 0 ? Verdict::NoModels : Verdict::Works,
        .models = static_cast<int>(models),
        .latency = {},
        .status = 200,
        .error = {}};
}

// Anybody may read OpenRouter's list of models, so that it tells nothing of the key.
std::optional<QUrl> keyCheckUrl(const ProviderConfig &provider)
{
    if (provider.apiKeys.empty() || provider.baseUrl.host() != QLatin1String("openrouter.ai")) {
        return std::nullopt;
    }
    QUrl url = provider.baseUrl;
    url.setPath(url.path(QUrl::FullyEncoded) + QLatin1String("/key"), QUrl::TolerantMode);
    return url;
}

QUrl azureModelsUrl(const ProviderConfig &provider)
{
    QUrl url = provider.baseUrl;
    const bool hasPrefix = url.path().endsWith(QLatin1String("/openai"));
    url.setPath(url.path(QUrl::FullyEncoded)
            + (hasPrefix ? QLatin1String("/models") : QLatin1String("/openai/models")),
        QUrl::TolerantMode);
    url.setQuery(QLatin1String("api-version=") + QString::fromLatin1(provider.apiVersion));
    return url;
}

} // namespace

ProbeReport probeReport(ProviderType type, const Error &error)
{
    return {.verdict = verdictOf(type, error),
        .models = {},
        .latency = {},
        .status = error.upstreamStatus,
        .error = error};
}

struct ProviderProbe::Run {
    Run(ProviderConfig asked, const Environment &environment, std::chrono::milliseconds patience)
        : provider(std::move(asked))
        , timed(fetcher)
        , lister(timed, environment, patience)
        , context(std::make_unique<QObject>())
    { }

    ProviderConfig provider;
    WebFetcher fetcher;
    TimedFetcher timed;
    ModelLister lister;
    QElapsedTimer clock;
    std::unique_ptr<QObject> context; //!< its end, before all others, ends what runs
};

ProviderProbe::ProviderProbe(Environment environment, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_patience(patience)
{ }

ProviderProbe::~ProviderProbe() = default;

void ProviderProbe::start(const ProviderConfig &provider)
{
    m_run = std::make_unique<Run>(provider, m_environment, m_patience);
    m_run->clock.start();
    if (provider.type == ProviderType::Demo) {
        endLater(reportOf(provider.models.size()));
        return;
    }
    const bool isAzure = provider.type == ProviderType::Azure;
    if (isAzure ? provider.apiKeys.empty() : !isListable(provider)) {
        endLater({.verdict = Verdict::MissingKey, .models = {}, .latency = {}, .status = 0, .error = {}});
        return;
    }
    if (isAzure) {
        askAzure();
    } else {
        listModels();
    }
}

void ProviderProbe::stop()
{
    m_run.reset();
}

void ProviderProbe::listModels()
{
    auto config = std::make_shared<GatewayConfig>();
    config->llm.providers = {m_run->provider};
    m_run->lister.setConfig(config);
    m_run->lister.list(m_run->provider.name, m_run->context.get(),
        [this](const Result<std::vector<DiscoveredModel>> &models) {
            if (!models) {
                endLater(probeReport(m_run->provider.type, models.error()));
                return;
            }
            checkKey(reportOf(models->size()));
        });
}

void ProviderProbe::checkKey(const ProbeReport &soFar)
{
    const std::optional<QUrl> url = keyCheckUrl(m_run->provider);
    if (!url) {
        endLater(soFar);
        return;
    }
    const QByteArray bearer = "Bearer " + m_run->provider.apiKeys.front().reveal();
    m_run->timed.fetch({.url = *url, .headers = {{"Authorization", bearer}}, .timeout = m_patience},
        m_run->context.get(), [this, soFar](const Result<FetchedAnswer> &answer) {
            const int status = answer ? answer->head.status : 0;
            ProbeReport report = soFar;
            if (status == 401 || status == 403) {
                report = {
                    .verdict = Verdict::WrongKey, .models = {}, .latency = {}, .status = status, .error = {}};
            }
            endLater(report);
        });
}

void ProviderProbe::askAzure()
{
    const ProviderConfig &provider = m_run->provider;
    m_run->timed.fetch({.url = azureModelsUrl(provider),
                           .headers = {{"api-key", provider.apiKeys.front().reveal()}},
                           .timeout = m_patience},
        m_run->context.get(), [this](const Result<FetchedAnswer> &answer) {
            if (!answer) {
                endLater(probeReport(ProviderType::Azure, answer.error()));
                return;
            }
            const int status = answer->head.status;
            const bool isList = answer->body.trimmed().startsWith('{');
            const bool isGood = status == 200 && isList;
            // What could be deployed is listed here, and not what is.
            endLater({.verdict = isGood ? Verdict::Works : verdictOf(ProviderType::Azure, status),
                .models = {},
                .latency = {},
                .status = status,
                .error = {}});
        });
}

// The fetcher must not end inside its own callback.
void ProviderProbe::endLater(const ProbeReport &report)
{
    const auto latency = m_run->timed.latency();
    QMetaObject::invokeMethod(
        m_run->context.get(),
        [this, report, latency] {
            ProbeReport out = report;
            out.latency = latency;
            // The context of this very call is part of the run.
            m_run->context.release()->deleteLater();
            m_run.reset();
            Q_EMIT finished(out);
        },
        Qt::QueuedConnection);
}

} // namespace nexus
