// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QSet>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace nexus {

//! \brief An nginx on 127.0.0.1 that speaks TLS, with HTTP/2 or without, before a server of plain HTTP/1.1.
//!
//! Its certificate is made for each object and signed by itself. It buffers nothing, so that what the server
//! behind it does shows at once.
class TlsFront final {
public:
    TlsFront() = default;
    ~TlsFront();
    Q_DISABLE_COPY_MOVE(TlsFront)

    //! \brief Starts in front of \a backendPort and waits until connections are taken.
    //! \return why it did not work, empty when it did
    [[nodiscard]] QString start(quint16 backendPort, bool isHttp2);

    //! \brief `https://127.0.0.1:PORT/v1`
    [[nodiscard]] QByteArray baseUrl() const;
    //! \brief The certificate in PEM, to be trusted or not.
    [[nodiscard]] QByteArray certificate() const;

    //! \brief For each ended request `PROTOCOL CONNECTION METHOD STATUS`, for example `HTTP/2.0 3 POST 200`.
    [[nodiscard]] QList<QByteArray> accessLines() const;
    //! \brief Over how many connections the ended requests came.
    [[nodiscard]] int connectionCount() const;

private:
    [[nodiscard]] QString makeCertificate() const;
    [[nodiscard]] QByteArray configuration(quint16 backendPort, bool isHttp2) const;
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    QProcess m_nginx;
    quint16 m_port = 0;
};

} // namespace nexus
