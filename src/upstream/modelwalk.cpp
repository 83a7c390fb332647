// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/modelwalk.h"

#include "upstream/aws/sigv4.h"

namespace nexus {

namespace {

bool isKeyRefused(ModelListKind kind, int status)
{
    // Google says 400 to a key it does not know.
    return status == 401 || status == 403 || (kind == ModelListKind::Google && status == 400);
}

// The service is `bedrock` for the control plane too.
HeaderList awsHeaders(const QUrl &url, const aws::Credentials &credentials, const QByteArray &region)
{
    const aws::SigningRequest request {.method = "GET",
        .path = url.path(QUrl::FullyEncoded).toLatin1(),
        .query = url.query(QUrl::FullyEncoded).toLatin1(),
        .headers = {{"host", url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1()}},
        .body = {}};
    return aws::signatureHeaders(request, credentials,
        {.region = region, .service = "bedrock", .time = std::chrono::system_clock::now()});
}

} // namespace

ModelWalk::ModelWalk(HttpFetcher &fetcher, aws::CredentialChain *chain, QByteArray region,
    ProviderConfig provider, std::chrono::milliseconds pageTimeout, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_chain(chain)
    , m_region(std::move(region))
    , m_provider(std::move(provider))
    , m_pageTimeout(pageTimeout)
{ }

void ModelWalk::start()
{
    m_queries
        = modelQueries(m_provider, m_key < m_provider.apiKeys.size() ? m_provider.apiKeys[m_key] : Secret());
    m_query = 0;
    m_next.clear();
    m_pages = 0;
    m_listsRead = 0;
    m_models.clear();
    m_ids.clear();
    m_refusal.reset();
    askPage();
}

void ModelWalk::askPage()
{
    if (!query().isSigned) {
        send(query().headers);
        return;
    }
    if (!m_chain) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                end(failure(aws::credentialError(
                    QStringLiteral("Provider '%1' has no AWS credentials.").arg(m_provider.name))));
            },
            Qt::QueuedConnection);
        return;
    }
    m_chain->request(
        this, [this](const Result<aws::Credentials> &credentials) { onCredentials(credentials); });
}

void ModelWalk::onCredentials(const Result<aws::Credentials> &credentials)
{
    if (!credentials) {
        end(failure(credentials.error()));
        return;
    }
    m_credentials = *credentials;
    send(awsHeaders(pageUrl(query(), m_next), m_credentials, m_region));
}

void ModelWalk::send(const HeaderList &headers)
{
    m_fetcher.fetch({.url = pageUrl(query(), m_next), .headers = headers, .timeout = m_pageTimeout}, this,
        [this](const Result<FetchedAnswer> &answer) { onAnswer(answer); });
}

void ModelWalk::onAnswer(const Result<FetchedAnswer> &answer)
{
    if (!answer) {
        Error error = answer.error();
        error.message = QStringLiteral("Provider '%1' could not be asked for its models: %2")
                            .arg(m_provider.name, error.message);
        end(failure(error));
        return;
    }
    if (answer->head.status != 200) {
        onRefused(answer->head.status);
        return;
    }
    std::optional<ModelPage> page = readModelPage(query().kind, answer->body);
    if (!page) {
        end(failure({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("Provider '%1' answered with something that is no list of models.")
                           .arg(m_provider.name),
            .detail = {}}));
        return;
    }
    take(std::move(page->models));
    ++m_pages;
    const bool isOver
        = page->next.isEmpty() || page->next == m_next || m_pages >= maxPages || m_models.size() >= maxModels;
    if (isOver) {
        ++m_listsRead;
        endList();
        return;
    }
    m_next = page->next;
    askPage();
}

void ModelWalk::onRefused(int status)
{
    const bool isKey = isKeyRefused(query().kind, status);
    if (isKey && query().isSigned && m_chain) {
        m_chain->distrust(m_credentials);
    }
    if (isKey && m_key + 1 < m_provider.apiKeys.size()) {
        ++m_key;
        start();
        return;
    }
    if (!isKey && status != 404) {
        end(failure(statusError(status)));
        return;
    }
    if (!m_refusal) {
        m_refusal = statusError(status);
    }
    endList();
}

void ModelWalk::take(std::vector<DiscoveredModel> models)
{
    for (DiscoveredModel &model : models) {
        if (m_models.size() >= maxModels) {
            return;
        }
        if (!m_ids.contains(model.id)) {
            m_ids.insert(model.id);
            m_models.push_back(std::move(model));
        }
    }
}

void ModelWalk::endList()
{
    if (m_query + 1 < m_queries.size()) {
        ++m_query;
        m_next.clear();
        m_pages = 0;
        askPage();
        return;
    }
    if (m_listsRead == 0 && m_refusal) {
        end(failure(*m_refusal));
        return;
    }
    end(std::move(m_models));
}

void ModelWalk::end(const Outcome &outcome)
{
    Q_EMIT finished(outcome);
}

Error ModelWalk::statusError(int status) const
{
    const bool isRefusal = status >= 400 && status < 500;
    const bool isFailure = status >= 500;
    const QString hint = isKeyRefused(query().kind, status) ? QStringLiteral(" Check its key.") : QString();
    return {.kind = isRefusal ? ErrorKind::UpstreamRefused
            : isFailure       ? ErrorKind::UpstreamFailed
                              : ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("Provider '%1' answered with status %2 when it was asked for its models.%3")
                       .arg(m_provider.name, QString::number(status), hint),
        .detail = {},
        .upstreamStatus = status};
}

} // namespace nexus
