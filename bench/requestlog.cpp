// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the live log of the console bears a busy gateway: one JSON object on standard output.
//
//  - stall: the longest time that the event loop did nothing else, in milliseconds, while 1,000 requests a
//    second began and ended for ten seconds in front of a full log that was shown
//  - filter: the longest of several filters over 100,000 rows, in milliseconds

#include "ui/livelog/requesttable.h"
#include "ui/models/requestlogmodel.h"
#include "ui/widgets/theme.h"
#include "wire/json.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace nexus;

namespace {

constexpr int rows = 100'000;
constexpr int perSecond = 1'000;
constexpr int seconds = 10;
constexpr qint64 newest = 1'767'268'800'000; // 2026-01-01 12:00 UTC

std::shared_ptr<const RequestRecord> recordOf(int number, bool isRunning)
{
    auto record = std::make_shared<RequestRecord>();
    record->time = std::chrono::system_clock::time_point(std::chrono::milliseconds(newest + number));
    record->number = static_cast<quint64>(number) + 1;
    record->requestId = "req_" + QByteArray::number(number * 7'919, 16);
    record->method = "POST";
    record->path = "/v1/chat/completions";
    record->operation = Operation::Chat;
    record->who.label = "client-" + QByteArray::number(number % 12);
    record->askedModel = "model-" + QByteArray::number(number % 40);
    record->provider = QStringLiteral("openai");
    record->upstreamModel = "gpt-" + QByteArray::number(number % 40);
    record->isStream = number % 2 == 0;
    if (!isRunning) {
        record->status = number % 20 == 0 ? 429 : 200;
        record->usage = TokenUsage {.input = number % 5'000, .output = 100};
        record->duration = std::chrono::milliseconds(900);
    }
    return record;
}

LiveEvent eventOf(int number, LiveEvent::Kind kind)
{
    const auto record = recordOf(number, kind != LiveEvent::Kind::Ended);
    return {kind,
        {.record = record,
            .age = std::chrono::milliseconds(300),
            .status = 200,
            .firstByte = std::chrono::milliseconds(200),
            .bytesOut = 400,
            .outputTokens = 60}};
}

void fill(RequestLogModel &model)
{
    std::vector<LiveEvent> events;
    for (int i = 0; i < rows; ++i) {
        events.push_back(eventOf(i, LiveEvent::Kind::Ended));
    }
    model.take(events);
}

double longestFilter(RequestLogModel &model)
{
    double longest = 0;
    for (const char *text :
        {"status:4xx", "model:gpt-7 client:client-1", "-model:gpt tokens:>100", "provider:none", ""}) {
        const auto terms = parseHistoryFilter(QString::fromLatin1(text), newest);
        QElapsedTimer time;
        time.start();
        model.setFilter(RequestFilter(terms.value_or(HistoryFilter())));
        QCoreApplication::processEvents();
        longest = std::max(longest, static_cast<double>(time.nsecsElapsed()) / 1e6);
    }
    return longest;
}

// As the feed tells it: in portions, each request once as it begins and later as it ends.
double longestStall(RequestLogModel &model)
{
    const auto portion = static_cast<int>(perSecond * LiveFeed::interval.count() / 1'000);
    int next = rows;
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &feed, [&] {
        std::vector<LiveEvent> events;
        for (int i = 0; i < portion; ++i) {
            if (next - portion >= rows) {
                events.push_back(eventOf(next - portion + i, LiveEvent::Kind::Ended));
            }
            events.push_back(eventOf(next + i, LiveEvent::Kind::Started));
        }
        next += portion;
        model.take(events);
    });
    feed.start(LiveFeed::interval);
    QElapsedTimer beat;
    beat.start();
    double longest = 0;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
        longest = std::max(longest, static_cast<double>(beat.nsecsElapsed()) / 1e6);
        beat.restart();
    });
    pulse.start(0);
    QTimer::singleShot(std::chrono::seconds(seconds), qApp, [] { QCoreApplication::quit(); });
    QApplication::exec();
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, false);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    RequestLogModel model(nullptr, nullptr);
    RequestTable table(model, settings);
    table.resize(1200, 800);
    table.show();
    fill(model);
    QCoreApplication::processEvents();
    const double filter = longestFilter(model);
    const double stall = longestStall(model);
    std::puts(toText(
        Json {{"rows", rows}, {"filter_ms", filter}, {"inserts_per_second", perSecond}, {"stall_ms", stall}})
                  .constData());
    return 0;
}
