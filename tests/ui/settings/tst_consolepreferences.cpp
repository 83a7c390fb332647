// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/autostart.h"
#include "ui/models/consolepreferences.h"

#include <QSettings>
#include <QtTest>

using namespace nexus;

class TestConsolePreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithDefaults();
    void keepsWhatIsSet();
    void tellsAllThatShareTheSettings();
    void startsAtLogin();
    void startsWithTheFileThatIsServed();
    void seesWhatDesktopsSwitchOff();
    void saysWhyItCannotWrite();
    void quotesCommands();
};

void TestConsolePreferences::beginsWithDefaults()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    const ConsolePreferences preferences(settings);
    QCOMPARE(preferences.theme(), ConsolePreferences::Theme::System);
    QCOMPARE(preferences.language(), QString());
    QVERIFY(!preferences.startsHidden());
    QVERIFY(preferences.servesAtStart());
    QVERIFY(preferences.closesToTray());
    QVERIFY(!preferences.isWelcomed());
    QVERIFY(preferences.notifies());
}

void TestConsolePreferences::keepsWhatIsSet()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.ini"));
    {
        QSettings settings(path, QSettings::IniFormat);
        ConsolePreferences preferences(settings);
        preferences.setTheme(ConsolePreferences::Theme::Dark);
        preferences.setLanguage(QStringLiteral("zh_CN"));
        preferences.setStartsHidden(true);
        preferences.setServesAtStart(false);
        preferences.setClosesToTray(false);
        preferences.setWelcomed(true);
        preferences.setNotifies(false);
    }
    QSettings settings(path, QSettings::IniFormat);
    const ConsolePreferences preferences(settings);
    QCOMPARE(preferences.theme(), ConsolePreferences::Theme::Dark);
    QCOMPARE(preferences.language(), QStringLiteral("zh_CN"));
    QVERIFY(preferences.startsHidden());
    QVERIFY(!preferences.servesAtStart());
    QVERIFY(!preferences.closesToTray());
    QVERIFY(preferences.isWelcomed());
    QVERIFY(!preferences.notifies());
}

void TestConsolePreferences::tellsAllThatShareTheSettings()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    ConsolePreferences one(settings);
    const ConsolePreferences other(settings);
    const QSignalSpy own(&one, &ConsolePreferences::changed);
    const QSignalSpy others(&other, &ConsolePreferences::changed);
    one.setTheme(ConsolePreferences::Theme::Light);
    QCOMPARE(own.count(), 1);
    QCOMPARE(others.count(), 1);
    QCOMPARE(other.theme(), ConsolePreferences::Theme::Light);
    one.setTheme(ConsolePreferences::Theme::Light);
    one.setNotifies(true);
    QCOMPARE(own.count(), 1);
    one.setTheme(ConsolePreferences::Theme::System);
    QCOMPARE(others.count(), 2);
}

void TestConsolePreferences::startsWithTheFileThatIsServed()
{
    const auto kept = [](const QString &line) {
        return loginArguments(line.split(QLatin1Char(' '), Qt::SkipEmptyParts), QStringLiteral("/home/me"))
            .join(QLatin1Char(' '));
    };
    QCOMPARE(kept({}), QString());
    QCOMPARE(kept(QStringLiteral("--log-level debug")), QString());
    QCOMPARE(kept(QStringLiteral("-c work.toml")), QStringLiteral("-c /home/me/work.toml"));
    QCOMPARE(
        kept(QStringLiteral("--config=../x/work.toml --log text")), QStringLiteral("-c /home/x/work.toml"));
    QCOMPARE(kept(QStringLiteral("serve -l 127.0.0.1:9 -c /etc/nexus.toml")),
        QStringLiteral("-c /etc/nexus.toml -l 127.0.0.1:9"));
    const QByteArray entry = autostartEntry(QStringList(QStringLiteral("/opt/nexus"))
        + loginArguments({QStringLiteral("-c"), QStringLiteral("my file.toml")}, QStringLiteral("/home/me")));
    QVERIFY(entry.contains("\nExec=\"/opt/nexus\" \"-c\" \"/home/me/my file.toml\"\n"));
}

#if defined(Q_OS_LINUX)

void TestConsolePreferences::startsAtLogin()
{
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    Autostart autostart({QStringLiteral("/opt/nexus/bin/nexus-console")});
    QVERIFY(!autostart.isEnabled());
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
    QFile entry(folder.filePath(QStringLiteral("autostart/nexus.desktop")));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    QVERIFY(entry.readAll().contains("\nExec=\"/opt/nexus/bin/nexus-console\"\n"));
    QVERIFY(autostart.setEnabled(false));
    QVERIFY(!autostart.isEnabled());
    QVERIFY(!entry.exists());
    QVERIFY(autostart.setEnabled(false));
}

void TestConsolePreferences::seesWhatDesktopsSwitchOff()
{
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
    Autostart autostart({QStringLiteral("/bin/true")});
    QVERIFY(autostart.setEnabled(true));
    QFile entry(autostart.place());
    QVERIFY(entry.open(QIODevice::Append));
    entry.write("Hidden = true\n");
    entry.close();
    QVERIFY(!autostart.isEnabled());
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
}

void TestConsolePreferences::saysWhyItCannotWrite()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("no")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qputenv("XDG_CONFIG_HOME", file.fileName().toUtf8());
    Autostart autostart({QStringLiteral("/bin/true")});
    const Result<void> done = autostart.setEnabled(true);
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(QStringLiteral("nexus.desktop")));
}

#else

void TestConsolePreferences::startsAtLogin()
{
    QSKIP("XDG");
}
void TestConsolePreferences::seesWhatDesktopsSwitchOff()
{
    QSKIP("XDG");
}
void TestConsolePreferences::saysWhyItCannotWrite()
{
    QSKIP("XDG");
}

#endif

void TestConsolePreferences::quotesCommands()
{
    // moc 6.4 does not read raw strings inside macros.
    const QByteArray expected = "Exec=\"/a b/\\\\$n%%.\\\\\"x\" \"c\\\\\\\\d\"\n";
    const QByteArray entry = autostartEntry({QStringLiteral("/a b/$n%.\"x"), QStringLiteral("c\\d")});
    QVERIFY2(entry.endsWith(expected), entry.constData());
    QVERIFY(launchAgent({QStringLiteral("/a&b")}).contains("<string>/a&amp;b</string>"));
}

QTEST_GUILESS_MAIN(TestConsolePreferences)

#include "tst_consolepreferences.moc"
