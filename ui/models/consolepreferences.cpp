// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/consolepreferences.h"

#include <QEvent>
#include <QSettings>

namespace nexus {

namespace {

constexpr auto themeKey = "theme";
constexpr auto languageKey = "language";
constexpr auto hiddenKey = "starts_hidden";
constexpr auto servesKey = "serves_at_start";
constexpr auto trayKey = "closes_to_tray";
constexpr auto welcomedKey = "welcomed";
constexpr auto notifiesKey = "notifies";

// A property of the settings that counts changes, so that all who watch them hear of each.
constexpr auto changesProperty = "console_changes";

QString nameOf(const char *key)
{
    return QStringLiteral("console/") + QLatin1String(key);
}

QString themeName(ConsolePreferences::Theme theme)
{
    switch (theme) {
    case ConsolePreferences::Theme::Light:
        return QStringLiteral("light");
    case ConsolePreferences::Theme::Dark:
        return QStringLiteral("dark");
    case ConsolePreferences::Theme::System:
        break;
    }
    return {};
}

} // namespace

ConsolePreferences::ConsolePreferences(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    settings.installEventFilter(this);
}

ConsolePreferences::Theme ConsolePreferences::theme() const
{
    const QString name = m_settings.value(nameOf(themeKey)).toString();
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (name == themeName(theme)) {
            return theme;
        }
    }
    return Theme::System;
}

void ConsolePreferences::setTheme(Theme theme)
{
    setText(themeKey, themeName(theme));
}

QString ConsolePreferences::language() const
{
    return m_settings.value(nameOf(languageKey)).toString();
}

void ConsolePreferences::setLanguage(const QString &language)
{
    setText(languageKey, language);
}

bool ConsolePreferences::startsHidden() const
{
    return flag(hiddenKey, false);
}

void ConsolePreferences::setStartsHidden(bool isHidden)
{
    setFlag(hiddenKey, isHidden, false);
}

bool ConsolePreferences::servesAtStart() const
{
    return flag(servesKey, true);
}

void ConsolePreferences::setServesAtStart(bool serves)
{
    setFlag(servesKey, serves, true);
}

bool ConsolePreferences::closesToTray() const
{
    return flag(trayKey, true);
}

void ConsolePreferences::setClosesToTray(bool closes)
{
    setFlag(trayKey, closes, true);
}

bool ConsolePreferences::isWelcomed() const
{
    return flag(welcomedKey, false);
}

void ConsolePreferences::setWelcomed(bool isWelcomed)
{
    setFlag(welcomedKey, isWelcomed, false);
}

bool ConsolePreferences::notifies() const
{
    return flag(notifiesKey, true);
}

void ConsolePreferences::setNotifies(bool notifies)
{
    setFlag(notifiesKey, notifies, true);
}

bool ConsolePreferences::flag(const char *key, bool fallback) const
{
    return m_settings.value(nameOf(key), fallback).toBool();
}

void ConsolePreferences::setFlag(const char *key, bool value, bool fallback)
{
    if (flag(key, fallback) == value) {
        return;
    }
    m_settings.setValue(nameOf(key), value);
    tell();
}

void ConsolePreferences::setText(const char *key, const QString &text)
{
    if (m_settings.value(nameOf(key)).toString() == text) {
        return;
    }
    if (text.isEmpty()) {
        m_settings.remove(nameOf(key));
    } else {
        m_settings.setValue(nameOf(key), text);
    }
    tell();
}

void ConsolePreferences::tell()
{
    m_settings.setProperty(changesProperty, m_settings.property(changesProperty).toInt() + 1);
}

bool ConsolePreferences::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange
        && static_cast<QDynamicPropertyChangeEvent *>(event)->propertyName() == changesProperty) {
        Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace nexus
