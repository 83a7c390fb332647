// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientlabel.h"

#include <QTest>

using namespace nexus;

class ClientLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainNamesAreKept_data();
    void plainNamesAreKept();
    void whatMayBeAKeyIsNeverKept_data();
    void whatMayBeAKeyIsNeverKept();
};

void ClientLabelTest::plainNamesAreKept_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("placeholder") << QByteArray("Bearer not-used") << QByteArray("not-used");
    QTest::newRow("lower case scheme") << QByteArray("bearer my.app_2") << QByteArray("my.app_2");
    QTest::newRow("no scheme") << QByteArray("agent") << QByteArray("agent");
    QTest::newRow("spaces around") << QByteArray("Bearer   cli  ") << QByteArray("cli");
    QTest::newRow("fifteen in a run")
        << QByteArray("Bearer abcdefghijklmno") << QByteArray("abcdefghijklmno");
    QTest::newRow("32 with separators") << QByteArray("Bearer aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb-")
                                        << QByteArray("aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb-");
}

void ClientLabelTest::plainNamesAreKept()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, label);
    QCOMPARE(clientLabel(header), label);
}

void ClientLabelTest::whatMayBeAKeyIsNeverKept_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("scheme only") << QByteArray("Bearer ");
    QTest::newRow("openai") << QByteArray("Bearer sk-proj-abc");
    QTest::newRow("upper case prefix") << QByteArray("Bearer SK-abc");
    QTest::newRow("groq") << QByteArray("Bearer gsk_abc");
    QTest::newRow("google") << QByteArray("Bearer AIzaSyD");
    QTest::newRow("xai") << QByteArray("Bearer xai-abc");
    QTest::newRow("aws") << QByteArray("Bearer AKIA123");
    QTest::newRow("hugging face") << QByteArray("Bearer hf_abc");
    QTest::newRow("json web token") << QByteArray("Bearer eyJhbGciOi.eyJ.x");
    QTest::newRow("sixteen in a run") << QByteArray("Bearer abcdefghijklmnop");
    QTest::newRow("33 characters") << QByteArray("Bearer aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb-c");
    QTest::newRow("space inside") << QByteArray("Bearer two words");
    QTest::newRow("basic") << QByteArray("Basic dXNlcjpwYXNz");
    QTest::newRow("control character") << QByteArray("Bearer a\x01z");
    QTest::newRow("not ascii") << QByteArray("Bearer caf\xc3\xa9");
}

void ClientLabelTest::whatMayBeAKeyIsNeverKept()
{
    QFETCH(QByteArray, header);
    QCOMPARE(clientLabel(header), QByteArray());
}

QTEST_APPLESS_MAIN(ClientLabelTest)
#include "tst_clientlabel.moc"
