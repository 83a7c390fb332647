// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "configedit/configfileeditor.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace nexus;

namespace {

const QByteArray BASE
    = "[server]\nworkers = 1\n\n[llm]\nkeepalive = \"5s\"\n\n[llm.providers.demo]\ntype = \"demo\"\n";

// For one test, files may not grow beyond a few bytes, as on a full disk.
class FullDisk final {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {.rlim_cur = 16, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before {};
};

const Error *errorOf(const SaveOutcome &outcome)
{
    return outcome ? nullptr : std::get_if<Error>(&outcome.error());
}

const SaveConflict *conflictOf(const SaveOutcome &outcome)
{
    return outcome ? nullptr : std::get_if<SaveConflict>(&outcome.error());
}

} // namespace

class TestConfigFileEditor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
        put(path(), BASE);
        m_editor = std::make_unique<ConfigFileEditor>(
            [](QByteArrayView text, const QString &name) { return parseConfig(text, name, Environment()); });
        QVERIFY(m_editor->open(path()).has_value());
    }

    void savingKeepsOneBackup()
    {
        const QSignalSpy changes(m_editor.get(), &ConfigFileEditor::baseChanged);
        QVERIFY(m_editor->save("a = 1\n").has_value());
        QVERIFY(m_editor->save("a = 2\n").has_value());
        QVERIFY(m_editor->save("a = 2\n").has_value());
        QCOMPARE(get(path()), QByteArray("a = 2\n"));
        QCOMPARE(get(path() + QStringLiteral(".bak")), QByteArray("a = 1\n"));
        QCOMPARE(m_editor->base(), QByteArray("a = 2\n"));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(QDir(m_root->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void permissionsStay()
    {
        const auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
        QVERIFY(QFile::setPermissions(path(), permissions));
        QVERIFY(m_editor->save("a = 1\n").has_value());
        for (const QString &name : {path(), path() + QStringLiteral(".bak")}) {
            QVERIFY(QFile::permissions(name).testFlag(QFileDevice::ReadGroup));
            QVERIFY(!QFile::permissions(name).testFlag(QFileDevice::ReadOther));
        }
    }

    void aLinkIsFollowed()
    {
        const QString link = m_root->filePath(QStringLiteral("link.toml"));
        QVERIFY(QFile::link(path(), link));
        QVERIFY(m_editor->open(link).has_value());
        QVERIFY(m_editor->save("a = 1\n").has_value());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(get(path()), QByteArray("a = 1\n"));
        QCOMPARE(get(path() + QStringLiteral(".bak")), BASE);
    }

    void aNewFileIsForItsOwnerOnly()
    {
        const QString fresh = m_root->filePath(QStringLiteral("fresh.toml"));
        QVERIFY(m_editor->open(fresh).has_value());
        QVERIFY(!m_editor->exists());
        QVERIFY(m_editor->save("a = 1\n").has_value());
        QVERIFY(m_editor->exists());
        QVERIFY(!QFile::permissions(fresh).testFlag(QFileDevice::ReadGroup));
        QVERIFY(!QFile::permissions(fresh).testFlag(QFileDevice::ReadOther));
        QVERIFY(!QFile::exists(fresh + QStringLiteral(".bak")));
        QCOMPARE(m_editor->undoSteps(), 0);
    }

    void thePreviewShowsLinesAndMistakes()
    {
        const ConfigPreview good = m_editor->preview(QByteArray(BASE).replace("5s", "6s"));
        QVERIFY(good.config.has_value());
        QCOMPARE(good.hunks.size(), std::size_t(1));
        const ConfigPreview bad = m_editor->preview(QByteArray(BASE).replace("keepalive", "keep"));
        QVERIFY(bad.config.error().message.startsWith(path() + QStringLiteral(":5:1: unknown key 'keep'")));
        QVERIFY(m_editor->preview(BASE).hunks.empty());
        QCOMPARE(get(path()), BASE);
    }

    void changesOfOthersAreNotLost()
    {
        const QByteArray theirs = QByteArray(BASE).replace("workers = 1", "workers = 2");
        const QByteArray ours = QByteArray(BASE).replace("5s", "6s");
        put(path(), theirs);
        const SaveOutcome outcome = m_editor->save(ours);
        const SaveConflict *conflict = conflictOf(outcome);
        QVERIFY(conflict);
        QCOMPARE(conflict->base, BASE);
        QCOMPARE(conflict->theirs, theirs);
        QCOMPARE(conflict->ours, ours);
        QCOMPARE(conflict->merged.value_or(QByteArray()), QByteArray(theirs).replace("5s", "6s"));
        QCOMPARE(get(path()), theirs);
        QVERIFY(!QFile::exists(path() + QStringLiteral(".bak")));

        QVERIFY(m_editor->open(path()).has_value());
        QVERIFY(m_editor->save(*conflict->merged).has_value());
        QCOMPARE(get(path()), *conflict->merged);
    }

    void noMergeOfTheSameLineOrOfWhatIsNoToml()
    {
        put(path(), QByteArray(BASE).replace("5s", "7s"));
        const SaveOutcome sameLine = m_editor->save(QByteArray(BASE).replace("5s", "6s"));
        QVERIFY(conflictOf(sameLine) && !conflictOf(sameLine)->merged);
        // The same key in two places: each text is good, both changes together are not.
        put(path(), QByteArray(BASE).replace("workers = 1", "max_connections = 5\nworkers = 1"));
        const SaveOutcome twice
            = m_editor->save(QByteArray(BASE).replace("\n\n[llm]", "\nmax_connections = 6\n\n[llm]"));
        QVERIFY(conflictOf(twice) && !conflictOf(twice)->merged);
        QVERIFY(QFile::remove(path()));
        const SaveOutcome gone = m_editor->save(QByteArray(BASE).replace("5s", "6s"));
        QVERIFY(conflictOf(gone) && conflictOf(gone)->theirs.isEmpty());
        QVERIFY(!QFile::exists(path()));
    }

    void undoGoesBackStepByStep()
    {
        const QByteArray first = QByteArray(BASE).replace("5s", "6s");
        const QByteArray second = QByteArray(first).replace("workers = 1", "workers = 2");
        QVERIFY(m_editor->save(first).has_value());
        QVERIFY(m_editor->save(second).has_value());
        QCOMPARE(m_editor->undoSteps(), 2);
        QVERIFY(m_editor->undo().has_value());
        QCOMPARE(get(path()), first);
        QCOMPARE(get(path() + QStringLiteral(".bak")), second);
        QVERIFY(m_editor->undo().has_value());
        QCOMPARE(get(path()), BASE);
        QCOMPARE(m_editor->undoSteps(), 0);
        QVERIFY(m_editor->undo().has_value());
        QCOMPARE(get(path()), BASE);
    }

    void undoKeepsWhatOthersChanged()
    {
        QVERIFY(m_editor->save(QByteArray(BASE).replace("5s", "6s")).has_value());
        put(path(), QByteArray(m_editor->base()).replace("workers = 1", "workers = 9"));
        const SaveOutcome outcome = m_editor->undo();
        QVERIFY(conflictOf(outcome));
        QCOMPARE(m_editor->undoSteps(), 1);
        QVERIFY(m_editor->open(path()).has_value());
        QVERIFY(m_editor->undo().has_value());
        QCOMPARE(get(path()), QByteArray(BASE).replace("workers = 1", "workers = 9"));
    }

    void whatIsNoTomlIsRefused()
    {
        const SaveOutcome outcome = m_editor->save("a = 1\nb = = 2\n");
        QVERIFY(errorOf(outcome));
        QVERIFY(errorOf(outcome)->message.startsWith(path() + QStringLiteral(":2:5: ")));
        QCOMPARE(get(path()), BASE);
    }

    void aFullDiskLosesNothing()
    {
        QVERIFY(m_editor->save(QByteArray(BASE).replace("5s", "6s")).has_value());
        const QByteArray now = get(path());
        SaveOutcome outcome;
        {
            const FullDisk full;
            outcome = m_editor->save(QByteArray(BASE).replace("5s", "7s"));
        }
        QVERIFY(errorOf(outcome));
        QVERIFY(errorOf(outcome)->message.contains(QStringLiteral("cannot be saved")));
        QCOMPARE(get(path()), now);
        QCOMPARE(get(path() + QStringLiteral(".bak")), BASE);
        QCOMPARE(m_editor->base(), now);
        QCOMPARE(QDir(m_root->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aFolderThatCannotBeWritten()
    {
        const QString nowhere = m_root->filePath(QStringLiteral("no/such/nexus.toml"));
        QVERIFY(m_editor->open(nowhere).has_value());
        const SaveOutcome outcome = m_editor->save("a = 1\n");
        QVERIFY(errorOf(outcome));
        QCOMPARE(errorOf(outcome)->message,
            nowhere + QStringLiteral(" cannot be saved: the folder does not exist. Nothing was changed."));
        // Even root makes no file in there.
        const QString fixed = QStringLiteral("/proc/sys/nexus.toml");
        QVERIFY(m_editor->open(fixed).has_value());
        const SaveOutcome second = m_editor->save("a = 1\n");
        QVERIFY(errorOf(second));
        QVERIFY(errorOf(second)->message.startsWith(fixed + QStringLiteral(" cannot be saved: ")));
        QVERIFY(!m_editor->exists());
    }

private:
    [[nodiscard]] QString path() const { return m_root->filePath(QStringLiteral("nexus.toml")); }

    static void put(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QByteArray get(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<ConfigFileEditor> m_editor;
};

QTEST_GUILESS_MAIN(TestConfigFileEditor)
#include "tst_configfileeditor.moc"
