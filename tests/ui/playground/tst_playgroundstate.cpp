// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playgroundkit.h"
#include "ui/playground/promptcomposer.h"
#include "ui/widgets/theme.h"
#include "wire/json.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using namespace nexus;
using kit::TOML;

namespace {

QByteArray piece(const QByteArray &text)
{
    return R"({"choices":[{"index":0,"delta":{"content":")" + text + R"("}}]})";
}

// Noise, which cannot be made smaller by compression.
QImage largeImage(int side)
{
    QImage out(side, side, QImage::Format_RGB32);
    quint32 noise = 1;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            noise = noise * 1664525U + 1013904223U;
            out.setPixel(x, y, noise >> 8U);
        }
    }
    return out;
}

} // namespace

//! \brief What the playground sends with a prompt, what it keeps, and what outlives it.
class TestPlaygroundState final : public QObject, private kit::PlaygroundRig {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { close(); }
    void advancedSettingsAreSentAndCopied();
    void aSchemaIsCheckedAsItIsTyped();
    void whatIsFoldedAwayIsCounted();
    void anAliasSaysWhatStaysBehind();
    void savedPromptsKeepTheirSettingsAndImages();
    void imagesThatAreTooLargeAreSaid();
    void aConversationOutlivesThePage();
    void anAnswerGoesOnWithoutThePage();
    void aDraftWithImagesOutlivesThePage();
    void anotherThemeLosesNothing();

private:
    // What the window does when its words change.
    void rebuild();
    void chooseForm(AnswerForm form) const;
    void savePrompt(const QString &name) const;
    [[nodiscard]] std::vector<Json> chats() const;
};

