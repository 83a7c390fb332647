// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/singleinstance.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <atomic>

using namespace nexus;

//! \brief A second start raises the first one.
class SingleInstanceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsThereAtFirst();
    void aSecondStartRaisesTheFirst();
};

void SingleInstanceTest::nobodyIsThereAtFirst()
{
    QVERIFY(!SingleInstance(QUuid::createUuid().toString()).raiseOther());
}

void SingleInstanceTest::aSecondStartRaisesTheFirst()
{
    const QString name = QUuid::createUuid().toString();
    SingleInstance first(name);
    first.listen();
    QSignalSpy raised(&first, &SingleInstance::raised);
    std::atomic<bool> wasHeard = false;
    const std::unique_ptr<QThread> other(
        QThread::create([&] { wasHeard = SingleInstance(name).raiseOther(); }));
    other->start();
    QTRY_VERIFY(other->isFinished());
    QVERIFY(wasHeard);
    QCOMPARE(raised.size(), 1);
}

QTEST_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
