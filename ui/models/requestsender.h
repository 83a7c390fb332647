// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/httpfetcher.h"
#include "ui/models/requestcode.h"

#include <QObject>

namespace nexus {

//! \brief Sends requests to the gateway itself; each becomes a row of the log like any other.
class RequestSender final : public QObject {
    Q_OBJECT

public:
    //! \param fetcher outlives it
    explicit RequestSender(HttpFetcher &fetcher, QObject *parent = nullptr);

    //! \brief The name under which they are in the log.
    static constexpr const char *client = "nexus-console";

    //! \brief Sends \a replay; finished() follows once.
    void send(const Replay &replay);

Q_SIGNALS:
    //! The gateway has answered with \a status, or could not be reached: 0. \a message says to people what
    //! went wrong, and is empty where nothing did or nobody says.
    void finished(int status, const QString &message);

private:
    HttpFetcher &m_fetcher;
};

} // namespace nexus
