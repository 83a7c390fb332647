// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/networkpool.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <set>

namespace nexus {

namespace {

using WallClock = std::chrono::system_clock;

constexpr int requestsPerHttp1Lane = 6;
constexpr int requestsPerHttp2Lane = 100;
constexpr std::size_t lanesPerManager = 96;
constexpr std::chrono::seconds staleAfter {60};
constexpr std::chrono::seconds dropAfter {120};

QNetworkProxy proxyFor(const QUrl &url)
{
    const QHostAddress address(url.host());
    if (address.isLoopback() || url.host() == QLatin1String("localhost")) {
        return QNetworkProxy::NoProxy;
    }
    const QList<QNetworkProxy> proxies
        = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url, QNetworkProxyQuery::UrlRequest));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

// Answers with the proxy that was looked up once for the manager's origin.
class FixedProxy final : public QNetworkProxyFactory {
public:
    explicit FixedProxy(const QNetworkProxy &proxy)
        : m_proxy(proxy)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {m_proxy}; }

private:
    QNetworkProxy m_proxy;
};

// Told "no proxy", Qt opens a plain TCP socket unbuffered and reads an answer's head with one system call for
// each byte. "The default proxy" is none for a socket as well, and reads buffered.
QNetworkProxy bufferedProxy(const QUrl &url, const QNetworkProxy &proxy)
{
    const bool isUnbuffered = proxy.type() == QNetworkProxy::NoProxy && url.scheme() == QLatin1String("http");
    return isUnbuffered ? QNetworkProxy(QNetworkProxy::DefaultProxy) : proxy;
}

std::shared_ptr<QNetworkAccessManager> newManager(const QUrl &url)
{
    auto manager = std::make_shared<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setStrictTransportSecurityEnabled(false);
    // The manager owns its factory.
    manager->setProxyFactory(new FixedProxy(bufferedProxy(url, proxyFor(url))));
    return manager;
}

} // namespace

// Six connections of a manager that Qt keeps apart from its others, or the manager's only ones.
struct NetworkPool::Lane {
    Origin *origin = nullptr;
    std::shared_ptr<QNetworkAccessManager> manager;
    QString name; //!< empty when the manager has no other lane
    int running = 0;
    bool isReused = false;
    WallClock::time_point lastUse = WallClock::now();
};

struct NetworkPool::Origin {
    bool isHttp2 = false;
    quint64 namesGiven = 0;
    std::vector<std::unique_ptr<Lane>> lanes;

    QString newName() { return QStringLiteral("lane-%1").arg(++namesGiven); }
};

NetworkPool::Lease::~Lease()
{
    if (m_lane == nullptr) {
        return;
    }
    --m_lane->running;
    m_lane->lastUse = WallClock::now();
}

QNetworkAccessManager &NetworkPool::Lease::manager() const
{
    return *m_lane->manager;
}

void NetworkPool::Lease::assign(QNetworkRequest &request) const
{
    // Qt keeps apart the connections that expect different names in a certificate. Without TLS there is none
    // to look at, and the name means nothing else.
    request.setPeerVerifyName(m_lane->name);
}

bool NetworkPool::Lease::isReused() const
{
    return m_lane->isReused;
}

void NetworkPool::Lease::keepConnection()
{
    m_lane->isReused = true;
}

void NetworkPool::Lease::setHttp2(bool isHttp2)
{
    m_lane->origin->isHttp2 = isHttp2;
}

NetworkPool::NetworkPool(ActiveCount *calls, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
{
    m_sweep.setInterval(std::chrono::seconds(30));
    connect(&m_sweep, &QTimer::timeout, this, &NetworkPool::dropUnused);
}

NetworkPool::~NetworkPool() = default;

NetworkPool::Origin &NetworkPool::originOf(const QUrl &url, const QByteArray &tls)
{
    const QByteArray key = url.scheme().toLatin1() + "://" + url.authority().toLatin1() + '/' + tls;
    std::unique_ptr<Origin> &origin = m_origins[key];
    if (!origin) {
        origin = std::make_unique<Origin>();
    }
    return *origin;
}

NetworkPool::Lane &NetworkPool::addLane(Origin &origin, const QUrl &url)
{
    const bool isTls = url.scheme() == QLatin1String("https");
    auto lane = std::make_unique<Lane>();
    lane->origin = &origin;
    const bool isShared = !isTls && origin.lanes.size() % lanesPerManager != 0;
    lane->manager = isShared ? origin.lanes.back()->manager : newManager(url);
    if (!isTls) {
        lane->name = origin.newName();
    }
    origin.lanes.push_back(std::move(lane));
    m_sweep.start();
    return *origin.lanes.back();
}

NetworkPool::Lease NetworkPool::acquire(const QUrl &url, const QByteArray &tls)
{
    Origin &origin = originOf(url, tls);
    const int room = origin.isHttp2 ? requestsPerHttp2Lane : requestsPerHttp1Lane;
    Lane *chosen = nullptr;
    for (const std::unique_ptr<Lane> &lane : origin.lanes) {
        if (lane->running < room && (chosen == nullptr || lane->running < chosen->running)) {
            chosen = lane.get();
        }
        if (chosen != nullptr && (origin.isHttp2 || chosen->running == 0)) {
            break;
        }
    }
    if (chosen == nullptr) {
        chosen = &addLane(origin, url);
    }
    const bool isStale = WallClock::now() - chosen->lastUse > staleAfter;
    if (chosen->running == 0 && chosen->isReused && isStale) {
        // A kept connection this old is often dead on the provider's side without a word.
        chosen->isReused = false;
        if (chosen->name.isEmpty()) {
            chosen->manager->clearConnectionCache();
        } else {
            chosen->name = origin.newName();
        }
    }
    ++chosen->running;
    return Lease(chosen, m_calls != nullptr ? m_calls->take() : ActiveCount::Token());
}

int NetworkPool::managerCount() const
{
    std::set<const QNetworkAccessManager *> managers;
    for (const auto &[key, origin] : m_origins) {
        for (const std::unique_ptr<Lane> &lane : origin->lanes) {
            managers.insert(lane->manager.get());
        }
    }
    return static_cast<int>(managers.size());
}

void NetworkPool::dropUnused()
{
    const WallClock::time_point now = WallClock::now();
    for (const auto &[key, origin] : m_origins) {
        std::erase_if(origin->lanes, [now](const std::unique_ptr<Lane> &lane) {
            return lane->running == 0 && now - lane->lastUse > dropAfter;
        });
    }
    if (managerCount() == 0) {
        m_sweep.stop();
    }
}

} // namespace nexus
