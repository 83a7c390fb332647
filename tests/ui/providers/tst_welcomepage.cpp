// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/welcome/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace nexus;

//! \brief The first steps, from a machine without anything to lines that work.
class TestWelcomePage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDemoLeadsThrough();
    void aKeyLeadsThrough();
    void aDeploymentOfAzureIsTyped();
    void anAddressOfOnesOwnIsAskedFor();
    void aModelIsTypedWhenTheListFails();
    void anErrorIsSaidAndDoesNotLeadOn();
    void itCanBeSkipped();

private:
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const
    {
        auto *const button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<WelcomePage> m_page;
};

void TestWelcomePage::init()
{
    m_kit = std::make_unique<ProviderKit>();
    m_page = std::make_unique<WelcomePage>(m_kit->parts());
    m_page->resize(1000, 1400);
    m_page->show();
}

void TestWelcomePage::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestWelcomePage::theDemoLeadsThrough()
{
    QSignalSpy ends(m_page.get(), &WelcomePage::finished);
    QVERIFY(!find<QLineEdit>("welcomePrompt")->isVisible());
    click("welcomeDemoButton");
    QVERIFY(find<QLineEdit>("welcomePrompt")->isVisible());
    QCOMPARE(find<QComboBox>("welcomeModelBox")->currentText(), QStringLiteral("demo/echo"));
    QVERIFY(find<QLineEdit>("welcomePrompt")->text().contains(QStringLiteral("echo")));
    find<QLineEdit>("welcomePrompt")->setText(QStringLiteral("parrot"));
    click("welcomeSendButton");
    QTRY_VERIFY(find<QPlainTextEdit>("welcomeAnswer")->toPlainText().contains(QStringLiteral("parrot")));
    QTRY_VERIFY(find<QLabel>("welcomeFigures")->text().contains(QStringLiteral("First token")));
    auto *const snippet = find<QPlainTextEdit>("welcomeSnippet");
    QTRY_VERIFY(snippet->isVisible());
    QVERIFY(snippet->toPlainText().contains(m_kit->host.address().toString()));
    QVERIFY(snippet->toPlainText().contains(QStringLiteral("demo/echo")));
    click("welcomeCopyButton");
    QCOMPARE(QApplication::clipboard()->text().trimmed(), snippet->toPlainText());
    click("welcomeDoneButton");
    QCOMPARE(ends.count(), 1);
    QVERIFY(m_kit->read().isEmpty());
}

void TestWelcomePage::aKeyLeadsThrough()
{
    m_kit->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.method == "GET"
            ? kit::Reply::json(200, R"({"data":[{"id":"text-embedding"},{"id":"gpt-5-mini"}]})")
            : kit::Reply::sse({R"({"choices":[{"delta":{"content":"Hola"}}]})", "[DONE]"});
    });
    click("presetTile_openai");
    find<QLineEdit>("providerAddressField")->setText(m_kit->base());
    // Without the host of OpenAI it is recognized as no preset, and the first model that chats is taken.
    find<QLineEdit>("providerKeyField")->setText(QStringLiteral("sk-of-the-test"));
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("openai"));
    QTRY_COMPARE(find<QComboBox>("welcomeModelBox")->currentText(), QStringLiteral("openai/gpt-5-mini"));
    QVERIFY(find<QLineEdit>("welcomePrompt")->text().contains(QStringLiteral("three languages")));
    click("welcomeSendButton");
    QTRY_COMPARE(find<QPlainTextEdit>("welcomeAnswer")->toPlainText(), QStringLiteral("Hola"));
    QTRY_VERIFY(
        find<QPlainTextEdit>("welcomeSnippet")->toPlainText().contains(QStringLiteral("openai/gpt-5-mini")));
}

