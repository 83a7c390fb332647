// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace nexus {

//! \brief What is asked of a provider.
enum class Operation { Chat, Completions, Embeddings, CountTokens };

//! \brief One place a request can go to.
struct Target {
    QString provider; //!< name in the configuration
    QByteArray model; //!< the name the provider knows
    QByteArray publicName; //!< the model's name in the configuration, the one that limits and headers go by

    bool operator==(const Target &) const = default;
};

//! \brief What an alias says for requests that do not say it themselves.
struct RequestDefaults {
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    std::optional<QString> system;

    [[nodiscard]] bool isEmpty() const { return !temperature && !maxTokens && !system; }

    bool operator==(const RequestDefaults &) const = default;
};

//! \brief Where a request goes: the targets in the order they are tried. Never empty.
struct Plan {
    QByteArray askedModel; //!< as the client wrote it; answers carry this name
    QString alias; //!< the alias that was used, empty without one
    RequestDefaults defaults; //!< of the alias
    std::vector<Target> targets;
    QByteArray cacheName; //!< the same for every order that the alias's strategy puts its targets in
};

} // namespace nexus
