// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/sharedfiles.h"

#include "upstream/aws/splitcommand.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;
using namespace nexus::aws;

namespace {

constexpr QLatin1String DEFAULT("default");

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Environment pointingTo(const QTemporaryDir &folder)
{
    return Environment({{QStringLiteral("AWS_CONFIG_FILE"), folder.filePath(QStringLiteral("config"))},
        {QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), folder.filePath(QStringLiteral("credentials"))}});
}

} // namespace

class SharedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSettingIsRead_data();
    void aSettingIsRead();
    void anyBytesAreReadWithoutHarm_data();
    void anyBytesAreReadWithoutHarm();
    void profilesOfBothFilesAreMerged();
    void theFilesAreLookedForBelowHome();
    void aFileThatCannotBeReadIsNamed();
    void aCommandIsSplitAsAShellDoes_data();
    void aCommandIsSplitAsAShellDoes();
    void theEnvironmentNamesTheProfile();
};

void SharedFilesTest::aSettingIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("[s]\nkey = value\n");
    QTest::newRow("no spaces") << QByteArray("[s]\nkey=value");
    QTest::newRow("Windows line ends") << QByteArray("[s]\r\nkey = value\r\n");
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf[s]\nkey = value\n");
    QTest::newRow("a name in capitals") << QByteArray("[s]\nKEY = value\n");
    QTest::newRow("comments") << QByteArray("# a\n; b\n[s]\n#key = no\n;key = no\nkey = value\n");
    QTest::newRow("a comment behind the section") << QByteArray("[s] # mine\nkey = value\n");
    QTest::newRow("spaces inside the brackets") << QByteArray("[ s ]\nkey = value\n");
    QTest::newRow("everything indented") << QByteArray("[s]\n  other = 1\n  key = value\n");
    QTest::newRow("nested settings of the same name")
        << QByteArray("[s]\ns3 =\n  key = nested\n  more = 1\nkey = value\n");
    QTest::newRow("nested settings behind it") << QByteArray("[s]\nkey = value\ns3 =\n  key = nested\n");
    QTest::newRow("lines without sense") << QByteArray("nonsense\n= 1\n[s]\n???\n= 2\n[\n]\nkey = value\n");
    QTest::newRow("the same section twice") << QByteArray("[s]\nkey = old\n[t]\nkey = t\n[s]\nkey = value\n");
}

void SharedFilesTest::aSettingIsRead()
{
    QFETCH(QByteArray, text);
    const Sections sections = readSections(text);
    QCOMPARE(sections.value(QStringLiteral("s")).value(QStringLiteral("key")), QStringLiteral("value"));
}

void SharedFilesTest::anyBytesAreReadWithoutHarm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("broken UTF-8") << QByteArray("[\xff\xfe]\n\xc3 = \xc3\n");
    QTest::newRow("brackets") << QByteArray("[[[[]]]\n[]\n][\n");
    QTest::newRow("a setting before any section") << QByteArray("key = value\n");
}

void SharedFilesTest::anyBytesAreReadWithoutHarm()
{
    QFETCH(QByteArray, text);
    const Sections sections = readSections(text);
    for (const Settings &settings : sections) {
        QVERIFY(!settings.contains(QString()));
    }
}

void SharedFilesTest::profilesOfBothFilesAreMerged()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("config")),
        "[default]\nregion = eu-west-1\naws_access_key_id = FROMCONFIG\n"
        "[profile \"my dev\"]\nregion = us-west-2\n"
        "[stray]\nregion = xx\n"
        "[sso-session corp]\nsso_region = eu-north-1\n");
    write(folder.filePath(QStringLiteral("credentials")),
        "[default]\naws_access_key_id = FROMCREDENTIALS\n[only]\naws_access_key_id = ONLY\n");
    const SharedFiles files = SharedFiles::read(pointingTo(folder));
    const auto value = [&files](const QString &profile, const char *name) {
        const Settings *settings = files.profile(profile);
        return settings == nullptr ? QStringLiteral("(none)") : settings->value(QLatin1String(name));
    };
    QCOMPARE(value(DEFAULT, "region"), QStringLiteral("eu-west-1"));
    QCOMPARE(value(DEFAULT, "aws_access_key_id"), QStringLiteral("FROMCREDENTIALS"));
    QCOMPARE(value(QStringLiteral("my dev"), "region"), QStringLiteral("us-west-2"));
    QCOMPARE(value(QStringLiteral("only"), "aws_access_key_id"), QStringLiteral("ONLY"));
    // In the configuration file only [profile NAME] is a profile.
    QVERIFY(files.profile(QStringLiteral("stray")) == nullptr);
    QVERIFY(files.ssoSession(QStringLiteral("corp")) != nullptr);
    QVERIFY(files.ssoSession(DEFAULT) == nullptr);
}

