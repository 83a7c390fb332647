// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/circuitboard.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus {

namespace {

using std::chrono::milliseconds;

// While another request probes; its outcome may come at any moment.
constexpr milliseconds whileProbing {1'000};
constexpr std::chrono::minutes longestProbe {5};

milliseconds roundedUp(TimePoint::duration duration)
{
    return std::chrono::ceil<milliseconds>(duration);
}

} // namespace

QString circuitStateName(CircuitState state)
{
    switch (state) {
    case CircuitState::Closed:
        return QStringLiteral("closed");
    case CircuitState::Open:
        return QStringLiteral("open");
    case CircuitState::HalfOpen:
        return QStringLiteral("half_open");
    }
    return {};
}

CircuitBoard::CircuitBoard(Logger log, TimeSource now)
    : m_log(std::move(log))
    , m_now(std::move(now))
{ }

void CircuitBoard::setConfig(const CircuitBreakerConfig &config)
{
    const QMutexLocker lock(&m_mutex);
    m_config = config;
}

// How long nobody may enter; 0 when somebody may.
milliseconds CircuitBoard::waitOf(const Circuit &circuit, TimePoint now) const
{
    if (!circuit.isTripped) {
        return {};
    }
    if (now < circuit.openUntil) {
        return roundedUp(circuit.openUntil - now);
    }
    const bool isProbing = circuit.probe != 0 && now - circuit.probeSince < longestProbe;
    return isProbing ? whileProbing : milliseconds(0);
}

Admission CircuitBoard::tryEnter(const QString &provider)
{
    const QMutexLocker lock(&m_mutex);
    const TimePoint now = m_now();
    const auto [found, isNew] = m_circuits.try_emplace(provider);
    Circuit &circuit = found->second;
    if (isNew) {
        circuit.epoch = ++m_lastTicket;
    }
    if (!circuit.isTripped) {
        return {.kind = Admission::Kind::Closed, .remaining = {}, .ticket = circuit.epoch};
    }
    if (const milliseconds wait = waitOf(circuit, now); wait.count() > 0) {
        return {.kind = Admission::Kind::Open, .remaining = wait, .ticket = 0};
    }
    circuit.probe = ++m_lastTicket;
    circuit.probeSince = now;
    return {.kind = Admission::Kind::Probe, .remaining = {}, .ticket = circuit.probe};
}

void CircuitBoard::report(const QString &provider, const Admission &admission, CircuitOutcome outcome)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_circuits.find(provider);
    if (found == m_circuits.end() || !admission.isGranted()) {
        return;
    }
    Circuit &circuit = found->second;
    if (admission.kind == Admission::Kind::Probe) {
        if (circuit.probe != 0 && admission.ticket == circuit.probe) {
            endProbe(provider, circuit, outcome);
        }
        return;
    }
    const bool isCounted = !circuit.isTripped && admission.ticket == circuit.epoch;
    if (isCounted && outcome == CircuitOutcome::Failure && countFailure(circuit, m_now())) {
        trip(circuit, m_now());
        logOpened(provider);
    }
}

// True when there are enough of them.
bool CircuitBoard::countFailure(Circuit &circuit, TimePoint now)
{
    const TimePoint start = now - m_config.window;
    while (!circuit.failures.empty() && circuit.failures.front() <= start) {
        circuit.failures.pop_front();
    }
    circuit.failures.push_back(now);
    return circuit.failures.size() >= static_cast<std::size_t>(m_config.failures);
}

void CircuitBoard::trip(Circuit &circuit, TimePoint now)
{
    circuit.isTripped = true;
    circuit.epoch = ++m_lastTicket;
    circuit.failures.clear();
    circuit.openUntil = now + m_config.cooldown;
    circuit.probe = 0;
}

void CircuitBoard::endProbe(const QString &provider, Circuit &circuit, CircuitOutcome outcome)
{
    switch (outcome) {
    case CircuitOutcome::Success:
        circuit = {};
        circuit.epoch = ++m_lastTicket;
        m_log.event(LogLevel::Info, "circuit_closed", {{"provider", provider}});
        return;
    case CircuitOutcome::Failure:
        trip(circuit, m_now());
        m_log.event(LogLevel::Info, "circuit_probe_failed",
            {{"provider", provider}, {"cooldown_ms", static_cast<qint64>(m_config.cooldown.count())}});
        return;
    case CircuitOutcome::Neutral:
        circuit.probe = 0;
        return;
    }
}

void CircuitBoard::logOpened(const QString &provider) const
{
    m_log.event(LogLevel::Warn, "circuit_opened",
        {{"provider", provider}, {"failures", m_config.failures},
            {"cooldown_ms", static_cast<qint64>(m_config.cooldown.count())}});
}

bool CircuitBoard::isOpen(const QString &provider) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_circuits.find(provider);
    return found != m_circuits.end() && waitOf(found->second, m_now()).count() > 0;
}

std::vector<CircuitView> CircuitBoard::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    const TimePoint now = m_now();
    std::vector<CircuitView> views;
    for (const auto &[provider, circuit] : m_circuits) {
        CircuitView view {.provider = provider};
        if (circuit.isTripped) {
            const bool isCooling = now < circuit.openUntil;
            view.state = isCooling ? CircuitState::Open : CircuitState::HalfOpen;
            view.untilProbe = isCooling ? roundedUp(circuit.openUntil - now) : milliseconds(0);
        }
        views.push_back(view);
    }
    return views;
}

void CircuitBoard::retain(const std::function<bool(const QString &provider)> &isKept)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_circuits, [&isKept](const auto &entry) { return !isKept(entry.first); });
}

} // namespace nexus
