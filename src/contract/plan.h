// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace nexus {

//! \brief What is asked of a provider.
enum class Operation { Chat, Completions, Embeddings, CountTokens };

//! \brief One place a request can go to.
struct Target {
    QString provider; //!< name in the configuration
    QByteArray model; //!< the name the provider knows

    bool operator==(const Target &) const = default;
};

//! \brief Where a request goes: the targets in the order they are tried. Never empty.
struct Plan {
    QByteArray askedModel; //!< as the client wrote it; answers carry this name
    QString alias; //!< the alias that was used, empty without one
    std::vector<Target> targets;
};

} // namespace nexus
