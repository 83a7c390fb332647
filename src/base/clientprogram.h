// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>
#include <QString>

#include <optional>

namespace nexus {

//! \brief A program of this machine that holds the other end of a connection.
struct ClientProgram {
    QString name; //!< as the system lists it: `python3`
    QString path; //!< of its file, empty where it may not be seen
    qint64 pid = 0;

    bool operator==(const ClientProgram &) const = default;
};

//! \brief Where the program behind a connection is written once it is found. Thread-safe.
class ProgramSlot final {
public:
    void set(ClientProgram program)
    {
        const QMutexLocker lock(&m_mutex);
        m_program = std::move(program);
    }

    //! \brief Nothing while it is not known, and where it cannot be.
    [[nodiscard]] std::optional<ClientProgram> program() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_program;
    }

private:
    mutable QMutex m_mutex;
    std::optional<ClientProgram> m_program;
};

} // namespace nexus
