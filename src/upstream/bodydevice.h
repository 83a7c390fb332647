// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace nexus {

//! \brief A request body that a network manager reads, and that decides whether it may be sent again.
//!
//! QNetworkAccessManager repeats a request up to three times when the provider closes the connection before
//! answering. A repeated generation is billed twice, so one repetition is allowed only where the connection
//! may have been a kept one that the provider had already given up.
class BodyDevice final : public QIODevice {
    Q_OBJECT

public:
    //! \param resends how many times the body may be read from its beginning again
    BodyDevice(QByteArray body, int resends, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_body.size(); }

    //! \brief Back to the beginning; refused when no resend is left.
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    int m_resendsLeft;
};

} // namespace nexus
