// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingskit.h"
#include "ui/models/consolepreferences.h"
#include "ui/settings/optionrow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>

using namespace nexus;

class TestSettingsOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesWhatWasChanged();
    void showsTheLinesAndDiscards();
    void saysWhatIsWrongInPlace();
    void saysEachMistakeAtItsRow();
    void goesBackToTheDefault();
    void takesASaveBack();
    void keepsWhatOthersWrite();
    void movesTheListener();
    void saysThatAPortIsTaken();
    void saysThatTheCommandLineWins();
    void saysThatAVariableWins();
    void searches();
    void followsLinks();
    void changesTheConsole();
    void makesAFirstFile();
};

void TestSettingsOptions::savesWhatWasChanged()
{
    const SettingsKit kit(servingHead);
    QTest::mouseClick(kit.find<QAbstractButton>("setting_llm_cache_enabled"), Qt::LeftButton);
    QTest::keyClicks(kit.find<QLineEdit>("setting_server_max_body_size"), QStringLiteral("8MiB"));
    auto *const bodies = kit.find<QComboBox>("setting_ledger_bodies");
    bodies->setFocus();
    QTest::keyClick(bodies, Qt::Key_Down);
    QVERIFY(kit.says(QStringLiteral("3 unsaved change")));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QCOMPARE(kit.host.config()->server.maxBodySize, 8 * 1024 * 1024);
    QCOMPARE(kit.host.config()->llm.cache.isEnabled, true);
    QCOMPARE(kit.host.config()->ledger.bodies, LedgerConfig::Bodies::Errors);
    QVERIFY(kit.saved().startsWith("# mine\n"));
    QVERIFY(!kit.find<QWidget>("settingsPending")->isVisible());
}

