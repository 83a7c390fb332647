// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/session.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

class SessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotServeAtStartIsStartedInTheWindow();
};

// The configuration was read only to serve, so that the button said that there was none.
void SessionTest::whatDoesNotServeAtStartIsStartedInTheWindow()
{
    const QTemporaryDir folder;
    {
        QSettings settings(Session::settingsPath(folder.path()), QSettings::IniFormat);
        ConsolePreferences preferences(settings);
        preferences.setServesAtStart(false);
        preferences.setWelcomed(true);
    }
    const LogOutput log(LogLevel::Error, LogStyle::Text);
    Options options;
    options.configPath = folder.filePath(QStringLiteral("nexus.toml"));
    QFile file(options.configPath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[server]\nlisten_address = \"127.0.0.1:0\"\n\n[ledger]\nenabled = false\n");
    file.close();
    const Environment environment({{QStringLiteral("NEXUS_KEYCHAIN"), QStringLiteral("off")}});
    Session session(log, options, environment, folder.path());
    session.begin();
    QTRY_VERIFY(session.host().config());
    QCOMPARE(session.host().state(), GatewayHost::State::Stopped);
    auto *const start = session.console().window().findChild<QPushButton *>(QStringLiteral("overviewAction"));
    QVERIFY(start && start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(session.host().state(), GatewayHost::State::Serving);
}

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
