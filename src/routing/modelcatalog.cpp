// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/modelcatalog.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus {

namespace {

// Whether both configurations lead to the same list. What it is filtered by is looked at later.
bool isAskedAlike(const ProviderConfig &one, const ProviderConfig &other)
{
    return one.type == other.type && one.baseUrl == other.baseUrl && one.apiKeys == other.apiKeys
        && one.isTokenForwarded == other.isTokenForwarded && one.apiVersion == other.apiVersion
        && one.bedrock == other.bedrock && one.tls == other.tls && one.lacksKey() == other.lacksKey();
}

} // namespace

// What is known of one provider.
struct ModelCatalog::Entry {
    QString name;
    QString filter;
    std::vector<DiscoveredModel> models; // before the filter
    std::optional<TimePoint> fetchedAt; // of the models
    std::optional<TimePoint> triedAt; // when the newest attempt ended
    std::optional<Error> lastError; // of the newest attempt
    bool isOverdue = false; // nobody waits for it any longer
    bool isCountLogged = false;
    std::unique_ptr<QObject> run; // the context of the attempt that runs
    std::shared_ptr<const CatalogProvider> view;

    void updateView()
    {
        auto next = std::make_shared<CatalogProvider>(name, models, filter);
        next->fetchedAt = fetchedAt;
        next->lastError = lastError;
        view = std::move(next);
    }
};

ModelCatalog::ModelCatalog(
    ModelSource &source, Logger log, TimeSource time, CatalogTimes times, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_log(std::move(log))
    , m_time(std::move(time))
    , m_times(times)
    , m_lastAsked(TimePoint())
    , m_nextDue(TimePoint::max())
    , m_snapshot(std::make_shared<const CatalogSnapshot>())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_times.patience);
    connect(&m_patience, &QTimer::timeout, this, &ModelCatalog::onPatienceOver);
    m_freshPatience.setSingleShot(true);
    m_freshPatience.setInterval(m_times.patience);
    connect(&m_freshPatience, &QTimer::timeout, this, &ModelCatalog::refreshed);
    m_check.setInterval(m_times.checkEvery);
    connect(&m_check, &QTimer::timeout, this, &ModelCatalog::checkDue);
}

ModelCatalog::~ModelCatalog() = default;

void ModelCatalog::setConfig(const ConfigSnapshot &config)
{
    const ConfigSnapshot before = std::exchange(m_config, config);
    std::map<QString, std::unique_ptr<Entry>> entries;
    for (const ProviderConfig &provider : config->llm.providers) {
        const ProviderConfig *const old = before ? before->provider(provider.name) : nullptr;
        std::unique_ptr<Entry> &entry = entries[provider.name];
        if (old != nullptr && isAskedAlike(*old, provider)) {
            entry = std::move(m_entries[provider.name]);
        } else {
            entry = std::make_unique<Entry>();
            entry->name = provider.name;
        }
        if (!entry->view || entry->filter != provider.modelFilter) {
            entry->filter = provider.modelFilter;
            entry->updateView();
        }
    }
    m_entries = std::move(entries);
    publish();
    if (m_patience.isActive()) {
        onAsked();
    } else {
        checkDue(); // while the catalog is in use, what is new is not left to the timer
        updateState();
    }
    updateFresh();
}

std::shared_ptr<const CatalogSnapshot> ModelCatalog::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    return m_snapshot;
}

void ModelCatalog::whenReady(QObject *context, std::function<void()> done)
{
    const TimePoint now = m_time();
    m_lastAsked = now;
    if (m_isSettled) {
        if (now >= m_nextDue.load()) {
            QMetaObject::invokeMethod(this, &ModelCatalog::onAsked, Qt::QueuedConnection);
        }
        done();
        return;
    }
    // In this order: whoever is connected when onAsked() runs is not forgotten.
    connect(this, &ModelCatalog::settled, context, std::move(done),
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    QMetaObject::invokeMethod(this, &ModelCatalog::onAsked, Qt::QueuedConnection);
}

void ModelCatalog::refresh()
{
    m_lastAsked = m_time();
    QMetaObject::invokeMethod(this, [this] {
        for (const auto &[name, entry] : m_entries) {
            if (!entry->run) {
                ask(*entry);
            }
        }
        m_check.start();
        updateState();
    });
}

void ModelCatalog::whenRefreshed(QObject *context, std::function<void()> done)
{
    connect(this, &ModelCatalog::refreshed, context, std::move(done),
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    refresh();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_freshPatience.isActive()) {
                m_freshPatience.start();
            }
            updateFresh();
        },
        Qt::QueuedConnection);
}

