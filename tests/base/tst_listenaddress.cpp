// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/listenaddress.h"

#include <QtTest>

using namespace nexus;

class TestListenAddress final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
        };
        row("127.0.0.1:8000", "127.0.0.1:8000");
        row("0.0.0.0:0", "0.0.0.0:0");
        row("[::1]:8000", "[::1]:8000");
        row("[::]:65535", "[::]:65535");
        row("localhost:8000", "127.0.0.1:8000");
        row("LocalHost:1", "127.0.0.1:1");
        row(":8000", "127.0.0.1:8000");
        row(" 10.0.0.1:80 ", "10.0.0.1:80");
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<ListenAddress> address = parseListenAddress(text);
        QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
        QCOMPARE(formatListenAddress(*address), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const char *message) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(message);
        };
        row("", "needs a port, as in 127.0.0.1:8000");
        row("127.0.0.1", "needs a port, as in 127.0.0.1:8000");
        row("8000", "needs a port, as in 127.0.0.1:8000");
        row("[::1]", "needs a port, as in 127.0.0.1:8000");
        row("::1:8000", "needs brackets around an IPv6 address, as in [::1]:8000");
        row("127.0.0.1:", "needs a port from 0 to 65535");
        row("127.0.0.1:65536", "needs a port from 0 to 65535");
        row("127.0.0.1:+80", "needs a port from 0 to 65535");
        row("127.0.0.1:-1", "needs a port from 0 to 65535");
        row("127.0.0.1: 80", "needs a port from 0 to 65535");
        row("example.com:80", "needs an IP address or localhost before the port");
        row("127.1:80", "needs an IP address or localhost before the port");
        row("256.0.0.1:80", "needs an IP address or localhost before the port");
        row("[127.0.0.1]:80", "needs an IP address or localhost before the port");
        row("[::1:80", "needs an IP address or localhost before the port");
        row("[]:80", "needs an IP address or localhost before the port");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const Result<ListenAddress> address = parseListenAddress(text);
        QVERIFY(!address.has_value());
        QCOMPARE(address.error().message, message);
    }
};

QTEST_GUILESS_MAIN(TestListenAddress)
#include "tst_listenaddress.moc"
