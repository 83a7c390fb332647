// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "routing/modelcatalog.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>
#include <vector>

namespace nexus {

//! \brief Remembers who was asked and answers when the test says so.
class FakeSource final : public ModelSource {
public:
    void list(const QString &provider, QObject *context, Done done) override
    {
        asked.append(provider);
        m_pending.push_back({provider, context, std::move(done)});
    }

    //! \brief Answers the oldest question to \a provider that still waits for one; false when there is none.
    bool answer(const QString &provider, const Result<std::vector<DiscoveredModel>> &result)
    {
        for (auto it = m_pending.begin(); it != m_pending.end(); ++it) {
            if (it->provider == provider && it->context) {
                const Pending pending = *it;
                m_pending.erase(it);
                pending.done(result);
                return true;
            }
        }
        return false;
    }
    bool serve(const QString &provider, const QByteArrayList &ids)
    {
        std::vector<DiscoveredModel> models;
        for (const QByteArray &id : ids) {
            models.push_back({.id = id});
        }
        return answer(provider, models);
    }
    bool fail(const QString &provider, const QString &message)
    {
        return answer(provider, failure({.kind = ErrorKind::UpstreamUnreachable, .message = message}));
    }

    QStringList asked;

private:
    struct Pending {
        QString provider;
        QPointer<QObject> context;
        Done done;
    };
    std::vector<Pending> m_pending;
};

inline ProviderConfig providerOf(const QString &name, const QString &filter = {})
{
    ProviderConfig config;
    config.name = name;
    config.modelFilter = filter;
    return config;
}

inline ConfigSnapshot configOf(const std::vector<ProviderConfig> &providers)
{
    auto config = std::make_shared<GatewayConfig>();
    config->llm.providers = providers;
    return config;
}

//! \brief A catalog over a fake source, with a clock that stands still and timers that are out of the way.
class CatalogFixture final {
public:
    CatalogFixture()
        : m_output(LogLevel::Info, LogStyle::Text, [this](std::string_view line) {
            lines.append(QString::fromUtf8(line.data(), qsizetype(line.size())));
        })
    {
        use({.patience = std::chrono::seconds(60), .checkEvery = std::chrono::hours(1)});
    }

    //! \brief Begins anew with these times.
    void use(const CatalogTimes &times)
    {
        catalog = std::make_unique<ModelCatalog>(
            source, m_output.logger("routing"), [this] { return now; }, times);
    }

    [[nodiscard]] QByteArrayList idsOf(const QString &name) const
    {
        QByteArrayList ids;
        const auto snapshot = catalog->snapshot();
        if (const CatalogProvider *const found = snapshot->provider(name)) {
            for (const DiscoveredModel &model : found->models()) {
                ids.append(model.id);
            }
        }
        return ids;
    }
    //! \brief Asks for the lists and counts the call.
    void ask()
    {
        catalog->whenReady(&m_context, [this] { ++ready; });
    }
    //! \brief Has lists of both providers, which are as old as the clock says. False when that went wrong.
    [[nodiscard]] bool fill()
    {
        catalog->setConfig(configOf({providerOf(one), providerOf(two)}));
        ask();
        settle();
        const bool isServed = source.serve(one, {"a"}) && source.serve(two, {"b"});
        settle();
        source.asked.clear();
        return isServed && ready == 1;
    }
    //! \brief Lets happen what is on its way.
    void settle() const { QCoreApplication::processEvents(); }

    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    TimePoint now {std::chrono::hours(1000)};
    int ready = 0;
    QStringList lines;
    FakeSource source;
    std::unique_ptr<ModelCatalog> catalog;

private:
    LogOutput m_output;
    QObject m_context;
};

} // namespace nexus
