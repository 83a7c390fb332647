// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playgroundkit.h"
#include "ui/playground/promptcomposer.h"

#include <QDoubleSpinBox>
#include <QMenu>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>

using namespace nexus;
using kit::TOML;

//! \brief The playground, clicked through by the names of its widgets.
class TestPlayground final : public QObject, private kit::PlaygroundRig {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void thePromptHasTheFocus();
    void theDemoAnswersWithoutAChoice();
    void modelsAnswerSideBySide();
    void aMissingModelIsSaid();
    void stopEndsAll();
    void brokenToolsAreNotSent();
    void aConversationBeginsAnew();
    void codeIsCopied();
    void imagesGoWithThePrompt();
    void anAliasIsKept();
    void aTakenNameIsRefused();
    void promptsComeBack();
    void theDraftOutlivesThePage();
    void aLinkShowsItsModel();
    void aPausedGatewayIsSaid();
};

void TestPlayground::thePromptHasTheFocus()
{
    open(TOML);
    // As the window does it.
    QStackedWidget stack;
    auto *const other = new QLineEdit(&stack);
    stack.addWidget(other);
    QWidget *const page = m_page.get();
    page->hide();
    stack.addWidget(page);
    const auto back = qScopeGuard([page] { page->setParent(nullptr); });
    stack.show();
    QVERIFY(QTest::qWaitForWindowActive(&stack));
    other->setFocus();
    const auto show = [&stack](QWidget *next) {
        stack.setCurrentWidget(next);
        next->setFocus();
    };
    show(page);
    QVERIFY(find<QPlainTextEdit>("playgroundPrompt")->hasFocus());
    find<QLineEdit>("playgroundModel1")->setFocus();
    show(other);
    show(page);
    QVERIFY(find<QLineEdit>("playgroundModel1")->hasFocus());
}

void TestPlayground::cleanup()
{
    close();
}

