// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logkit.h"
#include "ui/livelog/livelogpage.h"
#include "ui/livelog/modelpicker.h"
#include "ui/livelog/requestactions.h"
#include "ui/livelog/requesttable.h"
#include "ui/models/modelnames.h"
#include "ui/models/requestexport.h"
#include "ui/models/requestlogmodel.h"
#include "wire/json.h"

#include <QBuffer>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QtTest>

using namespace nexus;

namespace {

constexpr auto TOML = "[ledger]\n"
                      "bodies = \"all\"\n"
                      "[llm.providers.one]\n"
                      "type = \"openai\"\n"
                      "base_url = \"http://127.0.0.1:1/v1\"\n"
                      "api_key = \"k\"\n"
                      "models.small.price = {input = 2.5, output = 10}\n"
                      "models.large = {}\n"
                      "[llm.aliases]\n"
                      "fast = \"one/small\"\n";

RequestRecord keptChat(const QByteArray &model)
{
    RequestRecord record = chatRecord("one");
    record.askedModel = model;
    record.bodies = {.prompt = R"({"model":"demo/echo","messages":[{"role":"user","content":"Say zebra"}]})",
        .answer = R"({"object":"chat.completion"})"};
    return record;
}

QAction *actionOf(const QMenu &menu, const QString &title)
{
    const QList<QAction *> actions = menu.actions();
    const auto found = std::ranges::find(actions, title, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

} // namespace

//! \brief What is done with requests of the log: sent again, written to a file, and which columns are seen.
class TestRequestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersAllModelsThatAreListed();
    void searchesInAllModels();
    void saysWhatWentWrongWithARequestThatIsSentAgain();
    void exportsWhatIsKeptOfASelection();
    void showsColumnsByAButtonAndByKeys();
    void countsTheInputOfARunningRequest();
};

void TestRequestActions::offersAllModelsThatAreListed()
{
    LogKit kit(TOML);
    QWidget window;
    const FilterWords words;
    RequestActions actions(kit.parts(), words, &window);
    RequestLine line;
    line.askedModel = QStringLiteral("demo/echo");
    actions.popUp({line}, {});
    auto *const menu = window.findChild<QMenu *>(QStringLiteral("logMenu"));
    const QMenu *const models = actionOf(*menu, QStringLiteral("Send again to"))->menu();
    QVERIFY(actionOf(*models, QStringLiteral("fast")));
    const QAction *const provider = actionOf(*models, QStringLiteral("one"));
    QVERIFY(provider && provider->menu());
    QVERIFY(actionOf(*provider->menu(), QStringLiteral("one/small")));
    QVERIFY(actionOf(*provider->menu(), QStringLiteral("one/large")));
    menu->close();
}

void TestRequestActions::searchesInAllModels()
{
    LogKit kit(TOML);
    const QStringList all = listedModels(kit.host);
    QVERIFY(all.contains(QStringLiteral("one/large")));
    auto *const picker = new ModelPicker(all, nullptr);
    QSignalSpy chosen(picker, &ModelPicker::chosen);
    picker->show();
    auto *const search = picker->findChild<QLineEdit *>(QStringLiteral("logModelSearch"));
    QTest::keyClicks(search, QStringLiteral("ONE/"));
    QCOMPARE(picker->findChild<QListView *>(QStringLiteral("logModelList"))->model()->rowCount(), 2);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("one/large"));
}

void TestRequestActions::saysWhatWentWrongWithARequestThatIsSentAgain()
{
    LogKit kit(TOML);
    QWidget window;
    const FilterWords words;
    RequestActions actions(kit.parts(), words, &window);
    QSignalSpy said(&actions, &RequestActions::said);
    const RequestRecord record = keptChat("demo/echo");
    kit.record(record);
    QTRY_COMPARE(kit.written(), 1);
    NamePool names;
    const RequestLine line
        = requestLine({.record = std::make_shared<const RequestRecord>(record), .status = 200}, false, names);
    actions.sendAgain(line, QStringLiteral("one/nothing-like-that"));
    QTRY_COMPARE(said.size(), 1);
    const QString sentence = said.front().front().toString();
    QVERIFY2(sentence.startsWith(QStringLiteral("The request was sent again and failed with status ")),
        qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral(": ")), qPrintable(sentence));
    QVERIFY(!said.front().at(1).toBool());
}