void TestWelcomePage::aDeploymentOfAzureIsTyped()
{
    m_kit->provider.setDefaultReply(
        kit::Reply::sse({R"({"choices":[{"delta":{"content":"Hola"}}]})", "[DONE]"}));
    click("presetTile_azure");
    QVERIFY(find<QLineEdit>("providerModelsField")->isVisible());
    find<QLineEdit>("providerAddressField")->setText(m_kit->base());
    find<QLineEdit>("providerKeyField")->setText(QStringLiteral("key-of-the-test"));
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("azure"));
    auto *const box = find<QComboBox>("welcomeModelBox");
    QTRY_VERIFY(find<QLabel>("welcomeModelReason")->isVisible());
    QVERIFY(find<QLabel>("welcomeModelReason")->text().contains(QStringLiteral("Azure")));
    QVERIFY(box->isEnabled());
    QVERIFY(!find("welcomeSendButton")->isEnabled());
    QTest::keyClicks(box->lineEdit(), QStringLiteral("my-gpt"));
    click("welcomeSendButton");
    QTRY_COMPARE(find<QPlainTextEdit>("welcomeAnswer")->toPlainText(), QStringLiteral("Hola"));
    QTRY_VERIFY(
        find<QPlainTextEdit>("welcomeSnippet")->toPlainText().contains(QStringLiteral("azure/my-gpt")));
}

void TestWelcomePage::anAddressOfOnesOwnIsAskedFor()
{
    click("presetTile_openai");
    QVERIFY(!find<QLabel>("providerAddressProblem")->isVisible());
    click("providerCancelButton");
    for (const char *const tile : {"presetTile_custom", "presetTile_azure"}) {
        click(tile);
        auto *const address = find<QLineEdit>("providerAddressField");
        const auto *const problem = find<QLabel>("providerAddressProblem");
        QCOMPARE(address->text(), QString());
        QVERIFY(address->placeholderText().startsWith(QStringLiteral("http")));
        // A key alone goes nowhere.
        find<QLineEdit>("providerKeyField")->setText(QStringLiteral("sk-of-the-test"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("address")), qPrintable(problem->text()));
        QVERIFY(problem->y() > address->y());
        QVERIFY(!find("providerSaveButton")->isEnabled());
        QVERIFY(!find("providerTestButton")->isEnabled());
        address->setText(m_kit->base());
        QVERIFY(!problem->isVisible());
        QVERIFY(find("providerSaveButton")->isEnabled());
        QVERIFY(find("providerTestButton")->isEnabled());
        click("providerCancelButton");
    }
}

void TestWelcomePage::aModelIsTypedWhenTheListFails()
{
    m_kit->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.method == "GET"
            ? kit::Reply::json(418, R"({"error":{"message":"no"}})")
            : kit::Reply::sse({R"({"choices":[{"delta":{"content":"Hola"}}]})", "[DONE]"});
    });
    click("presetTile_custom");
    find<QLineEdit>("providerAddressField")->setText(m_kit->base());
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("custom"));
    QTRY_VERIFY(find<QLabel>("welcomeModelReason")->text().contains(QStringLiteral("418")));
    QTest::keyClicks(find<QComboBox>("welcomeModelBox")->lineEdit(), QStringLiteral("unlisted"));
    // What was typed outlives another try to list them.
    m_kit->host.gateway().catalog().refresh();
    click("welcomeSendButton");
    QTRY_COMPARE(find<QPlainTextEdit>("welcomeAnswer")->toPlainText(), QStringLiteral("Hola"));
    QCOMPARE(find<QComboBox>("welcomeModelBox")->currentText(), QStringLiteral("unlisted"));
}

void TestWelcomePage::anErrorIsSaidAndDoesNotLeadOn()
{
    click("welcomeDemoButton");
    m_kit->host.setPaused(true);
    click("welcomeSendButton");
    QTRY_COMPARE(find<QLabel>("welcomeFigures")->property("look").toString(), QStringLiteral("bad"));
    QVERIFY(!find<QPlainTextEdit>("welcomeSnippet")->isVisible());
    m_kit->host.setPaused(false);
    click("welcomeSendButton");
    QTRY_VERIFY(find<QPlainTextEdit>("welcomeSnippet")->isVisible());
}

void TestWelcomePage::itCanBeSkipped()
{
    QSignalSpy ends(m_page.get(), &WelcomePage::finished);
    click("welcomeSkipButton");
    QCOMPARE(ends.count(), 1);
}

QTEST_MAIN(TestWelcomePage)

#include "tst_welcomepage.moc"