void TestSettingsOptions::showsTheLinesAndDiscards()
{
    const SettingsKit kit(servingHead + "[ledger]\nretention = \"7d\"\n");
    auto *const field = kit.find<QLineEdit>("setting_ledger_retention");
    QCOMPARE(field->text(), QStringLiteral("7d"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("9d"));
    auto *const diff = kit.find<QPlainTextEdit>("settingsDiff");
    QTRY_VERIFY(diff->toPlainText().contains(QStringLiteral("retention = \"9d\"")));
    QVERIFY(diff->toPlainText().contains(QStringLiteral("retention = \"7d\"")));
    kit.click("settingsDiscardButton");
    QTRY_COMPARE(field->text(), QStringLiteral("7d"));
    QVERIFY(!kit.find<QWidget>("settingsPending")->isVisible());
    QVERIFY(kit.saved().contains("7d"));
}

void TestSettingsOptions::saysWhatIsWrongInPlace()
{
    const SettingsKit kit(servingHead);
    QTest::keyClicks(kit.find<QLineEdit>("setting_server_shutdown_grace"), QStringLiteral("soon"));
    auto *const row = kit.find<OptionRow>("setting_server_shutdown_grace_row");
    QTRY_VERIFY2(row->problem().contains(QStringLiteral("duration")), qPrintable(row->problem()));
    QVERIFY(!kit.find<QWidget>("settingsSaveButton")->isEnabled());
    const QByteArray before = kit.saved();
    QTest::keyClick(kit.page.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(kit.saved(), before);
    kit.click("settingsDiscardButton");
    QVERIFY(row->problem().isEmpty());
}

void TestSettingsOptions::saysEachMistakeAtItsRow()
{
    const SettingsKit kit(servingHead);
    QTest::keyClicks(kit.find<QLineEdit>("setting_llm_retries_max_attempts"), QStringLiteral("many"));
    QTest::keyClicks(kit.find<QLineEdit>("setting_llm_timeouts_idle"), QStringLiteral("late"));
    QTest::keyClicks(kit.find<QLineEdit>("setting_ledger_retention"), QStringLiteral("5d"));
    const auto problem = [&kit](const char *name) { return kit.find<OptionRow>(name)->problem(); };
    QTRY_VERIFY(problem("setting_llm_retries_max_attempts_row").contains(QStringLiteral("whole number")));
    QVERIFY(problem("setting_llm_timeouts_idle_row").contains(QStringLiteral("duration")));
    QVERIFY(problem("setting_ledger_retention_row").isEmpty());
}

void TestSettingsOptions::goesBackToTheDefault()
{
    const SettingsKit kit(servingHead + "[llm.cache]\nenabled = true\nttl = \"5m\"\n");
    QVERIFY(kit.says(QStringLiteral("Default: 1h")));
    kit.click("setting_llm_cache_ttl_reset");
    auto *const field = kit.find<QLineEdit>("setting_llm_cache_ttl");
    QCOMPARE(field->text(), QString());
    QCOMPARE(field->placeholderText(), QStringLiteral("1h"));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QCOMPARE(kit.saved(), servingHead + "[llm.cache]\nenabled = true\n");
}

void TestSettingsOptions::takesASaveBack()
{
    const SettingsKit kit(servingHead);
    kit.click("setting_llm_cache_enabled");
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QVERIFY(kit.saved() != servingHead);
    const QList<QPushButton *> buttons = kit.find<QWidget>("settingsBanner")->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
    QCOMPARE(kit.saved(), servingHead);
    QVERIFY(!kit.find<QAbstractButton>("setting_llm_cache_enabled")->isChecked());
}

void TestSettingsOptions::keepsWhatOthersWrite()
{
    const SettingsKit kit(servingHead);
    kit.click("setting_llm_cache_enabled");
    kit.write(servingHead + "llm.keepalive = \"7s\"\n");
    QTRY_COMPARE(kit.find<QLineEdit>("setting_llm_keepalive")->text(), QStringLiteral("7s"));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QVERIFY(kit.saved().contains("llm.keepalive = \"7s\""));
    QVERIFY(kit.host.config()->llm.cache.isEnabled);
}

void TestSettingsOptions::movesTheListener()
{
    const SettingsKit kit(servingHead);
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    auto *const field = kit.find<QLineEdit>("setting_server_listen_address");
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("127.0.0.1:%1").arg(port));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QTRY_COMPARE(kit.host.address().port(), int(port));
    QVERIFY(!kit.find<QWidget>("settingsHostProblem")->isVisible());
}

void TestSettingsOptions::saysThatAPortIsTaken()
{
    const SettingsKit kit(servingHead);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    auto *const field = kit.find<QLineEdit>("setting_server_listen_address");
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("127.0.0.1:%1").arg(other.serverPort()));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QTRY_VERIFY(kit.find<QWidget>("settingsHostProblem")->isVisible());
    const QString taken = QStringLiteral("127.0.0.1:%1 is taken by ").arg(other.serverPort());
    QVERIFY(kit.says(taken));
    QVERIFY(kit.says(QStringLiteral("The old address stays")));
    QVERIFY(kit.host.address().port() != int(other.serverPort()));
}

void TestSettingsOptions::saysThatTheCommandLineWins()
{
    const QString remark = QStringLiteral("Nexus was started with ");
    {
        const SettingsKit kit(servingHead);
        QVERIFY(!kit.says(remark));
    }
    const SettingsKit kit(servingHead, {.listen = ListenAddress {QHostAddress::LocalHost, 0}});
    auto *const row = kit.find<QWidget>("setting_server_listen_address_row");
    auto *const said = row->findChild<QLabel *>(QStringLiteral("optionRemark"));
    QVERIFY(said && said->isVisible());
    QVERIFY2(said->text().startsWith(remark + QStringLiteral("-l 127.0.0.1:0.")), qPrintable(said->text()));
    QVERIFY(!kit.find<QWidget>("setting_server_max_body_size_row")->findChild<QLabel *>(said->objectName()));
    const int port = kit.host.address().port();
    auto *const field = kit.find<QLineEdit>("setting_server_listen_address");
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("127.0.0.1:%1").arg(port == 8000 ? 8001 : 8000));
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QVERIFY(kit.says(QStringLiteral("takes effect when Nexus is started again")));
    QVERIFY(kit.saved().contains("127.0.0.1:800"));
    QCOMPARE(kit.host.address().port(), port);
}

