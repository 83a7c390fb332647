// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/display.h"

#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

class DisplayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutANameThereIsNone();
    void waylandIsAskedAtItsSocket();
    void xIsAskedAtTheHostItNames();
    void aNameThatIsNoneIsSilent_data();
    void aNameThatIsNoneIsSilent();
    void whatIsDrawnElsewhereIsBelieved();

private:
    static Display find(const QHash<QString, QString> &variables)
    {
        return findDisplay(Environment(variables));
    }
};

void DisplayTest::withoutANameThereIsNone()
{
    QCOMPARE(find({}), Display::None);
    QCOMPARE(find({{QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}}), Display::None);
}

void DisplayTest::waylandIsAskedAtItsSocket()
{
    const QTemporaryDir folder;
    const QHash<QString, QString> variables {{QStringLiteral("XDG_RUNTIME_DIR"), folder.path()},
        {QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("wayland-7")}};
    QCOMPARE(find(variables), Display::Silent);
    QLocalServer server;
    QVERIFY(server.listen(folder.filePath(QStringLiteral("wayland-7"))));
    QCOMPARE(find(variables), Display::There);
    QCOMPARE(find({{QStringLiteral("WAYLAND_DISPLAY"), folder.filePath(QStringLiteral("wayland-7"))}}),
        Display::There);
}

void DisplayTest::xIsAskedAtTheHostItNames()
{
    QTcpServer server;
    int number = 900;
    while (number < 1'000 && !server.listen(QHostAddress::LocalHost, static_cast<quint16>(6'000 + number))) {
        ++number;
    }
    QVERIFY(server.isListening());
    const QHash<QString, QString> variables {
        {QStringLiteral("DISPLAY"), QStringLiteral("127.0.0.1:%1.0").arg(number)}};
    QCOMPARE(find(variables), Display::There);
    server.close();
    QCOMPARE(find(variables), Display::Silent);
}

void DisplayTest::aNameThatIsNoneIsSilent_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no colon") << QStringLiteral("nothing");
    QTest::newRow("no number") << QStringLiteral(":x");
    QTest::newRow("nobody there") << QStringLiteral(":4095");
    QTest::newRow("nobody there, by its old name") << QStringLiteral("unix:4095.0");
}

void DisplayTest::aNameThatIsNoneIsSilent()
{
    QFETCH(const QString, name);
    QCOMPARE(find({{QStringLiteral("DISPLAY"), name}}), Display::Silent);
    QCOMPARE(
        find({{QStringLiteral("DISPLAY"), name}, {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb")}}),
        Display::Silent);
}

void DisplayTest::whatIsDrawnElsewhereIsBelieved()
{
    QCOMPARE(find({{QStringLiteral("DISPLAY"), QStringLiteral(":4095")},
                 {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen")}}),
        Display::There);
}

QTEST_GUILESS_MAIN(DisplayTest)
#include "tst_display.moc"
