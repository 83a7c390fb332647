// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/networkpool.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace nexus {

namespace {

using WallClock = std::chrono::system_clock;

constexpr int requestsPerHttp1Manager = 6;
constexpr int requestsPerHttp2Manager = 100;
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
//
// "No proxy" is said as "the default one", which for a socket is none as well: told NoProxy, Qt opens a plain
// TCP socket unbuffered and reads an answer's head with one system call for each byte.
class FixedProxy final : public QNetworkProxyFactory {
public:
    explicit FixedProxy(const QNetworkProxy &proxy)
        : m_proxy(proxy.type() == QNetworkProxy::NoProxy ? QNetworkProxy(QNetworkProxy::DefaultProxy) : proxy)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return {m_proxy}; }

private:
    QNetworkProxy m_proxy;
};

} // namespace

struct NetworkPool::Slot {
    Origin *origin = nullptr;
    std::unique_ptr<QNetworkAccessManager> manager;
    int running = 0;
    bool isReused = false;
    WallClock::time_point lastUse = WallClock::now();
};

struct NetworkPool::Origin {
    bool isHttp2 = false;
    std::vector<std::unique_ptr<Slot>> slots;
};

NetworkPool::Lease::~Lease()
{
    if (m_slot == nullptr) {
        return;
    }
    --m_slot->running;
    m_slot->lastUse = WallClock::now();
}

QNetworkAccessManager &NetworkPool::Lease::manager() const
{
    return *m_slot->manager;
}

bool NetworkPool::Lease::isReused() const
{
    return m_slot->isReused;
}

void NetworkPool::Lease::keepConnection()
{
    m_slot->isReused = true;
}

void NetworkPool::Lease::setHttp2(bool isHttp2)
{
    m_slot->origin->isHttp2 = isHttp2;
}

NetworkPool::NetworkPool(QObject *parent)
    : QObject(parent)
{
    m_sweep.setInterval(std::chrono::seconds(30));
    connect(&m_sweep, &QTimer::timeout, this, &NetworkPool::dropUnused);
}

NetworkPool::~NetworkPool() = default;

NetworkPool::Origin &NetworkPool::originOf(const QUrl &url)
{
    const QByteArray key = url.scheme().toLatin1() + "://" + url.authority().toLatin1();
    std::unique_ptr<Origin> &origin = m_origins[key];
    if (!origin) {
        origin = std::make_unique<Origin>();
    }
    return *origin;
}

NetworkPool::Slot &NetworkPool::addSlot(Origin &origin, const QUrl &url)
{
    auto slot = std::make_unique<Slot>();
    slot->origin = &origin;
    slot->manager = std::make_unique<QNetworkAccessManager>();
    slot->manager->setAutoDeleteReplies(false);
    slot->manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    slot->manager->setStrictTransportSecurityEnabled(false);
    // The manager owns its factory.
    slot->manager->setProxyFactory(new FixedProxy(proxyFor(url)));
    origin.slots.push_back(std::move(slot));
    m_sweep.start();
    return *origin.slots.back();
}

NetworkPool::Lease NetworkPool::acquire(const QUrl &url)
{
    Origin &origin = originOf(url);
    const int room = origin.isHttp2 ? requestsPerHttp2Manager : requestsPerHttp1Manager;
    Slot *chosen = nullptr;
    for (const std::unique_ptr<Slot> &slot : origin.slots) {
        if (slot->running < room && (chosen == nullptr || slot->running < chosen->running)) {
            chosen = slot.get();
        }
        if (chosen != nullptr && (origin.isHttp2 || chosen->running == 0)) {
            break;
        }
    }
    if (chosen == nullptr) {
        chosen = &addSlot(origin, url);
    }
    if (chosen->running == 0 && chosen->isReused && WallClock::now() - chosen->lastUse > staleAfter) {
        // A kept connection this old is often dead on the provider's side without a word.
        chosen->manager->clearConnectionCache();
        chosen->isReused = false;
    }
    ++chosen->running;
    return Lease(chosen);
}

int NetworkPool::managerCount() const
{
    std::size_t count = 0;
    for (const auto &[key, origin] : m_origins) {
        count += origin->slots.size();
    }
    return static_cast<int>(count);
}

void NetworkPool::dropUnused()
{
    const WallClock::time_point now = WallClock::now();
    for (const auto &[key, origin] : m_origins) {
        std::erase_if(origin->slots, [now](const std::unique_ptr<Slot> &slot) {
            return slot->running == 0 && now - slot->lastUse > dropAfter;
        });
    }
    if (managerCount() == 0) {
        m_sweep.stop();
    }
}

} // namespace nexus
