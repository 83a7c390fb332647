// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/chatcall.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace nexus {

//! \brief Sends one tiny request to each target of an alias, all at once, through the gateway.
//!
//! answered() comes once for each target, then finished(); neither after destruction or another start().
class AliasTester final : public QObject {
    Q_OBJECT

public:
    explicit AliasTester(QObject *parent = nullptr);
    ~AliasTester() override;

    void start(const QUrl &gateway, const QStringList &targets);
    //! \brief Ends what runs; those targets answer as stopped.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running > 0; }

Q_SIGNALS:
    void answered(const QString &target, const nexus::ChatCallResult &result);
    void finished();

private:
    std::vector<std::unique_ptr<ChatCall>> m_calls;
    std::size_t m_running = 0;
};

} // namespace nexus
