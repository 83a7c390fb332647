// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

namespace nexus {

//! \brief How a provider has fared since the start.
struct ProviderHealth {
    qint64 attempts = 0;
    qint64 failures = 0;
    QDateTime lastSuccess; //!< UTC, invalid when there was none
    QDateTime lastFailure; //!< UTC, invalid when there was none
    QString lastError; //!< text for people, empty when there was none
    QByteArray lastErrorCode;
};

//! \brief Keeps the health of every provider from the records. Thread-safe.
class HealthBoard final : public RecordSink {
public:
    void record(const RequestRecord &record) override;

    //! \brief The health of \a provider; all zero when it was never asked.
    [[nodiscard]] ProviderHealth health(const QString &provider) const;

private:
    mutable QMutex m_mutex;
    QHash<QString, ProviderHealth> m_health;
};

} // namespace nexus
