// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace nexus {

//! \brief What QAbstractHttpServer takes for a client: a connected socket without a descriptor.
//!
//! It yields the heads it is fed and swallows whatever is written to it.
class FeedSocket final : public QTcpSocket {
    Q_OBJECT

public:
    explicit FeedSocket(QObject *parent = nullptr);
    ~FeedSocket() override;

    //! \brief Offers \a bytes to the reader, which takes them before this returns.
    //! \return false when the reader left some of them or hung up; this socket is of no use then
    [[nodiscard]] bool feed(const QByteArray &bytes);

    [[nodiscard]] bool isUsable() const { return state() == ConnectedState; }

    [[nodiscard]] qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;
    qint64 skipData(qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace nexus