void TestRequestActions::exportsWhatIsKeptOfASelection()
{
    LogKit kit(TOML);
    const RequestRecord record = keptChat("demo/echo");
    kit.record(record);
    QTRY_COMPARE(kit.written(), 1);
    NamePool names;
    const RequestLine line
        = requestLine({.record = std::make_shared<const RequestRecord>(record), .status = 200}, false, names);
    std::optional<QByteArray> text;
    kit.history.ask<QByteArray>(
        this,
        [line](const HistoryReader &reader) -> Result<QByteArray> {
            QBuffer out;
            out.open(QIODevice::WriteOnly);
            const auto count = exportLines(reader, {line}, HistoryFormat::JsonLines, out);
            return count ? Result<QByteArray>(out.data()) : failure(count.error());
        },
        [&text](const Result<QByteArray> &out) { text = out.value_or(QByteArray()); });
    QTRY_VERIFY(text);
    QCOMPARE(text->count('\n'), 1);
    const std::optional<Json> json = parseJson(*text);
    QVERIFY(json);
    QCOMPARE(QByteArray::fromStdString(json->at("prompt").get<std::string>()), record.bodies.prompt);
    QCOMPARE(QByteArray::fromStdString(json->at("answer").get<std::string>()), record.bodies.answer);
    QCOMPARE(json->at("calls").size(), 1U);
    QCOMPARE(QString::fromStdString(json->at("calls").at(0).at("provider").get<std::string>()),
        QStringLiteral("openai"));
    QCOMPARE(json->at("request_id").get<std::string>(), std::string("one"));
}

void TestRequestActions::showsColumnsByAButtonAndByKeys()
{
    LogKit kit(TOML);
    LiveLogPage page(kit.parts());
    page.show();
    kit.record(keptChat("demo/echo"));
    auto *const table = page.findChild<RequestTable *>(QStringLiteral("logTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto columns = [&page] { return page.findChild<QMenu *>(QStringLiteral("logColumnMenu")); };
    QTest::mouseClick(page.findChild<QToolButton *>(QStringLiteral("logColumnsButton")), Qt::LeftButton);
    QVERIFY(columns());
    actionOf(*columns(), QStringLiteral("Path"))->trigger();
    QVERIFY(!table->isColumnHidden(RequestLogModel::PathColumn));
    columns()->close();
    QTRY_VERIFY(!columns());
    table->clearSelection();
    QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(columns());
    columns()->close();
    QTRY_VERIFY(!columns());
    // As a click does, whatever keys were held before.
    table->selectionModel()->select(
        table->model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(table->selectedLines().size(), 1U);
    QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
    auto *const menu = page.findChild<QMenu *>(QStringLiteral("logMenu"));
    QVERIFY(menu);
    menu->close();
    actionOf(*menu, QString::fromUtf8("Columns…"))->trigger();
    QVERIFY(columns());
    columns()->close();
}

void TestRequestActions::countsTheInputOfARunningRequest()
{
    LogKit kit(TOML);
    RequestRecord record = chatRecord("old");
    record.provider = QStringLiteral("one");
    record.upstreamModel = "small";
    kit.record(record);
    QTRY_COMPARE(kit.written(), 1);
    RequestLogModel model(&kit.feed(), &kit.history);
    model.setWatching(true);
    QTRY_COMPARE(model.rowCount(), 1);
    record.requestId = "new";
    record.time += std::chrono::milliseconds(1);
    record.usage.reset();
    Runner runner(kit.feed(), record);
    QTRY_COMPARE(model.rowCount(), 2);
    runner.write(2'000, 100);
    // As many bytes as the one before, which had 640 tokens; its price comes later, and is used with the next
    // piece of the answer.
    QTRY_VERIFY((runner.write(10, 0), model.line(0).microDollars));
    QCOMPARE(model.line(0).microDollars, std::optional<qint64>(640 * 2.5 + 100 * 10));
}

QTEST_MAIN(TestRequestActions)

#include "tst_requestactions.moc"
