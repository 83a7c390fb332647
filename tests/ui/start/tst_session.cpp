// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/session.h"

#include <QLabel>
#include <QPushButton>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

class SessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatDoesNotServeAtStartIsStartedInTheWindow();
    void aTakenPortIsSaidAtEveryTry();
    void anAddressOfTheCommandLineIsNotChangedInSettings();

private:
    void begin(bool servesAtStart, const QByteArray &listen, const std::optional<ListenAddress> &over = {});
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_session->console().window().findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QString reason() const { return find<QLabel>("overviewReason")->text(); }

    const LogOutput m_log {LogLevel::Off, LogStyle::Text};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void SessionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SessionTest::cleanup()
{
    m_session.reset();
    m_folder.reset();
}

void SessionTest::begin(
    bool servesAtStart, const QByteArray &listen, const std::optional<ListenAddress> &over)
{
    {
        QSettings settings(Session::settingsPath(m_folder->path()), QSettings::IniFormat);
        ConsolePreferences preferences(settings);
        preferences.setLanguage(QStringLiteral("en"));
        preferences.setServesAtStart(servesAtStart);
        preferences.setWelcomed(true);
    }
    Options options;
    options.configPath = m_folder->filePath(QStringLiteral("nexus.toml"));
    options.listen = over;
    QFile file(options.configPath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[server]\nlisten_address = \"" + listen + "\"\n\n[ledger]\nenabled = false\n");
    file.close();
    const Environment environment({{QStringLiteral("NEXUS_KEYCHAIN"), QStringLiteral("off")}});
    m_session = std::make_unique<Session>(m_log, options, environment, m_folder->path());
    m_session->begin();
    QTRY_VERIFY(m_session->host().config());
}

// The configuration was read only to serve, so that the button said that there was none.
void SessionTest::whatDoesNotServeAtStartIsStartedInTheWindow()
{
    begin(false, "127.0.0.1:0");
    QCOMPARE(m_session->host().state(), GatewayHost::State::Stopped);
    auto *const start = find<QPushButton>("overviewAction");
    QVERIFY(start && start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(m_session->host().state(), GatewayHost::State::Serving);
}

// It said so at the start, and in the words of the socket when tried again.
void SessionTest::aTakenPortIsSaidAtEveryTry()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    begin(true, address.toUtf8());
    QTRY_COMPARE(m_session->host().state(), GatewayHost::State::Failed);
    QString taken = QStringLiteral("%1 is taken by ").arg(address);
#ifdef Q_OS_LINUX
    taken += QStringLiteral("tst_session (process %1). ").arg(QCoreApplication::applicationPid());
#endif
    QTRY_VERIFY2(reason().startsWith(taken), qPrintable(reason()));
    QVERIFY2(reason().contains(QStringLiteral("choose another listen address in Settings.")),
        qPrintable(reason()));
    auto *const again = find<QPushButton>("overviewAction");
    QCOMPARE(again->text(), QStringLiteral("Try again"));
    QVERIFY(find<QPushButton>("overviewSettings")->isVisible());
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(m_session->host().state(), GatewayHost::State::Failed);
    QVERIFY2(reason().startsWith(taken), qPrintable(reason()));
    other.close();
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(m_session->host().state(), GatewayHost::State::Serving);
    QVERIFY(reason().isEmpty());
}

void SessionTest::anAddressOfTheCommandLineIsNotChangedInSettings()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    begin(true, "127.0.0.1:0", ListenAddress {other.serverAddress(), other.serverPort()});
    QTRY_COMPARE(m_session->host().state(), GatewayHost::State::Failed);
    QVERIFY2(reason().contains(QStringLiteral("or start Nexus with another address.")), qPrintable(reason()));
    QVERIFY2(!reason().contains(QStringLiteral("Settings")), qPrintable(reason()));
}

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
