// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/tomldocument.h"
#include "secrets/environment.h"
#include "secrets/storedkeys.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace nexus {

//! \brief Accompanies the reading of one file: what it may look up, and what was wrong with it.
class ReadContext final {
public:
    //! \a environment and \a keys must outlive the context.
    ReadContext(QString fileName, const Environment &environment, const StoredKeys &keys);
    Q_DISABLE_COPY_MOVE(ReadContext)

    [[nodiscard]] const Environment &environment() const { return m_environment; }
    [[nodiscard]] const StoredKeys &keys() const { return m_keys; }

    //! \brief Notes a problem; the one that stands first in the file is kept.
    void report(TextPosition at, const QString &message);

    //! \brief Notes a whole sentence that the user should know and that stops nothing.
    void warn(const QString &sentence) { m_warnings.append(sentence); }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

    //! \brief `file:line:column` without the folder of the file, for texts that clients see too.
    [[nodiscard]] QString shortPlace(TextPosition at) const;

    //! \brief What was reported, as `file:line:column: message` in one line; nothing when the file is good.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    QString m_fileName;
    const Environment &m_environment;
    const StoredKeys &m_keys;
    std::optional<TomlProblem> m_first;
    QStringList m_warnings;
};

} // namespace nexus