void TestSettingsOptions::saysThatAVariableWins()
{
    const SettingsKit kit(servingHead, {.listen = ListenAddress {QHostAddress::LocalHost, 0}},
        {{QStringLiteral("NEXUS_LISTEN_ADDRESS"), QStringLiteral("localhost:0")}});
    QVERIFY(kit.says(QStringLiteral("Nexus was started with NEXUS_LISTEN_ADDRESS=localhost:0.")));
}

void TestSettingsOptions::searches()
{
    const SettingsKit kit(servingHead);
    auto *const search = kit.find<QLineEdit>("settingsSearch");
    QTest::keyClicks(search, QStringLiteral("circuit cooldown"));
    QVERIFY(kit.find<QWidget>("setting_llm_circuit_breaker_cooldown_row")->isVisible());
    QVERIFY(!kit.find<QWidget>("setting_llm_circuit_breaker_window_row")->isVisible());
    QVERIFY(!kit.find<QWidget>("setting_console_theme")->isVisible());
    search->setText(QStringLiteral("nothing at all"));
    QVERIFY(kit.says(QStringLiteral("No setting fits")));
    search->clear();
    QVERIFY(!kit.says(QStringLiteral("No setting fits")));
    QTest::keyClick(kit.page.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
}

void TestSettingsOptions::followsLinks()
{
    const SettingsKit kit(servingHead);
    auto *const tabs = kit.find<QTabWidget>("settingsTabs");
    auto *const row = kit.find<QWidget>("setting_ledger_bodies_row");
    QVERIFY(row->visibleRegion().isEmpty());
    kit.page->follow(QStringLiteral("ledger.bodies"));
    QVERIFY(!row->visibleRegion().isEmpty());
    QCOMPARE(tabs->currentIndex(), 0);
    kit.page->follow(QStringLiteral("file:2"));
    QCOMPARE(tabs->currentIndex(), 1);
    QCOMPARE(kit.find<QPlainTextEdit>("tomlEditor")->textCursor().blockNumber(), 1);
    kit.page->follow(QStringLiteral("server.tls"));
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(!kit.find<QWidget>("setting_server_tls_certificate_row")->visibleRegion().isEmpty());
}

void TestSettingsOptions::changesTheConsole()
{
    SettingsKit kit(servingHead);
    qputenv("XDG_CONFIG_HOME", kit.folder.path().toUtf8());
    const ConsolePreferences preferences(kit.settings);
    const QSignalSpy changed(&preferences, &ConsolePreferences::changed);
    auto *const theme = kit.find<QComboBox>("setting_console_theme");
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_End);
    QCOMPARE(preferences.theme(), ConsolePreferences::Theme::Dark);
    QCOMPARE(changed.count(), 1);
    kit.page->follow(QStringLiteral("server.workers"));
    kit.click("setting_console_starts_hidden");
    QVERIFY(preferences.startsHidden());
    kit.click("setting_console_starts_at_login");
    QVERIFY(QFile::exists(kit.folder.filePath(QStringLiteral("autostart/nexus.desktop"))));
    QVERIFY(kit.page->mayClose());
}

void TestSettingsOptions::makesAFirstFile()
{
    const SettingsKit kit({});
    kit.click("setting_llm_cache_enabled");
    QTRY_VERIFY(kit.find<QWidget>("settingsSaveButton")->isEnabled());
    kit.click("settingsSaveButton");
    QCOMPARE(kit.host.configPath(), kit.path());
    QVERIFY(kit.host.config()->llm.cache.isEnabled);
}

QTEST_MAIN(TestSettingsOptions)

#include "tst_settingsoptions.moc"