// Whoever waits in whenRefreshed() has what can be had.
void ModelCatalog::updateFresh()
{
    const bool isAsking
        = std::ranges::any_of(m_entries, [](const auto &entry) { return entry.second->run != nullptr; });
    if (!isAsking && m_freshPatience.isActive()) {
        m_freshPatience.stop();
        Q_EMIT refreshed();
    }
}

void ModelCatalog::onAsked()
{
    m_check.start();
    checkDue();
    if (!m_isSettled && !m_patience.isActive()) {
        m_patience.start();
    }
}

void ModelCatalog::checkDue()
{
    const TimePoint now = m_time();
    if (!m_check.isActive() || now - m_lastAsked.load() > m_times.idleAfter) {
        m_check.stop();
        return;
    }
    for (const auto &[name, entry] : m_entries) {
        if (!entry->run && now >= dueTime(*entry)) {
            ask(*entry);
        }
    }
    updateState();
}

TimePoint ModelCatalog::dueTime(const Entry &entry) const
{
    if (!entry.triedAt) {
        return TimePoint();
    }
    return *entry.triedAt + (entry.lastError ? m_times.retryAfter : m_times.refreshAfter);
}

void ModelCatalog::onPatienceOver()
{
    for (const auto &[name, entry] : m_entries) {
        entry->isOverdue = true;
    }
    updateState();
}

void ModelCatalog::ask(Entry &entry)
{
    entry.run = std::make_unique<QObject>();
    m_source.list(entry.name, entry.run.get(),
        [this, name = entry.name](
            const Result<std::vector<DiscoveredModel>> &result) { onListed(name, result); });
}

void ModelCatalog::onListed(const QString &provider, const Result<std::vector<DiscoveredModel>> &result)
{
    Entry &entry = *m_entries.at(provider);
    // The answer runs in it.
    entry.run.release()->deleteLater();
    logOutcome(entry, result);
    entry.triedAt = m_time();
    if (result) {
        entry.models = *result;
        entry.fetchedAt = entry.triedAt;
        entry.isCountLogged = true;
        entry.lastError.reset();
    } else {
        entry.lastError = result.error();
    }
    entry.updateView();
    publish();
    updateState();
    updateFresh();
}

// Only what is new is told: a provider that stays away would fill the log.
void ModelCatalog::logOutcome(const Entry &entry, const Result<std::vector<DiscoveredModel>> &result) const
{
    if (!result) {
        if (!entry.lastError || entry.lastError->message != result.error().message) {
            m_log.event(LogLevel::Warn, "models_unavailable",
                {{"provider", entry.name}, {"message", result.error().message},
                    {"detail", result.error().detail}});
        }
        return;
    }
    const bool isNew = entry.isCountLogged ? entry.models.size() != result->size() : !result->empty();
    if (isNew || entry.lastError) {
        m_log.event(LogLevel::Info, "models_listed",
            {{"provider", entry.name}, {"count", static_cast<qint64>(result->size())}});
    }
}

void ModelCatalog::updateState()
{
    bool isSettled = true;
    TimePoint nextDue = TimePoint::max();
    for (const auto &[name, entry] : m_entries) {
        isSettled = isSettled && (entry->triedAt || entry->isOverdue);
        if (!entry->run) {
            nextDue = std::min(nextDue, dueTime(*entry));
        }
    }
    m_nextDue = nextDue;
    m_isSettled = isSettled;
    if (isSettled) {
        m_patience.stop();
        Q_EMIT settled();
    }
}

void ModelCatalog::publish()
{
    auto next = std::make_shared<CatalogSnapshot>();
    for (const ProviderConfig &provider : m_config->llm.providers) {
        next->providers.push_back(m_entries.at(provider.name)->view);
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_snapshot = std::move(next);
    }
    Q_EMIT changed();
}

} // namespace nexus