void TestPlaygroundState::rebuild()
{
    std::unique_ptr<PageState> state = m_page->takeState();
    std::unique_ptr<PlaygroundPage> next = makePage();
    next->restore(std::move(state));
    m_page = std::move(next);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestPlaygroundState::chooseForm(AnswerForm form) const
{
    auto *const box = find<QComboBox>("playgroundForm");
    box->setCurrentIndex(box->findData(static_cast<int>(form)));
}

void TestPlaygroundState::savePrompt(const QString &name) const
{
    Q_EMIT find<QMenu>("playgroundPromptsMenu")->aboutToShow();
    trigger("playgroundSavePrompt");
    find<QLineEdit>("playgroundSavedPromptName")->setText(name);
}

std::vector<Json> TestPlaygroundState::chats() const
{
    std::vector<Json> out;
    for (const kit::ReceivedRequest &request : m_kit->provider.received()) {
        if (request.target.endsWith("/chat/completions")) {
            out.push_back(parseJson(request.body).value_or(Json()));
        }
    }
    return out;
}

void TestPlaygroundState::advancedSettingsAreSentAndCopied()
{
    open(TOML);
    m_kit->provider.setDefaultReply(kit::Reply::sse({piece("{}"), "[DONE]"}));
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/m"));
    ask(QStringLiteral("Plain"));
    QTRY_COMPARE(chats().size(), 1U);
    for (const char *const key : {"reasoning_effort", "stop", "seed", "response_format"}) {
        QVERIFY2(!chats().front().contains(key), key);
    }
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(!isSeen("playgroundEffort"));
    click("playgroundAdvanced");
    QVERIFY(isSeen("playgroundEffort"));
    auto *const effort = find<QComboBox>("playgroundEffort");
    effort->setCurrentIndex(effort->findData(QStringLiteral("low")));
    find<QPlainTextEdit>("playgroundStop")->setPlainText(QStringLiteral("END\n\\n\\n"));
    find<QSpinBox>("playgroundSeed")->setValue(0);
    chooseForm(AnswerForm::JsonSchema);
    find<QPlainTextEdit>("playgroundSchema")->setPlainText(QStringLiteral(R"({"type":"object"})"));
    ask(QStringLiteral("All of it"));
    QTRY_COMPARE(chats().size(), 2U);
    const Json body = chats().back();
    QCOMPARE(toText(body["reasoning_effort"]), QByteArray("\"low\""));
    QCOMPARE(toText(body["stop"]), QByteArray(R"(["END","\n\n"])"));
    QCOMPARE(toText(body["seed"]), QByteArray("0"));
    QCOMPARE(toText(body["response_format"]),
        QByteArray(R"({"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object"}}})"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    const auto *const keep = find<QToolButton>("playgroundKeep1");
    QVERIFY(!keep->accessibleName().isEmpty() && !keep->toolTip().isEmpty() && !keep->icon().isNull());
    trigger("playgroundCopy1Python");
    QVERIFY(copied().contains(QStringLiteral("    reasoning_effort=\"low\",\n")));
    QVERIFY(copied().contains(QStringLiteral("    seed=0,\n")));
    QVERIFY(copied().contains(QStringLiteral("    stop=[\n        \"END\",\n        \"\\n\\n\",\n    ],\n")));
    QVERIFY(copied().contains(QStringLiteral("    response_format={\n        \"type\": \"json_schema\",\n")));
    for (const char *const copy : {"playgroundCopy1Node", "playgroundCopy1curl"}) {
        trigger(copy);
        QVERIFY(copied().contains(QStringLiteral("\"reasoning_effort\": \"low\"")));
        QVERIFY(copied().contains(QStringLiteral("\"seed\": 0")));
        QVERIFY(copied().contains(QStringLiteral("\"END\"")));
        QVERIFY(copied().contains(QStringLiteral("\"type\": \"json_schema\"")));
    }
}

void TestPlaygroundState::aSchemaIsCheckedAsItIsTyped()
{
    open();
    click("playgroundAdvanced");
    QVERIFY(!isSeen("playgroundSchema"));
    chooseForm(AnswerForm::JsonSchema);
    QVERIFY(isSeen("playgroundSchema"));
    QVERIFY(!isSeen("playgroundSchemaProblem"));
    auto *const schema = find<QPlainTextEdit>("playgroundSchema");
    schema->setPlainText(QStringLiteral(R"({"type": "strng"})"));
    QVERIFY(isSeen("playgroundSchemaProblem"));
    QVERIFY(text("playgroundSchemaProblem").contains(QStringLiteral("strng")));
    click("playgroundAdvanced");
    QVERIFY(!isSeen("playgroundSchema"));
    ask(QStringLiteral("By the schema"));
    QVERIFY(answer("playgroundAnswer1").isEmpty());
    QVERIFY(isSeen("playgroundSchemaProblem"));
    QVERIFY(schema->hasFocus());
    schema->setPlainText(QStringLiteral(R"({"type": "string"})"));
    QVERIFY(!isSeen("playgroundSchemaProblem"));
    schema->clear();
    QVERIFY(!isSeen("playgroundSchemaProblem"));
    find<QPlainTextEdit>("playgroundPrompt")->setFocus();
    QTest::keyClick(find<QPlainTextEdit>("playgroundPrompt"), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isSeen("playgroundSchemaProblem"));
    chooseForm(AnswerForm::Text);
    QVERIFY(!isSeen("playgroundSchemaProblem"));
}

void TestPlaygroundState::whatIsFoldedAwayIsCounted()
{
    open();
    auto *const fold = find<QToolButton>("playgroundAdvanced");
    const QString plain = fold->text();
    find<QSpinBox>("playgroundSeed")->setValue(7);
    chooseForm(AnswerForm::JsonObject);
    QVERIFY(fold->text().contains(QLatin1Char('2')));
    click("playgroundAdvanced");
    QCOMPARE(fold->text(), plain);
    reopen();
    QVERIFY(isSeen("playgroundSeed"));
    QCOMPARE(find<QSpinBox>("playgroundSeed")->value(), 7);
}

void TestPlaygroundState::anAliasSaysWhatStaysBehind()
{
    open(TOML);
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/m"));
    find<QSpinBox>("playgroundSeed")->setValue(7);
    find<QPlainTextEdit>("playgroundStop")->setPlainText(QStringLiteral("END"));
    find<QSpinBox>("playgroundMaxTokens")->setValue(512);
    trigger("playgroundAlias1");
    QTest::keyClicks(find<QLineEdit>("playgroundAliasName"), QStringLiteral("calm"));
    const auto labels = m_page->findChildren<QLabel *>();
    const auto saysLoss = [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Stop sequences, Seed"));
    };
    QVERIFY(std::ranges::any_of(labels, saysLoss));
    QVERIFY(find<QPlainTextEdit>("playgroundAliasDiff")->toPlainText().contains(QStringLiteral("512")));
    QVERIFY(find("playgroundAliasSaveButton")->isEnabled());
}

void TestPlaygroundState::savedPromptsKeepTheirSettingsAndImages()
{
    open();
    auto *const composer = m_page->findChild<PromptComposer *>();
    composer->addImage(largeImage(16));
    const QStringList images = composer->images();
    find<QPlainTextEdit>("playgroundPrompt")->setPlainText(QStringLiteral("What is this?"));
    find<QSpinBox>("playgroundSeed")->setValue(7);
    savePrompt(QStringLiteral("picture"));
    click("playgroundSavedPromptSaveButton");
    // After sending, what was sent is meant.
    ask(QString());
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(composer->images().isEmpty());
    savePrompt(QStringLiteral("sent"));
    click("playgroundSavedPromptSaveButton");
    find<QSpinBox>("playgroundSeed")->setValue(-1);
    reopen();
    for (const int row : {0, 1}) {
        auto *const menu = find<QMenu>("playgroundPromptsMenu");
        m_page->findChild<PromptComposer *>()->clear();
        Q_EMIT menu->aboutToShow();
        menu->actions().at(row)->trigger();
        QCOMPARE(m_page->findChild<PromptComposer *>()->images(), images);
        QTRY_VERIFY(isSeen("playgroundImage1"));
        QCOMPARE(find<QSpinBox>("playgroundSeed")->value(), 7);
        QVERIFY(
            find<QPlainTextEdit>("playgroundPrompt")->toPlainText().startsWith(QStringLiteral("What is")));
    }
}

void TestPlaygroundState::imagesThatAreTooLargeAreSaid()
{
    open();
    auto *const composer = m_page->findChild<PromptComposer *>();
    const QImage large = largeImage(1400);
    composer->addImage(large);
    find<QPlainTextEdit>("playgroundPrompt")->setPlainText(QStringLiteral("What are these?"));
    composer->addImage(large);
    savePrompt(QStringLiteral("large"));
    QVERIFY(isSeen("playgroundSavedPromptProblem"));
    QVERIFY(!find("playgroundSavedPromptSaveButton")->isEnabled());
    click("playgroundImage2");
    QVERIFY(!isSeen("playgroundSavedPromptProblem"));
    QVERIFY(find("playgroundSavedPromptSaveButton")->isEnabled());
    QCOMPARE(composer->images().size(), 1);
}

void TestPlaygroundState::aConversationOutlivesThePage()
{
    open(TOML);
    m_kit->provider.setDefaultReply(kit::Reply::sse({piece("**Bold** answer"), "[DONE]"}));
    click("playgroundAddButton");
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/first"));
    find<QLineEdit>("playgroundModel2")->setText(QStringLiteral("nobody/second"));
    ask(QStringLiteral("One"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    const QString problem = text("playgroundProblem2");
    const QString first = text("playgroundFirstToken1");
    const QString shown = answer("playgroundAnswer1");
    QVERIFY(shown.contains(QStringLiteral("Bold answer")));
    find<QPlainTextEdit>("playgroundPrompt")->setPlainText(QStringLiteral("Half a thought"));
    rebuild();
    QCOMPARE(model("playgroundModel1"), QStringLiteral("up/first"));
    QCOMPARE(model("playgroundModel2"), QStringLiteral("nobody/second"));
    QCOMPARE(answer("playgroundAnswer1"), shown);
    QCOMPARE(text("playgroundFirstToken1"), first);
    QVERIFY(isSeen("playgroundProblem2"));
    QCOMPARE(text("playgroundProblem2"), problem);
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Half a thought"));
    find<QPlainTextEdit>("playgroundPrompt")->clear();
    ask(QStringLiteral("Two"));
    QTRY_COMPARE(chats().size(), 2U);
    QCOMPARE(chats().back()["messages"].size(), 3U);
    QTRY_COMPARE(answer("playgroundAnswer1").count(QStringLiteral("Bold answer")), 2);
    // And what starts anew starts with what was sent after it.
    click("playgroundNewButton");
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Two"));
}

void TestPlaygroundState::anAnswerGoesOnWithoutThePage()
{
    open(TOML);
    const QByteArray begin = "data: " + piece("It begins") + "\n\n";
    m_kit->provider.setDefaultReply(
        kit::Reply::rawSse({begin, "data: " + piece(" and **ends**.") + "\n\n", "data: [DONE]\n\n"})
            .holdAfter(begin.size()));
    find<QLineEdit>("playgroundModel1")->setText(QStringLiteral("up/m"));
    ask(QStringLiteral("Go on"));
    QTRY_VERIFY(answer("playgroundAnswer1").contains(QStringLiteral("It begins")));
    std::unique_ptr<PageState> state = m_page->takeState();
    m_page.reset();
    m_kit->provider.release();
    QTRY_VERIFY(m_kit->provider.received().back().isAnswered);
    m_page = makePage();
    m_page->restore(std::move(state));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    QVERIFY(answer("playgroundAnswer1").endsWith(QStringLiteral("It begins and ends.")));
    QVERIFY(!isSeen("playgroundProblem1"));
}

void TestPlaygroundState::aDraftWithImagesOutlivesThePage()
{
    open();
    auto *const composer = m_page->findChild<PromptComposer *>();
    composer->addImage(largeImage(16));
    const QStringList images = composer->images();
    click("playgroundAddButton");
    find<QLineEdit>("playgroundModel2")->setText(QStringLiteral("one/two"));
    rebuild();
    QCOMPARE(m_page->findChild<PromptComposer *>()->images(), images);
    QCOMPARE(model("playgroundModel2"), QStringLiteral("one/two"));
    // The settings remember words alone.
    QVERIFY(!m_kit->settings.value(QStringLiteral("playground/draft")).toString().contains(images.front()));
}

void TestPlaygroundState::anotherThemeLosesNothing()
{
    open();
    ask(QStringLiteral("Good morning"));
    QTRY_VERIFY(isSeen("playgroundSendButton"));
    const QString shown = answer("playgroundAnswer1");
    find<QPlainTextEdit>("playgroundPrompt")->setPlainText(QStringLiteral("Half a thought"));
    applyTheme(*qApp, true);
    QCOMPARE(answer("playgroundAnswer1"), shown);
    applyTheme(*qApp, false);
    QCOMPARE(answer("playgroundAnswer1"), shown);
    QCOMPARE(model("playgroundModel1"), QStringLiteral("demo/echo"));
    QCOMPARE(find<QPlainTextEdit>("playgroundPrompt")->toPlainText(), QStringLiteral("Half a thought"));
}

QTEST_MAIN(TestPlaygroundState)

#include "tst_playgroundstate.moc"
