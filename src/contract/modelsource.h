// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/discoveredmodel.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace nexus {

//! \brief Asks providers which models they have. Lives in one thread.
class ModelSource {
public:
    using Done = std::function<void(Result<std::vector<DiscoveredModel>>)>;

    ModelSource() = default;
    virtual ~ModelSource() = default;
    Q_DISABLE_COPY_MOVE(ModelSource)

    //! \brief Asks the provider of that name and calls \a done once, from the event loop, with its models in
    //! its order, each id once; with none when a provider of its kind cannot be asked. Not called when
    //! \a context, of the same thread, died before.
    virtual void list(const QString &provider, QObject *context, Done done) = 0;
};

} // namespace nexus
