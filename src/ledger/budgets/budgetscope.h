// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace nexus {

//! \brief What a budget counts.
//!
//! Its `provider` is a name in the configuration. Its `model` is any name of a model: the alias or the name
//! that the client asked for, the public name with or without `provider/`, or the provider's own with or
//! without it. Its `client` is the identity of a client, without one the name that it gives itself, or a
//! client's group. All of them are compared whole, and each that is empty fits all.
class BudgetScope final {
public:
    //! \brief A model of one provider, as the provider knows it.
    struct Model {
        QString provider;
        QByteArray name;

        bool operator==(const Model &) const = default;
    };

    BudgetScope() = default;
    BudgetScope(const BudgetConfig &budget, const LlmConfig &llm);

    //! \brief Whether the request counts, as far as it is known already.
    [[nodiscard]] bool covers(const RequestRecord &record) const;

    [[nodiscard]] const QString &provider() const { return m_provider; }
    [[nodiscard]] const QByteArray &model() const { return m_model; }
    [[nodiscard]] const QByteArray &client() const { return m_client; }
    //! \brief What model() means beside the name itself.
    [[nodiscard]] const std::vector<Model> &models() const { return m_models; }

private:
    void addModel(const ProviderConfig &provider, const QByteArray &name);
    [[nodiscard]] bool coversModel(const RequestRecord &record) const;
    [[nodiscard]] bool coversClient(const Principal &who) const;

    QString m_provider;
    QByteArray m_model;
    QString m_alias; // the same name
    QByteArray m_client;
    std::vector<Model> m_models;
};

} // namespace nexus
