// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/redisaccess.h"
#include "limits/redisprotocol.h"

#include <QTest>

using namespace nexus;

namespace {

RedisStorage storageAt(const QByteArray &url)
{
    RedisStorage storage;
    storage.url = Secret(url);
    return storage;
}

} // namespace

//! Where the server is, and what it says.
class RedisAccessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void urls_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QByteArray>("greeting"); // words by spaces, commands by bars
        QTest::addColumn<bool>("isTls");
        const auto row = [](const char *url, const char *place, const char *greeting, bool isTls = false) {
            QTest::newRow(url) << QByteArray(url) << QString::fromLatin1(place) << QByteArray(greeting)
                               << isTls;
        };
        row("redis://localhost", "localhost:6379", "");
        row("redis://10.0.0.1:7000/0", "10.0.0.1:7000", "");
        row("redis://[::1]:7000/", "[::1]:7000", "");
        row("redis://:hush@cache/3", "cache:6379", "AUTH hush|SELECT 3");
        row("redis://ann:p%40ss%2F%20@cache", "cache:6379", "AUTH ann p@ss/ ");
        row("redis://ann@cache", "cache:6379", "");
        row("rediss://cache:1", "cache:1", "", true);
    }

    void urls()
    {
        QFETCH(QByteArray, url);
        const Result<RedisAccess> access = redisAccess(storageAt(url));
        QVERIFY(access.has_value());
        QTEST(access->place(), "place");
        QList<QByteArray> commands;
        for (const QList<QByteArray> &words : access->greeting()) {
            commands.append(words.join(' '));
        }
        QTEST(commands.join('|'), "greeting");
        QTEST(access->tls.has_value(), "isTls");
    }

    void theTableOfTlsEncryptsToo()
    {
        RedisStorage storage = storageAt("redis://cache");
        storage.tls = RedisTls {.isEnabled = true, .isInsecure = true};
        const Result<RedisAccess> access = redisAccess(storage);
        QVERIFY(access->tls.has_value());
        QCOMPARE(access->tls->peerVerifyMode(), QSslSocket::VerifyNone);
        storage.tls->isInsecure = false;
        QVERIFY(redisAccess(storage)->tls->peerVerifyMode() != QSslSocket::VerifyNone);
        storage.tls->isEnabled = false;
        QVERIFY(!redisAccess(storage)->tls.has_value());
    }

    void whatCannotBeUsedIsNamedWithoutThePassword()
    {
        const Result<RedisAccess> access = redisAccess(storageAt("redis://:hush@cache/first"));
        QVERIFY(!access.has_value());
        QVERIFY(access.error().detail.contains(QLatin1String("number of a database")));
        QVERIFY(!access.error().detail.contains(QLatin1String("hush")));
        RedisStorage storage = storageAt("rediss://:hush@cache");
        storage.tls = RedisTls {.isEnabled = true};
        storage.tls->caCertPath = QStringLiteral("/nowhere/ca.pem");
        QVERIFY(redisAccess(storage).error().detail.contains(QLatin1String("/nowhere/ca.pem")));
        storage.tls->caCertPath = QStringLiteral("/etc/hostname");
        QVERIFY(redisAccess(storage).error().detail.contains(QLatin1String("no certificate")));
    }

    void commandsCarryAnyBytes()
    {
        QCOMPARE(redisCommand({"SET", QByteArray("a\0b\r\n", 5), ""}),
            QByteArray("*3\r\n$3\r\nSET\r\n$5\r\na\0b\r\n\r\n$0\r\n\r\n", 30));
    }

    void repliesAreReadHoweverTheyAreCut()
    {
        const QByteArray bytes
            = "+OK\r\n:-7\r\n$-1\r\n-NOSCRIPT No matching\r\n*3\r\n:1\r\n$2\r\n\r\n\r\n*1\r\n:2\r\n";
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            RedisReplyReader reader;
            std::vector<RedisReply> replies;
            for (const QByteArray &part : {bytes.first(cut), bytes.sliced(cut)}) {
                reader.feed(part);
                for (auto reply = reader.next(); reply && *reply; reply = reader.next()) {
                    replies.push_back(**reply);
                }
            }
            QCOMPARE(replies.size(), 5U);
            QCOMPARE(replies[0].text, QByteArray("OK"));
            QCOMPARE(replies[1].number, -7);
            QCOMPARE(replies[2].kind, RedisReply::Kind::Nil);
            QCOMPARE(replies[3].errorCode(), QByteArray("NOSCRIPT"));
            QCOMPARE(replies[4].items.size(), 3U);
            QCOMPARE(replies[4].items[1].text, QByteArray("\r\n"));
            QCOMPARE(replies[4].items[2].items[0].number, 2);
            QVERIFY(replies[0].errorCode().isEmpty());
        }
    }

    void anotherProtocolIsAnError()
    {
        RedisReplyReader reader;
        reader.feed("HTTP/1.1 400 Bad Request\r\n\r\n");
        const auto reply = reader.next();
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::UpstreamInvalid);
    }
};

QTEST_GUILESS_MAIN(RedisAccessTest)

#include "tst_redisaccess.moc"
