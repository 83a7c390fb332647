// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configloader.h"
#include "config/configwatcher.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;

namespace {

constexpr auto GOOD = "server.max_connections = 5\n";
constexpr auto OTHER = "server.max_connections = 6\n";
constexpr auto BAD = "server.max_conections = 6\n";

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), text.size());
}

// Long enough for a signal that must not come.
constexpr int QUIET_MS = 300;

} // namespace

class TestConfigReload final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
        m_path = m_root->filePath(QStringLiteral("nexus.toml"));
        write(m_path, GOOD);
    }

    void aBadEditKeepsTheLastGood()
    {
        ConfigLoader loader(m_path, Environment(), {});
        QSignalSpy loaded(&loader, &ConfigLoader::loaded);
        QSignalSpy rejected(&loader, &ConfigLoader::rejected);
        QVERIFY(!loader.snapshot());
        QVERIFY(loader.reload());
        const ConfigSnapshot first = loader.snapshot();
        QCOMPARE(first->server.maxConnections, 5);

        write(m_path, BAD);
        QVERIFY(!loader.reload());
        QCOMPARE(loader.snapshot(), first);
        QCOMPARE(rejected.size(), 1);
        QVERIFY(loader.lastError().has_value());
        QCOMPARE(loader.lastError()->message,
            m_path
                + QStringLiteral(
                    ":1:8: unknown key 'max_conections' in [server], did you mean 'max_connections'?"));

        write(m_path, OTHER);
        QVERIFY(loader.reload());
        QVERIFY(!loader.lastError().has_value());
        QCOMPARE(loader.snapshot()->server.maxConnections, 6);
        QCOMPARE(first->server.maxConnections, 5);
        QCOMPARE(loaded.size(), 2);
    }

    void aMissingFileIsRejected()
    {
        ConfigLoader loader(m_path, Environment(), {});
        QVERIFY(loader.reload());
        QVERIFY(QFile::remove(m_path));
        QVERIFY(!loader.reload());
        QVERIFY(loader.snapshot());
        QVERIFY(loader.lastError()->message.startsWith(m_path + QStringLiteral(": cannot be read: ")));
    }

    void theCommandLineSurvivesAReload()
    {
        ConfigLoader loader(
            m_path, Environment(), {ListenAddress {QHostAddress(QHostAddress::LocalHostIPv6), 7}});
        QVERIFY(loader.reload());
        QCOMPARE(loader.snapshot()->server.port, 7);
        write(m_path, "server.listen_address = '127.0.0.1:9'");
        QVERIFY(loader.reload());
        QCOMPARE(loader.snapshot()->server.port, 7);
        QCOMPARE(loader.snapshot()->server.address, QHostAddress(QHostAddress::LocalHostIPv6));
    }

    void withoutAFileTheEnvironmentCounts()
    {
        const Environment environment({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("k")}});
        ConfigLoader loader({}, environment, {});
        QVERIFY(loader.reload());
        QVERIFY(loader.snapshot()->provider(QStringLiteral("openai")));
    }

    void aWriteInPlaceIsSeen()
    {
        ConfigWatcher watcher(m_path);
        QSignalSpy changed(&watcher, &ConfigWatcher::changed);
        for (int i = 1; i <= 3; ++i) {
            write(m_path, OTHER + QByteArray::number(i));
            QTRY_COMPARE(changed.size(), i);
        }
    }

    void aRenameOverItIsSeenEveryTime()
    {
        ConfigWatcher watcher(m_path);
        QSignalSpy changed(&watcher, &ConfigWatcher::changed);
        for (int i = 1; i <= 3; ++i) {
            const QString next = m_root->filePath(QStringLiteral(".nexus.toml.swp"));
            write(next, OTHER + QByteArray::number(i));
            QVERIFY(
                std::rename(QFile::encodeName(next).constData(), QFile::encodeName(m_path).constData()) == 0);
            QTRY_COMPARE(changed.size(), i);
        }
        write(m_path, GOOD);
        QTRY_COMPARE(changed.size(), 4);
    }

    void theSameContentIsNoChange()
    {
        ConfigWatcher watcher(m_path);
        QSignalSpy changed(&watcher, &ConfigWatcher::changed);
        write(m_path, GOOD);
        QVERIFY(!changed.wait(QUIET_MS));
        write(m_path, OTHER);
        QTRY_COMPARE(changed.size(), 1);
    }

    void aFileThatIsGoneOrEmptyForAWhileIsNoChange()
    {
        ConfigWatcher watcher(m_path);
        QSignalSpy changed(&watcher, &ConfigWatcher::changed);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(!changed.wait(QUIET_MS));
        write(m_path, "");
        QVERIFY(!changed.wait(QUIET_MS));
        write(m_path, GOOD);
        QVERIFY(!changed.wait(QUIET_MS));
        write(m_path, OTHER);
        QTRY_COMPARE(changed.size(), 1);
    }

    void theTargetOfALinkIsSeen()
    {
        QVERIFY(QDir(m_root->path()).mkpath(QStringLiteral("a")));
        QVERIFY(QDir(m_root->path()).mkpath(QStringLiteral("b")));
        const QString a = m_root->filePath(QStringLiteral("a/real.toml"));
        const QString b = m_root->filePath(QStringLiteral("b/real.toml"));
        const QString link = m_root->filePath(QStringLiteral("link.toml"));
        write(a, "1");
        write(b, "2");
        QVERIFY(QFile::link(a, link));
        ConfigWatcher watcher(link);
        QSignalSpy changed(&watcher, &ConfigWatcher::changed);

        write(a, "3");
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(QFile::remove(link));
        QVERIFY(QFile::link(b, link));
        QTRY_COMPARE(changed.size(), 2);
        write(b, "4");
        QTRY_COMPARE(changed.size(), 3);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestConfigReload)
#include "tst_configreload.moc"
