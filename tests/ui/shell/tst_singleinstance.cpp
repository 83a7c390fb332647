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
    void theFirstSaysWhatItIs();
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
        QThread::create([&] { wasHeard = SingleInstance(name).raiseOther().has_value(); }));
    other->start();
    QTRY_VERIFY(other->isFinished());
    QVERIFY(wasHeard);
    QCOMPARE(raised.size(), 1);
}

void SingleInstanceTest::theFirstSaysWhatItIs()
{
    const QString name = QUuid::createUuid().toString();
    SingleInstance first(name);
    first.listen();
    const QString about = QStringLiteral("http://127.0.0.1:1, /h\u00f6me/") + QString(20'000, u'x');
    first.describe([about] { return about; });
    QString heard;
    const std::unique_ptr<QThread> other(
        QThread::create([&] { heard = SingleInstance(name).raiseOther().value_or(QString()); }));
    other->start();
    QTRY_VERIFY(other->isFinished());
    QCOMPARE(heard, about);
}

QTEST_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