void SharedFilesTest::theFilesAreLookedForBelowHome()
{
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".aws")));
    write(home.filePath(QStringLiteral(".aws/config")),
        "[profile default]\nregion = a\n[default]\nregion = b\n");
    const Environment environment({{QStringLiteral("HOME"), home.path()}});
    const SharedFiles files = SharedFiles::read(environment);
    QVERIFY(files.profile(DEFAULT) != nullptr);
    QCOMPARE(files.profile(DEFAULT)->value(QStringLiteral("region")), QStringLiteral("a"));
    QCOMPARE(expandedPath(QStringLiteral("~/x"), environment), home.path() + QLatin1String("/x"));
    QCOMPARE(expandedPath(QStringLiteral("/~/x"), environment), QStringLiteral("/~/x"));
}

void SharedFilesTest::aFileThatCannotBeReadIsNamed()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("config")));
    write(folder.filePath(QStringLiteral("credentials")), QByteArray(1024 * 1024 + 1, '#'));
    const SharedFiles files = SharedFiles::read(pointingTo(folder));
    QCOMPARE(files.places().size(), 2);
    QVERIFY(
        files.places().first().startsWith(folder.filePath(QStringLiteral("config")) + QLatin1String(" (")));
    QVERIFY(files.places().last().endsWith(QLatin1String("(too large)")));
    QVERIFY(files.profile(DEFAULT) == nullptr);
}

void SharedFilesTest::aCommandIsSplitAsAShellDoes_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &command, const QStringList &words) {
        QTest::newRow(name) << command << words;
    };
    row("words", QStringLiteral("  a  b\tc "),
        {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    row("double quotes", QStringLiteral("\"/opt/my tool\" --x=\"1 2\""),
        {QStringLiteral("/opt/my tool"), QStringLiteral("--x=1 2")});
    row("single quotes", QStringLiteral("a 'b \\ \"c\"'"),
        {QStringLiteral("a"), QStringLiteral("b \\ \"c\"")});
    row("a backslash", QStringLiteral("a\\ b \\'"), {QStringLiteral("a b"), QStringLiteral("'")});
    row("backslashes in quotes", QStringLiteral("\"\\\" \\\\ \\n\""), {QStringLiteral("\" \\ \\n")});
    row("an empty word", QStringLiteral("a '' b"), {QStringLiteral("a"), QString(), QStringLiteral("b")});
    row("no shell", QStringLiteral("a $HOME | b; c"),
        {QStringLiteral("a"), QStringLiteral("$HOME"), QStringLiteral("|"), QStringLiteral("b;"),
            QStringLiteral("c")});
    row("nothing", QStringLiteral("  "), {});
    row("an open double quote", QStringLiteral("a \"b"), {QStringLiteral("(refused)")});
    row("an open single quote", QStringLiteral("a 'b"), {QStringLiteral("(refused)")});
    row("a backslash at the end", QStringLiteral("a\\"), {QStringLiteral("(refused)")});
    row("an escaped quote at the end", QStringLiteral("\"a\\\""), {QStringLiteral("(refused)")});
}

void SharedFilesTest::aCommandIsSplitAsAShellDoes()
{
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QCOMPARE(splitCommand(command).value_or(QStringList {QStringLiteral("(refused)")}), words);
}

void SharedFilesTest::theEnvironmentNamesTheProfile()
{
    const auto profile = [](QHash<QString, QString> variables) {
        return profileOfEnvironment(Environment(std::move(variables)));
    };
    QCOMPARE(profile({}), DEFAULT);
    QCOMPARE(profile({{QStringLiteral("AWS_DEFAULT_PROFILE"), QStringLiteral("b")}}), QStringLiteral("b"));
    QCOMPARE(profile({{QStringLiteral("AWS_DEFAULT_PROFILE"), QStringLiteral("b")},
                 {QStringLiteral("AWS_PROFILE"), QStringLiteral("a")}}),
        QStringLiteral("a"));
    QCOMPARE(profile({{QStringLiteral("AWS_PROFILE"), QStringLiteral(" ")}}), DEFAULT);
}

QTEST_APPLESS_MAIN(SharedFilesTest)
#include "tst_sharedfiles.moc"
