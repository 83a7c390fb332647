// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/shell/console.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace nexus;

//! \brief What outlives the pages when the window makes them anew.
class PageStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherLanguageLosesNoConversation_data();
    void anotherLanguageLosesNoConversation();
};

void PageStateTest::anotherLanguageLosesNoConversation_data()
{
    QTest::addColumn<PageId>("page"); // that is shown meanwhile
    QTest::newRow("elsewhere") << PageId::Settings;
    QTest::newRow("there") << PageId::Playground;
}

void PageStateTest::anotherLanguageLosesNoConversation()
{
    QFETCH(const PageId, page);
    const QTemporaryDir folder;
    LogOutput log(LogLevel::Off, LogStyle::Text);
    Keychain keys(nullptr);
    GatewayHost host(log,
        {.environment = Environment(),
            .overrides = {.listen = ListenAddress {QHostAddress::LocalHost, 0}},
            .historyPath = {}});
    QVERIFY(host.useFile({}) && host.start());
    Console console(host, keys,
        {.configPath = folder.filePath(QStringLiteral("nexus.toml")),
            .settingsPath = folder.filePath(QStringLiteral("console.ini"))});
    MainWindow &window = console.window();
    window.skipWelcome();
    window.show();
    window.open({.page = PageId::Playground});
    const auto prompt
        = [&window] { return window.findChild<QPlainTextEdit *>(QStringLiteral("playgroundPrompt")); };
    const auto answer
        = [&window] { return window.findChild<QTextBrowser *>(QStringLiteral("playgroundAnswer1")); };
    const auto send
        = [&window] { return window.findChild<QPushButton *>(QStringLiteral("playgroundSendButton")); };
    prompt()->setPlainText(QStringLiteral("Good morning"));
    send()->click();
    QTRY_VERIFY(answer()->toPlainText().count(QStringLiteral("Good morning")) > 1);
    QTRY_VERIFY(send()->isVisible());
    prompt()->setPlainText(QStringLiteral("Half a thought"));
    window.open({.page = page});
    for (const char *const language : {"de", "fr"}) {
        console.preferences().setLanguage(QString::fromLatin1(language));
        // The pages of the former language are gone for good.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    window.open({.page = PageId::Playground});
    QCOMPARE(send()->text(), QStringLiteral("Envoyer"));
    QVERIFY(answer()->toPlainText().count(QStringLiteral("Good morning")) > 1);
    QCOMPARE(prompt()->toPlainText(), QStringLiteral("Half a thought"));
}

QTEST_MAIN(PageStateTest)

#include "tst_pagestate.moc"
