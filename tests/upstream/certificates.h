// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTemporaryDir>

namespace nexus {

//! \brief An authority and what it has signed, as PEM files made by openssl in a folder of their own.
class Certificates final {
public:
    Certificates() = default;
    Q_DISABLE_COPY_MOVE(Certificates)

    //! \brief Makes the authority `ca`. \return why it did not work, empty when it did
    [[nodiscard]] QString makeAuthority();

    //! \brief Makes \a name.pem for 127.0.0.1, signed by the authority, and \a name.key.
    //! \param algorithm as in `openssl req -newkey`: `ec` or `rsa:2048`
    [[nodiscard]] QString make(const QString &name, const QString &algorithm = QStringLiteral("ec"));

    //! \brief The path of a file in the folder, for example `ca.pem`.
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }

private:
    [[nodiscard]] QString request(
        const QString &name, const QString &algorithm, const QStringList &more) const;

    QTemporaryDir m_folder;
};

} // namespace nexus
