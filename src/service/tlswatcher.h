// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/configwatcher.h"
#include "config/serverconfig.h"
#include "listener/tlsidentity.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace nexus {

//! \brief Keeps the certificate of the listener fresh: reads its files when told to and when they change.
//!
//! Files that do not work leave the last good certificate where it is. Main thread.
class TlsWatcher final : public QObject {
    Q_OBJECT

public:
    explicit TlsWatcher(QObject *parent = nullptr);

    //! \brief Reads \a files now and watches them from now on; nothing switches TLS off.
    //!
    //! changed() comes before this returns, when there is something new. Files that do not work are an error
    //! here, and watched: they are taken as soon as they do.
    [[nodiscard]] Result<void> follow(const std::optional<TlsFiles> &files);

    //! \brief What serves now, null for plain HTTP.
    [[nodiscard]] const std::shared_ptr<const TlsIdentity> &identity() const { return m_identity; }

    //! \brief Certificate and key are two files: how long the second one may come after the first.
    static constexpr std::chrono::milliseconds settleTime {300};

Q_SIGNALS:
    //! \a identity is to serve new connections, null for plain HTTP.
    void changed(const std::shared_ptr<const nexus::TlsIdentity> &identity);
    //! The files have changed and do not work.
    void rejected(const nexus::Error &error);

private:
    void watch();
    [[nodiscard]] Result<void> load();
    void onSettled();
    void take(std::shared_ptr<const TlsIdentity> identity);

    std::optional<TlsFiles> m_files;
    std::unique_ptr<ConfigWatcher> m_certificate;
    std::unique_ptr<ConfigWatcher> m_key;
    std::shared_ptr<const TlsIdentity> m_identity;
    QTimer m_settle;
};

} // namespace nexus
