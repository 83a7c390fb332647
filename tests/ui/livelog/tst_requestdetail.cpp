// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logkit.h"
#include "ui/livelog/eventsview.h"
#include "ui/livelog/requestdetail.h"
#include "ui/models/requestfacts.h"

#include <QBuffer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QtTest>

using namespace nexus;

namespace {

//! \brief A chat from an OpenAI client to Anthropic, with all that is kept of it.
RequestDossier translated()
{
    static NamePool names;
    RequestRecord record = chatRecord("one");
    record.isStream = true;
    record.dropped = "seed";
    RequestDossier dossier {.line
        = requestLine(LiveRequest {.record = std::make_shared<const RequestRecord>(record)}, false, names)};
    HistoryDetail detail;
    detail.bodies = {.prompt = R"({"model":"safe","stop":["a"],"seed":7,"messages":[]})",
        .answer = "data: 1\n\n",
        .sent = R"({"model":"gpt-4o","max_tokens":4096,"messages":[],"stop_sequences":["a"]})",
        .requestHeaders = {{"Authorization", "Bearer ***cdef"}, {"X-Title", "app"}},
        .answerHeaders = {{"x-nexus-provider", "openai"}},
        .events = {{.at = 400, .size = 100}, {.at = 450, .size = 9}, {.at = 2'000, .size = 40}}};
    dossier.kept = std::move(detail);
    return dossier;
}

QStringList valuesOf(const FactTable &table)
{
    QStringList values;
    for (const FactTable::Row &row : table.rows) {
        values.append(row.name + QLatin1Char('=') + row.value);
    }
    return values;
}

} // namespace

class TestRequestDetail final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfEachField();
    void claimsNoMoreThanIsKnown();
    void listsHeaders();
    void measuresTheAxis_data();
    void measuresTheAxis();
    void tellsTheNearestEvent();
    void showsTheDetail();
    void showsImagesAsThumbnails();
};

void TestRequestDetail::saysWhatBecameOfEachField()
{
    const FactTable facts = translationFacts(translated(), ProviderDialect::Anthropic);
    QCOMPARE(valuesOf(facts),
        (QStringList {QStringLiteral("Model=gpt-4o"), QStringLiteral("stop=renamed to stop_sequences"),
            QStringLiteral("seed=dropped"), QStringLiteral("max_tokens=defaulted")}));
    QVERIFY(facts.foot.isEmpty());
}

void TestRequestDetail::claimsNoMoreThanIsKnown()
{
    RequestDossier dossier = translated();
    dossier.kept->bodies.sent = "{\"cut";
    QVERIFY(translationFacts(dossier, ProviderDialect::Anthropic)
                .foot.contains(QStringLiteral("field by field")));
    dossier.kept->bodies.sent.clear();
    QVERIFY(
        translationFacts(dossier, ProviderDialect::OpenAi).foot.contains(QStringLiteral("byte for byte")));
    // As a file of an older version has it.
    dossier.kept->bodies.requestHeaders = {};
    const FactTable older = translationFacts(dossier, ProviderDialect::Anthropic);
    QVERIFY(older.foot.contains(QStringLiteral("was not kept")));
    QVERIFY(valuesOf(older).contains(QStringLiteral("seed=dropped")));
    dossier.kept.reset();
    QVERIFY(translationFacts(dossier, std::nullopt).foot.contains(QStringLiteral("was not kept")));
    dossier.line.attempts = 0;
    const FactTable refused = translationFacts(dossier, ProviderDialect::OpenAi);
    QVERIFY(refused.lead.contains(QStringLiteral("No provider was asked")));
    QVERIFY(refused.foot.isEmpty());
}

void TestRequestDetail::listsHeaders()
{
    RequestDossier dossier = translated();
    const QStringList kept = valuesOf(headFacts(dossier));
    QVERIFY(kept.contains(QStringLiteral("Authorization=Bearer ***cdef")));
    QVERIFY(
        kept.indexOf(QStringLiteral("X-Title=app")) < kept.indexOf(QStringLiteral("Headers of the answer=")));
    QVERIFY(kept.contains(QStringLiteral("x-nexus-provider=openai")));
    dossier.kept.reset();
    QVERIFY(headFacts(dossier).lead.contains(QStringLiteral("together with bodies")));
    QVERIFY(!valuesOf(headFacts(dossier)).contains(QStringLiteral("X-Title=app")));
}

void TestRequestDetail::measuresTheAxis_data()
{
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<int>("most");
    QTest::addColumn<qint64>("step");
    QTest::newRow("short") << qint64(3) << 5 << qint64(1);
    QTest::newRow("twos") << qint64(9) << 5 << qint64(2);
    QTest::newRow("fives") << qint64(20) << 5 << qint64(5);
    QTest::newRow("tens") << qint64(55) << 5 << qint64(10);
    QTest::newRow("seconds") << qint64(2'200) << 5 << qint64(500);
    QTest::newRow("an hour") << qint64(3'600'000) << 1 << qint64(2'000'000);
}

void TestRequestDetail::measuresTheAxis()
{
    QFETCH(const qint64, whole);
    QFETCH(const int, most);
    QFETCH(const qint64, step);
    QCOMPARE(axisStep(whole, most), step);
}

void TestRequestDetail::tellsTheNearestEvent()
{
    EventsView view;
    view.setEvents({}, 1'000'000);
    QVERIFY(view.textAt(5).isEmpty());
    QVERIFY(view.isHidden());
    view.resize(501, 100);
    view.setEvents({{.at = 100, .size = 12}, {.at = 900, .size = 34}}, 1'000'000);
    QVERIFY(!view.isHidden());
    QVERIFY(view.textAt(40).startsWith(QStringLiteral("Event 1 ")));
    QVERIFY(view.textAt(400).startsWith(QStringLiteral("Event 2 ")));
    QVERIFY(view.accessibleName().contains(QStringLiteral("0.80 s")));
}

void TestRequestDetail::showsTheDetail()
{
    LogKit kit;
    RequestDetail detail(kit.parts());
    detail.resize(900, 600);
    detail.show();
    RequestRecord record = chatRecord("one");
    record.isStream = true;
    const RequestDossier sample = translated();
    record.bodies = sample.kept->bodies;
    record.bodies.requestHeaders.set("X-Api-Key", "a-key-that-nobody-knows-7890");
    kit.record(record);
    NamePool names;
    RequestLine line
        = requestLine(LiveRequest {.record = std::make_shared<const RequestRecord>(record)}, false, names);
    line.order = 1;
    detail.setLine(line);
    QTRY_COMPARE(kit.written(), 1);
    QTRY_VERIFY(detail.dossier().kept);
    QCOMPARE(detail.dossier().kept->bodies.requestHeaders.value("x-api-key"), QByteArray("***7890"));
    auto *const tabs = detail.findChild<QTabBar *>(QStringLiteral("logDetailTabs"));
    QVERIFY(tabs);
    tabs->setCurrentIndex(7);
    const auto *const client = detail.findChild<QPlainTextEdit *>(QStringLiteral("logTranslationClient"));
    const auto *const sent = detail.findChild<QPlainTextEdit *>(QStringLiteral("logTranslationSent"));
    QVERIFY(client && client->isVisible() && sent && sent->isVisible());
    QVERIFY(client->toPlainText().contains(QStringLiteral("~   \"stop\": [  ← renamed to stop_sequences")));
    QVERIFY(client->toPlainText().contains(QStringLiteral("-   \"seed\": 7,  ← dropped")));
    QVERIFY(sent->toPlainText().contains(QStringLiteral("+   \"max_tokens\": 4096,  ← defaulted")));
    QVERIFY(sent->toPlainText().contains(QStringLiteral("← renamed from stop")));
    QCOMPARE(client->extraSelections().size(), 3);
    tabs->setCurrentIndex(3);
    const auto *const events = detail.findChild<EventsView *>();
    QVERIFY(events && events->isVisible());
    tabs->setCurrentIndex(5);
    const QList<QLabel *> labels
        = detail.findChild<QWidget *>(QStringLiteral("logHeaders"))->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text() == QLatin1String("***7890"); }));
}

