// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/sharedfiles.h"

#include "upstream/aws/splitcommand.h"

#include <QFile>

namespace nexus::aws {

namespace {

constexpr qint64 MAX_FILE_SIZE = 1024 * 1024;

bool isComment(const QString &line)
{
    return line.startsWith(u'#') || line.startsWith(u';');
}

// `name` in `kind name` or `kind "na me"`; nothing for another kind.
std::optional<QString> nameOfKind(const QString &section, const QString &kind)
{
    const std::optional<QStringList> words = splitCommand(section);
    const bool isOfKind = words && words->size() == 2 && words->first() == kind;
    return isOfKind ? std::optional(words->last()) : std::nullopt;
}

QString placeOf(const Environment &environment, const QString &variable, const QString &ownName)
{
    const QString chosen = environment.text(variable);
    return expandedPath(chosen.isEmpty() ? QStringLiteral("~/.aws/") + ownName : chosen, environment);
}

} // namespace

Sections readSections(const QByteArray &text)
{
    Sections sections;
    Settings *section = nullptr;
    qsizetype settingIndent = -1;
    QString characters = QString::fromUtf8(text);
    characters.remove(QChar(QChar::ByteOrderMark));
    for (const QString &line : characters.split(u'\n')) {
        const QString content = line.trimmed();
        if (content.isEmpty() || isComment(content)) {
            continue;
        }
        // What stands further in than the setting above belongs to it; nothing of that kind matters here.
        const qsizetype indent = line.indexOf(content);
        if (settingIndent >= 0 && indent > settingIndent) {
            continue;
        }
        settingIndent = -1;
        const qsizetype close = content.lastIndexOf(u']');
        if (content.startsWith(u'[') && close > 0) {
            section = &sections[content.sliced(1, close - 1).trimmed()];
            continue;
        }
        const qsizetype equals = content.indexOf(u'=');
        if (section != nullptr && equals > 0) {
            settingIndent = indent;
            section->insert(content.first(equals).trimmed().toLower(), content.sliced(equals + 1).trimmed());
        }
    }
    return sections;
}

SharedFiles SharedFiles::read(const Environment &environment)
{
    SharedFiles files;
    files.addConfig(
        files.readFile(placeOf(environment, QStringLiteral("AWS_CONFIG_FILE"), QStringLiteral("config"))));
    files.addCredentials(files.readFile(
        placeOf(environment, QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), QStringLiteral("credentials"))));
    return files;
}

Sections SharedFiles::readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        m_places.append(path + QLatin1String(" (not there)"));
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_places.append(QStringLiteral("%1 (%2)").arg(path, file.errorString()));
        return {};
    }
    if (file.size() > MAX_FILE_SIZE) {
        m_places.append(path + QLatin1String(" (too large)"));
        return {};
    }
    m_places.append(path);
    return readSections(file.read(MAX_FILE_SIZE));
}

void SharedFiles::addConfig(const Sections &sections)
{
    const QString defaultName = QStringLiteral("default");
    for (auto at = sections.cbegin(); at != sections.cend(); ++at) {
        if (const auto name = nameOfKind(at.key(), QStringLiteral("profile"))) {
            m_profiles.insert(*name, *at);
        } else if (const auto session = nameOfKind(at.key(), QStringLiteral("sso-session"))) {
            m_ssoSessions.insert(*session, *at);
        }
    }
    if (sections.contains(defaultName) && !m_profiles.contains(defaultName)) {
        m_profiles.insert(defaultName, sections.value(defaultName));
    }
}

void SharedFiles::addCredentials(const Sections &sections)
{
    for (auto at = sections.cbegin(); at != sections.cend(); ++at) {
        m_profiles[at.key()].insert(*at);
    }
}

const Settings *SharedFiles::profile(const QString &name) const
{
    const auto found = m_profiles.constFind(name);
    return found == m_profiles.cend() ? nullptr : &*found;
}

QStringList SharedFiles::profileNames() const
{
    QStringList names = m_profiles.keys();
    names.sort();
    return names;
}

const Settings *SharedFiles::ssoSession(const QString &name) const
{
    const auto found = m_ssoSessions.constFind(name);
    return found == m_ssoSessions.cend() ? nullptr : &*found;
}

QString profileOfEnvironment(const Environment &environment)
{
    for (const char *variable : {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"}) {
        const QString name = environment.text(QLatin1String(variable));
        if (!name.isEmpty()) {
            return name;
        }
    }
    return QStringLiteral("default");
}

QString expandedPath(const QString &path, const Environment &environment)
{
    return path.startsWith(QLatin1String("~/")) ? environment.text(QStringLiteral("HOME")) + path.sliced(1)
                                                : path;
}

} // namespace nexus::aws
