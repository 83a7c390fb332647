// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace nexus {

//! \brief Environment variables as a value: a snapshot of the process, or what a test says.
class Environment final {
public:
    //! \brief An environment without any variable.
    Environment() = default;
    explicit Environment(QHash<QString, QString> variables)
        : m_variables(std::move(variables))
    { }

    //! \brief A copy of this process's environment.
    [[nodiscard]] static Environment ofProcess();

    //! \brief The value of \a name; nothing when it is not set. A variable may be set and empty.
    [[nodiscard]] std::optional<QString> value(const QString &name) const;

    //! \brief The value of \a name when it is set and not blank, without surrounding white space; else empty.
    [[nodiscard]] QString text(const QString &name) const;

private:
    QHash<QString, QString> m_variables;
};

} // namespace nexus