// The history keeps none of it, memory does.
void TestRequestDetail::showsImagesAsThumbnails()
{
    LogKit kit;
    kit.host.gateway().ledger().media().setCapacity(1'000'000);
    RequestDetail detail(kit.parts());
    detail.resize(900, 600);
    detail.show();
    QImage image(1'200, 400, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer png;
    QVERIFY(image.save(&png, "PNG"));
    RequestRecord record = chatRecord("picture");
    record.bodies.prompt
        = R"({"model":"safe","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)"
        + png.data().toBase64() + R"("}}]}]})";
    kit.record(record);
    NamePool names;
    RequestLine line
        = requestLine(LiveRequest {.record = std::make_shared<const RequestRecord>(record)}, false, names);
    line.order = 1;
    detail.setLine(line);
    const auto thumbnail = [&detail] { return detail.findChild<QLabel *>(QStringLiteral("logThumbnail")); };
    QTRY_VERIFY(thumbnail());
    QVERIFY(thumbnail()->isVisible());
    QCOMPARE(thumbnail()->pixmap().deviceIndependentSize(), QSizeF(240, 80));
    QVERIFY(!detail.dossier().kept->bodies.prompt.contains(png.data().toBase64()));
}

QTEST_MAIN(TestRequestDetail)
#include "tst_requestdetail.moc"