void TestPlayground::theDemoAnswersWithoutAChoice()
{
    open();
    QCOMPARE(model("playgroundModel1"), QStringLiteral("demo/echo"));
    ask(QStringLiteral("Good morning"));
    QVERIFY(isSeen("playgroundStopButton"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(answer("playgroundAnswer1").count(QStringLiteral("Good morning")) >= 2);
    QVERIFY(!isSeen("playgroundProblem1"));
    QVERIFY(text("playgroundTokens1").contains(QStringLiteral("out")));
    QVERIFY(text("playgroundFirstToken1") != QStringLiteral("–"));
    QVERIFY(find<QPlainTextEdit>("playgroundPrompt")->toPlainText().isEmpty());
}

void TestPlayground::modelsAnswerSideBySide()
{
    open();
    click("playgroundAddButton");
    find<QLineEdit>("playgroundModel2")->setText(QStringLiteral("nobody/knows"));
    ask(QStringLiteral("Both of you"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(isSeen("playgroundProblem2"));
    QVERIFY(text("playgroundProblem2").contains(QStringLiteral("nobody")));
    QVERIFY(!isSeen("playgroundProblem1"));
    QVERIFY(answer("playgroundAnswer1").contains(QStringLiteral("Both of you")));
    click("playgroundAddButton");
    click("playgroundAddButton");
    QVERIFY(!find("playgroundAddButton")->isEnabled());
    click("playgroundRemove2");
    QVERIFY(find("playgroundAddButton")->isEnabled());
}

void TestPlayground::aMissingModelIsSaid()
{
    open();
    find<QLineEdit>("playgroundModel1")->clear();
    ask(QStringLiteral("Anybody?"));
    QVERIFY(isSeen("playgroundProblem1"));
    QVERIFY(isSeen("playgroundSendButton"));
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Anybody?"));
}

void TestPlayground::stopEndsAll()
{
    open(TOML);
    m_kit->provider.setDefaultReply(kit::Reply::hang());
    QSignalSpy gone(&m_kit->provider, &kit::ScriptedProvider::clientClosed);
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/m"));
    const auto isAsked = [this] {
        return std::ranges::any_of(m_kit->provider.received(),
            [](const kit::ReceivedRequest &request) { return request.target.endsWith("/chat/completions"); });
    };
    ask(QStringLiteral("Wait"));
    QTRY_VERIFY(isAsked());
    click("playgroundStopButton");
    QVERIFY(isSeen("playgroundSendButton"));
    QVERIFY(answer("playgroundAnswer1").contains(QStringLiteral("Stopped.")));
    QTRY_VERIFY(gone.count() > 0);
}

void TestPlayground::brokenToolsAreNotSent()
{
    open();
    find<QPlainTextEdit>("playgroundTools")->setPlainText(QStringLiteral("[{"));
    ask(QStringLiteral("Use them"));
    QVERIFY(isSeen("playgroundToolsProblem"));
    QVERIFY(isSeen("playgroundSendButton"));
    QVERIFY(answer("playgroundAnswer1").isEmpty());
    find<QPlainTextEdit>("playgroundTools")->clear();
    QVERIFY(!isSeen("playgroundToolsProblem"));
}

void TestPlayground::aConversationBeginsAnew()
{
    open();
    ask(QStringLiteral("First"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    ask(QStringLiteral("Second"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(answer("playgroundAnswer1").contains(QStringLiteral("First")));
    QVERIFY(answer("playgroundAnswer1").contains(QStringLiteral("Second")));
    click("playgroundNewButton");
    QVERIFY(answer("playgroundAnswer1").isEmpty());
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Second"));
}

void TestPlayground::codeIsCopied()
{
    open();
    find<QPlainTextEdit>("playgroundSystem")->setPlainText(QStringLiteral("Be kind."));
    find<QDoubleSpinBox>("playgroundTemperature")->setValue(0.5);
    ask(QStringLiteral("What is it?"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    trigger("playgroundCopy1Python");
    QVERIFY(copied().contains(m_kit->host.address().toString()));
    QVERIFY(copied().contains(QStringLiteral("What is it?")));
    QVERIFY(copied().contains(QStringLiteral("Be kind.")));
    QVERIFY(copied().contains(QStringLiteral("temperature=0.5")));
    trigger("playgroundCopy1curl");
    QVERIFY(copied().startsWith(QStringLiteral("curl ")));
}

void TestPlayground::imagesGoWithThePrompt()
{
    open();
    auto *const composer = m_page->findChild<PromptComposer *>();
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    composer->addImage(picture);
    QVERIFY(isSeen("playgroundImage1"));
    QCOMPARE(composer->message().images.size(), 1);
    trigger("playgroundCopy1Node");
    QVERIFY(copied().contains(QStringLiteral("data:image/png;base64,")));
    QFile notes(m_kit->folder.filePath(QStringLiteral("notes.png")));
    QVERIFY(notes.open(QIODevice::WriteOnly));
    notes.write("no picture");
    notes.close();
    composer->addFile(notes.fileName());
    QVERIFY(isSeen("playgroundImageProblem"));
    QCOMPARE(composer->message().images.size(), 1);
    click("playgroundImage1");
    QVERIFY(composer->message().isEmpty());
}

void TestPlayground::anAliasIsKept()
{
    open(TOML);
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/m"));
    find<QDoubleSpinBox>("playgroundTemperature")->setValue(0.5);
    QSignalSpy links(m_page.get(), &Page::linkActivated);
    trigger("playgroundAlias1");
    QVERIFY(!find("playgroundAliasSaveButton")->isEnabled());
    QTest::keyClicks(find<QLineEdit>("playgroundAliasName"), QStringLiteral("calm"));
    QVERIFY(find<QPlainTextEdit>("playgroundAliasDiff")->toPlainText().contains(QStringLiteral("calm")));
    click("playgroundAliasSaveButton");
    const auto isServed = [this] {
        const ConfigSnapshot config = m_kit->host.config();
        return config && config->llm.aliases.size() == 1
            && config->llm.aliases.front().name == QStringLiteral("calm")
            && config->llm.aliases.front().targets == QStringList {QStringLiteral("up/m")}
        && config->llm.aliases.front().temperature == 0.5;
    };
    QTRY_VERIFY(isServed());
    QVERIFY(!isSeen("playgroundAliasName"));
}

void TestPlayground::aTakenNameIsRefused()
{
    open(QByteArray(TOML) + "[llm.aliases]\nfast = \"up/m\"\n");
    trigger("playgroundAlias1");
    QTest::keyClicks(find<QLineEdit>("playgroundAliasName"), QStringLiteral("fast"));
    QVERIFY(isSeen("playgroundAliasProblem"));
    QVERIFY(!find("playgroundAliasSaveButton")->isEnabled());
    QTest::keyClick(find<QLineEdit>("playgroundAliasName"), Qt::Key_Escape);
    QVERIFY(!isSeen("playgroundAliasName"));
}

void TestPlayground::promptsComeBack()
{
    open();
    auto *const prompt = find<QPlainTextEdit>("playgroundPrompt");
    prompt->setPlainText(QStringLiteral("Tell a story"));
    auto *const menu = find<QMenu>("playgroundPromptsMenu");
    Q_EMIT menu->aboutToShow();
    trigger("playgroundSavePrompt");
    QCOMPARE(find<QLineEdit>("playgroundSavedPromptName")->text(), QStringLiteral("Tell a story"));
    click("playgroundSavedPromptSaveButton");
    prompt->setPlainText(QStringLiteral("Something else"));
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().front()->text(), QStringLiteral("Tell a story"));
    menu->actions().front()->trigger();
    QCOMPARE(prompt->toPlainText(), QStringLiteral("Tell a story"));
    reopen();
    Q_EMIT find<QMenu>("playgroundPromptsMenu")->aboutToShow();
    QCOMPARE(find<QMenu>("playgroundPromptsMenu")->actions().front()->text(), QStringLiteral("Tell a story"));
}

void TestPlayground::theDraftOutlivesThePage()
{
    open();
    click("playgroundAddButton");
    find<QLineEdit>("playgroundModel2")->setText(QStringLiteral("one/two"));
    find<QPlainTextEdit>("playgroundPrompt")->setPlainText(QStringLiteral("Half a thought"));
    find<QDoubleSpinBox>("playgroundTopP")->setValue(0.5);
    reopen();
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Half a thought"));
    QCOMPARE(model("playgroundModel2"), QStringLiteral("one/two"));
    QCOMPARE(find<QDoubleSpinBox>("playgroundTopP")->value(), 0.5);
}

void TestPlayground::aLinkShowsItsModel()
{
    open();
    m_page->follow(QStringLiteral("up/first"));
    QCOMPARE(model("playgroundModel1"), QStringLiteral("up/first"));
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("demo/echo"));
    ask(QStringLiteral("Hello"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    m_page->follow(QStringLiteral("up/second"));
    QCOMPARE(model("playgroundModel1"), QStringLiteral("demo/echo"));
    QCOMPARE(model("playgroundModel2"), QStringLiteral("up/second"));
}

void TestPlayground::aPausedGatewayIsSaid()
{
    open();
    m_kit->host.setPaused(true);
    const auto resume = [this] {
        const auto buttons = m_page->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [](const QPushButton *button) {
            return button->text() == QStringLiteral("Resume") && button->isVisible();
        });
        return found == buttons.end() ? nullptr : *found;
    };
    QTRY_VERIFY(resume() != nullptr);
    QTest::mouseClick(resume(), Qt::LeftButton);
    QTRY_COMPARE(m_kit->host.state(), GatewayHost::State::Serving);
    QVERIFY(resume() == nullptr);
}

QTEST_MAIN(TestPlayground)

#include "tst_playground.moc"
