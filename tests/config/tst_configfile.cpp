// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configfile.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;

class TestConfigFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
        QVERIFY(QDir(m_root->path()).mkpath(QStringLiteral("cwd")));
        QVERIFY(QDir(m_root->path()).mkpath(QStringLiteral("home/.config/nexus")));
        QVERIFY(QDir(m_root->path()).mkpath(QStringLiteral("xdg/nexus")));
    }

    void nothingAnywhere() { QCOMPARE(find({}, {}).value(), QString()); }

    void theOrderOfPlaces()
    {
        touch(QStringLiteral("home/.config/nexus/nexus.toml"));
        QCOMPARE(find({}, {}).value(), at(QStringLiteral("home/.config/nexus/nexus.toml")));
        touch(QStringLiteral("cwd/nexus.toml"));
        QCOMPARE(find({}, {}).value(), at(QStringLiteral("cwd/nexus.toml")));
        touch(QStringLiteral("named.toml"));
        QCOMPARE(find({}, at(QStringLiteral("named.toml"))).value(), at(QStringLiteral("named.toml")));
        touch(QStringLiteral("option.toml"));
        QCOMPARE(find(at(QStringLiteral("option.toml")), at(QStringLiteral("named.toml"))).value(),
            at(QStringLiteral("option.toml")));
    }

    void xdgReplacesTheHomeFolder()
    {
        touch(QStringLiteral("home/.config/nexus/nexus.toml"));
        touch(QStringLiteral("xdg/nexus/nexus.toml"));
        const Environment environment({{QStringLiteral("XDG_CONFIG_HOME"), at(QStringLiteral("xdg"))}});
        QCOMPARE(
            findConfigFile({}, environment, at(QStringLiteral("cwd")), at(QStringLiteral("home"))).value(),
            at(QStringLiteral("xdg/nexus/nexus.toml")));
    }

    void theCurrentFolderStaysRelative()
    {
        touch(QStringLiteral("cwd/nexus.toml"));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(at(QStringLiteral("cwd"))));
        const auto found = findConfigFile({}, Environment(), QStringLiteral("."), at(QStringLiteral("home")));
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(found.value(), QStringLiteral("nexus.toml"));
    }

    void aNamedFileMustExist()
    {
        QCOMPARE(find(QStringLiteral("/no/such.toml"), {}).error().message,
            QStringLiteral("/no/such.toml: the configuration file named by --config does not exist"));
        QCOMPARE(find({}, QStringLiteral("/no/such.toml")).error().message,
            QStringLiteral(
                "/no/such.toml: the configuration file named by NEXUS_CONFIG_PATH does not exist"));
        QCOMPARE(find(m_root->path(), {}).error().message,
            m_root->path()
                + QStringLiteral(": the configuration file named by --config is a directory, not a file"));
    }

private:
    [[nodiscard]] QString at(const QString &name) const { return m_root->filePath(name); }

    void touch(const QString &name) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    [[nodiscard]] Result<QString> find(const QString &option, const QString &variable) const
    {
        const Environment environment(variable.isEmpty()
                ? QHash<QString, QString>()
                : QHash<QString, QString> {{QStringLiteral("NEXUS_CONFIG_PATH"), variable}});
        return findConfigFile(option, environment, at(QStringLiteral("cwd")), at(QStringLiteral("home")));
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_configfile.moc"
