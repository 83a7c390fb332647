// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/consolepreferences.h"
#include "ui/models/historydesk.h"
#include "ui/shell/paletteentries.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

//! \brief What the command palette offers to do.
class PaletteEntriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anActionLeadsToItsPage_data();
    void anActionLeadsToItsPage();
    void theThemeIsSet();

private:
    void run(const QString &text) const;

    QTemporaryDir m_folder;
    LogOutput m_log {LogLevel::Off, LogStyle::Text};
    Keychain m_keys {nullptr};
    GatewayHost m_host {
        m_log, HostOptions {.environment = Environment(), .overrides = {}, .historyPath = {}}};
    ConfigDesk m_desk {m_host, m_folder.filePath(QStringLiteral("nexus.toml"))};
    HistoryDesk m_history {QString()};
    QSettings m_settings {m_folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    std::vector<PaletteEntry> m_entries;
    PageLink m_opened;
};

void PaletteEntriesTest::init()
{
    const ConsoleParts parts {m_host, m_history, m_keys, m_desk, m_settings};
    m_opened = {};
    m_entries = paletteEntries(
        parts, [this](const PageLink &link) { m_opened = link; }, [] {});
}

void PaletteEntriesTest::run(const QString &text) const
{
    const auto entry = std::ranges::find(m_entries, text, &PaletteEntry::text);
    QVERIFY2(entry != m_entries.end(), qPrintable(text));
    entry->run();
}

void PaletteEntriesTest::anActionLeadsToItsPage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("argument");
    const auto add = [](const char *text, PageId page, const char *argument) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(page)
                            << QString::fromLatin1(argument);
    };
    add("Add a provider", PageId::Providers, "+");
    add("Add an alias", PageId::Models, "+");
    add("Add a budget", PageId::Usage, "+");
    add("Save the usage as CSV", PageId::Usage, "csv");
}

void PaletteEntriesTest::anActionLeadsToItsPage()
{
    QFETCH(const QString, text);
    QFETCH(const int, page);
    QFETCH(const QString, argument);
    run(text);
    QCOMPARE(m_opened, (PageLink {.page = static_cast<PageId>(page), .argument = argument}));
}

void PaletteEntriesTest::theThemeIsSet()
{
    using Theme = ConsolePreferences::Theme;
    const ConsolePreferences preferences(m_settings);
    run(QStringLiteral("Theme: dark"));
    QCOMPARE(preferences.theme(), Theme::Dark);
    run(QStringLiteral("Theme: light"));
    QCOMPARE(preferences.theme(), Theme::Light);
    run(QStringLiteral("Theme: like the system"));
    QCOMPARE(preferences.theme(), Theme::System);
}

QTEST_MAIN(PaletteEntriesTest)
#include "tst_paletteentries.moc"
