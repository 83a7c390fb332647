// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/credentialchain.h"

#include "upstream/aws/bedrockaccess.h"
#include "upstream/aws/sourcewalk.h"

namespace nexus::aws {

namespace {

FetchTools makeTools(const ChainSetup &setup)
{
    FetchTools tools;
    tools.environment = setup.environment;
    tools.files = SharedFiles::read(setup.environment);
    tools.region = regionOf(setup.access, setup.environment, tools.files);
    tools.clock = setup.clock;
    tools.limits = setup.limits;
    return tools;
}

void answerLater(QObject *context, CredentialChain::Answer answer, const Result<Credentials> &result)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), result] { answer(result); }, Qt::QueuedConnection);
}

} // namespace

struct CredentialChain::Search final : public QObject {
    Search(const ChainSetup &setup, QObject *parent)
        : QObject(parent)
        , tools(makeTools(setup))
        , walk(tools, setup.access)
    { }

    FetchTools tools;
    SourceWalk walk;
};

CredentialChain::CredentialChain(ChainSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_region(regionOf(m_setup.access, m_setup.environment, SharedFiles::read(m_setup.environment)))
{ }

CredentialChain::~CredentialChain()
{
    answerAll(failure({.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("The AWS credentials of provider '%1' are being set up anew. Try again.")
                       .arg(m_setup.provider),
        .detail = {}}));
}

std::optional<Credentials> CredentialChain::current()
{
    const TimePoint now = m_setup.clock();
    if (!m_credentials || (m_credentials->expiry && *m_credentials->expiry <= now)) {
        return std::nullopt;
    }
    const bool endsSoon = m_credentials->expiry && *m_credentials->expiry - now < refreshBefore;
    if (endsSoon && !isHeld()) {
        startSearch();
    }
    return m_credentials;
}

void CredentialChain::request(QObject *context, Answer answer)
{
    if (const std::optional<Credentials> credentials = current()) {
        answerLater(context, std::move(answer), *credentials);
        return;
    }
    if (m_failure && isHeld()) {
        answerLater(context, std::move(answer), failure(*m_failure));
        return;
    }
    m_waiters.push_back({.context = context, .answer = std::move(answer)});
    startSearch();
}

void CredentialChain::distrust(const Credentials &used)
{
    if (m_credentials == used && !isHeld()) {
        m_credentials.reset();
    }
}

// A clock that was set back ends the hold too.
bool CredentialChain::isHeld() const
{
    const TimePoint now = m_setup.clock();
    return m_lastEnd && now >= *m_lastEnd && now - *m_lastEnd < holdTime;
}

void CredentialChain::startSearch()
{
    if (m_search != nullptr) {
        return;
    }
    m_search = new Search(m_setup, this);
    connect(&m_search->walk, &CredentialFetch::finished, this, &CredentialChain::onFinished);
    m_search->walk.start();
}

void CredentialChain::onFinished(const FetchResult &result)
{
    m_search->deleteLater();
    m_search = nullptr;
    m_lastEnd = m_setup.clock();
    m_failure.reset();
    const bool isExpired = result && result->expiry && *result->expiry <= *m_lastEnd;
    if (result && !isExpired) {
        m_credentials = *result;
        answerAll(result);
        return;
    }
    const Error reason = isExpired ? credentialError(QStringLiteral(
                             "Those that were found have expired already. Check the clock of this "
                             "machine."))
                                   : result.error();
    noteFailure(reason);
}

void CredentialChain::noteFailure(const Error &reason)
{
    m_failure = credentialError(QStringLiteral("Provider '%1' has no usable AWS credentials. %2")
                                    .arg(m_setup.provider, reason.message),
        reason.detail);
    m_setup.log.event(LogLevel::Warn, "aws_credentials_failed",
        {{"provider", m_setup.provider}, {"message", reason.message}, {"detail", reason.detail}});
    answerAll(failure(*m_failure));
}

void CredentialChain::answerAll(const Result<Credentials> &result)
{
    for (Waiter &waiter : std::exchange(m_waiters, {})) {
        if (waiter.context) {
            answerLater(waiter.context, std::move(waiter.answer), result);
        }
    }
}

} // namespace nexus::aws
