// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"
#include "service/historyslot.h"

#include <QSemaphore>

#include <thread>

using namespace nexus;

class TestHistorySlot final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsWorkersGoOnWhileTheHistoryEnds();
    void isEmptyWithoutAHistory();
};

void TestHistorySlot::letsWorkersGoOnWhileTheHistoryEnds()
{
    HistoryKit kit;
    QSemaphore disk; // a slow one: each batch waits for it
    std::atomic<bool> isSlow = true;
    HistoryOptions options = kit.options();
    options.written = [&](qint64) {
        if (isSlow) {
            disk.acquire();
        }
    };
    HistorySlot slot;
    slot.setHistory(std::make_unique<History>(std::move(options)));
    std::atomic<qint64> taken = 0;
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> workers;
    for (int i = 0; i < 3; ++i) {
        workers.emplace_back([&] {
            const auto record = std::make_shared<const RequestRecord>(answeredChat(0, "a"));
            while (!isOver) {
                slot.take(record);
                ++taken;
                std::this_thread::yield();
            }
        });
    }
    QTRY_VERIFY(slot.state() && slot.state()->written > 0);
    std::atomic<bool> isGone = false;
    std::jthread reload([&] {
        slot.setHistory(nullptr);
        isGone = true;
    });
    QTRY_VERIFY(!slot.state());
    // The file is not done, and who reloads waits for it; nobody else does.
    const qint64 before = taken;
    QTRY_VERIFY(taken > before + 1'000);
    QVERIFY(!isGone);
    isSlow = false;
    disk.release(1'000);
    QTRY_VERIFY(isGone);
    isOver = true;
    workers.clear();
    const auto rows = static_cast<qint64>(kit.rows().size());
    QVERIFY(rows > 0 && rows < taken);
}

void TestHistorySlot::isEmptyWithoutAHistory()
{
    HistoryKit kit;
    HistorySlot slot;
    slot.record(answeredChat(0, "lost"));
    QVERIFY(!slot.state());
    slot.setHistory(std::make_unique<History>(kit.options()));
    slot.record(answeredChat(0, "kept"));
    slot.setHistory(nullptr);
    // All of it is written by now.
    QCOMPARE(kit.rows().size(), std::size_t(1));
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("kept"));
}

QTEST_GUILESS_MAIN(TestHistorySlot)
#include "tst_historyslot.moc"
