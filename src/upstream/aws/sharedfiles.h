// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/environment.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace nexus::aws {

//! \brief The settings of one section, names in lower case.
using Settings = QHash<QString, QString>;

//! \brief The sections of a file as its brackets name them.
using Sections = QHash<QString, Settings>;

//! \brief Reads the INI form of the AWS files. Nested settings and lines that make no sense are left out.
[[nodiscard]] Sections readSections(const QByteArray &text);

//! \brief `~/.aws/credentials` and `~/.aws/config`, read into values.
class SharedFiles final {
public:
    //! \brief Reads both files from where \a environment says: `AWS_SHARED_CREDENTIALS_FILE`,
    //! `AWS_CONFIG_FILE`, else below `HOME`. A file that is not there is an empty one.
    [[nodiscard]] static SharedFiles read(const Environment &environment);

    //! \brief The settings of a profile or nullptr. What both files say counts as in the credentials file.
    [[nodiscard]] const Settings *profile(const QString &name) const;

    //! \brief What all profiles are called, in alphabetical order.
    [[nodiscard]] QStringList profileNames() const;

    //! \brief The settings of `[sso-session NAME]` or nullptr.
    [[nodiscard]] const Settings *ssoSession(const QString &name) const;

    //! \brief The places that were looked at, and what hindered reading, for the log.
    [[nodiscard]] const QStringList &places() const { return m_places; }

private:
    [[nodiscard]] Sections readFile(const QString &path);
    void addConfig(const Sections &sections);
    void addCredentials(const Sections &sections);

    Sections m_profiles;
    Sections m_ssoSessions;
    QStringList m_places;
};

//! \brief The profile that is meant where none is configured: `AWS_PROFILE`, `AWS_DEFAULT_PROFILE` or
//! `default`.
[[nodiscard]] QString profileOfEnvironment(const Environment &environment);

//! \brief \a path with a leading `~/` replaced by `HOME`.
[[nodiscard]] QString expandedPath(const QString &path, const Environment &environment);

} // namespace nexus::aws
