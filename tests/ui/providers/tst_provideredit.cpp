// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/providers/providerspage.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = R"(# my file
[llm.providers.one]
type = "openai"
base_url = "@BASE@"
api_key = "{{ keychain.one }}"

[llm.aliases]
fast = "one/small"
)";
constexpr auto KEY = "sk-of-the-test-wxyz";

} // namespace

//! \brief A provider is changed in place, also while others change the file.
class TestProviderEdit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void renamingFollowsEverywhere();
    void theAddressIsChanged();
    void theKeysForSavingSave();
    void theRegionOfBedrockIsChanged();
    void aChangeFromOutsideIsTakenOver();
    void aChangeOfTheSameFieldIsAskedAbout();
    void aProviderThatIsGoneIsSaid();

private:
    void open(
        const QByteArray &toml = {}, bool hasKeyring = true, const QHash<QString, QString> &variables = {});
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const;
    void type(const char *name, const QString &text) const;
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool isSeen(const char *name) const { return find<QWidget>(name)->isVisible(); }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestProviderEdit::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestProviderEdit::open(const QByteArray &toml, bool hasKeyring, const QHash<QString, QString> &variables)
{
    m_kit = std::make_unique<ProviderKit>(QByteArray(), hasKeyring, variables);
    m_kit->keyring.keys.insert(QStringLiteral("one"), KEY);
    if (!toml.isEmpty()) {
        m_kit->write(toml);
        QVERIFY(m_kit->host.useFile(m_kit->filePath()));
        QTRY_VERIFY(m_kit->serves("one"));
    }
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 900);
    m_page->show();
}

void TestProviderEdit::click(const char *name) const
{
    auto *const button = find<QAbstractButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestProviderEdit::type(const char *name, const QString &text) const
{
    auto *const field = find<QLineEdit>(name);
    QVERIFY2(field, name);
    field->clear();
    QTest::keyClicks(field, text);
}

void TestProviderEdit::renamingFollowsEverywhere()
{
    open(TOML);
    click("providerRenameButton");
    type("providerEditName", QStringLiteral("a b"));
    QTRY_VERIFY(!find("providerEditSaveButton")->isEnabled());
    type("providerEditName", QStringLiteral("main"));
    type("providerEditConnect", QStringLiteral("3s"));
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    QVERIFY(find<QPlainTextEdit>("providerEditDiff")
                ->toPlainText()
                .contains(QStringLiteral("+ fast = \"main/small\"")));
    click("providerEditSaveButton");
    QTRY_VERIFY(m_kit->serves("main"));
    QVERIFY(!m_kit->serves("one"));
    QTRY_COMPARE(text("providerName"), QStringLiteral("main"));
    QCOMPARE(
        m_kit->host.config()->provider(QStringLiteral("main"))->timeouts.connect, std::chrono::seconds(3));
    QCOMPARE(text("keyEnding"), QStringLiteral("Key ends in …wxyz"));
}

void TestProviderEdit::theAddressIsChanged()
{
    open(TOML);
    QVERIFY(!isSeen("providerRegion"));
    click("providerEditButton");
    QVERIFY(!isSeen("providerEditRegion"));
    QCOMPARE(find<QLineEdit>("providerEditAddress")->text(), m_kit->base());
    QCOMPARE(find<QLineEdit>("providerEditAddress")->placeholderText(),
        QStringLiteral("https://api.openai.com/v1"));
    type("providerEditAddress", QStringLiteral("llm.example.com"));
    QTRY_VERIFY(!find("providerEditSaveButton")->isEnabled());
    type("providerEditAddress", m_kit->base() + QStringLiteral("/other"));
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    const QByteArray before = m_kit->read();
    click("providerEditSaveButton");
    QTRY_COMPARE(text("providerAddress"), m_kit->base() + QStringLiteral("/other"));
    const QByteArray base = m_kit->base().toUtf8();
    QCOMPARE(m_kit->read(), QByteArray(before).replace(base, base + "/other"));
}

void TestProviderEdit::theKeysForSavingSave()
{
    open(TOML);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    click("providerRenameButton");
    type("providerEditConnect", QStringLiteral("3s"));
    auto *const field = find<QLineEdit>("providerEditConnect");
    field->setFocus();
    QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!isSeen("providerEditSaveButton"));
    QVERIFY2(m_kit->read().contains("3s"), m_kit->read().constData());
}

void TestProviderEdit::theRegionOfBedrockIsChanged()
{
    const QByteArray toml = "[llm.providers.one]\ntype = \"bedrock\"\nregion = \"eu-central-1\" # theirs\n"
                            "api_key = \"{{ keychain.one }}\"\n";
    open(toml, true,
        {{QStringLiteral("AWS_REGION"), QStringLiteral("eu-north-1")},
            {QStringLiteral("AWS_ENDPOINT_URL_BEDROCK"), QStringLiteral("http://127.0.0.1:9")}});
    const auto provider = [this] { return m_kit->host.config()->provider(QStringLiteral("one")); };
    QCOMPARE(text("providerRegion"), QStringLiteral("eu-central-1"));
    click("providerEditButton");
    auto *const field = find<QLineEdit>("providerEditRegion");
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), QStringLiteral("eu-central-1"));
    QCOMPARE(field->placeholderText(), QStringLiteral("eu-north-1"));
    type("providerEditRegion", QStringLiteral("Frankfurt am Main"));
    QTRY_VERIFY(!find("providerEditSaveButton")->isEnabled());
    type("providerEditRegion", QStringLiteral("ap-south-1"));
    type("providerEditAddress", QStringLiteral("http://127.0.0.1:9/bedrock"));
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    QVERIFY(find<QPlainTextEdit>("providerEditDiff")
                ->toPlainText()
                .contains(QStringLiteral("+ region = \"ap-south-1\"")));
    click("providerEditSaveButton");
    QTRY_COMPARE(provider()->bedrock.region, QStringLiteral("ap-south-1"));
    QCOMPARE(provider()->baseUrl, QUrl(QStringLiteral("http://127.0.0.1:9/bedrock")));
    QTRY_COMPARE(text("providerRegion"), QStringLiteral("ap-south-1"));
    QCOMPARE(text("providerAddress"), QStringLiteral("http://127.0.0.1:9/bedrock"));
    // All the other lines are as they were.
    QByteArray expected = QByteArray(toml).replace("eu-central-1", "ap-south-1");
    expected += "base_url = \"http://127.0.0.1:9/bedrock\"\n";
    QCOMPARE(m_kit->read(), expected);
    click("providerEditButton");
    type("providerEditRegion", QString());
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    click("providerEditSaveButton");
    QTRY_COMPARE(text("providerRegion"), QStringLiteral("eu-north-1"));
    QVERIFY(!m_kit->read().contains("region"));
}

void TestProviderEdit::aChangeFromOutsideIsTakenOver()
{
    open(TOML);
    click("providerEditButton");
    type("providerEditConnect", QStringLiteral("3s"));
    m_kit->write(QByteArray(TOML) + "[llm.providers.one.timeouts]\nidle = \"9s\"\n");
    m_kit->host.reload();
    QTRY_COMPARE(find<QLineEdit>("providerEditIdle")->text(), QStringLiteral("9s"));
    QCOMPARE(find<QLineEdit>("providerEditConnect")->text(), QStringLiteral("3s"));
    QVERIFY(!isSeen("providerEditChanged"));
    // Also one that nobody has noticed yet.
    m_kit->write(QByteArray(TOML) + "[llm.providers.one.timeouts]\nidle = \"9s\"\ntotal = \"99s\"\n");
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    click("providerEditSaveButton");
    QTRY_VERIFY(m_kit->read().contains("connect = \"3s\""));
    QVERIFY(m_kit->read().contains("idle = \"9s\""));
    QVERIFY(m_kit->read().contains("total = \"99s\""));
}

void TestProviderEdit::aChangeOfTheSameFieldIsAskedAbout()
{
    open(TOML);
    click("providerEditButton");
    type("providerEditConnect", QStringLiteral("3s"));
    type("providerEditIdle", QStringLiteral("4s"));
    const auto outside = [this](const char *lines) {
        m_kit->write(QByteArray(TOML) + "[llm.providers.one.timeouts]\n" + lines);
        m_kit->host.reload();
    };
    outside("connect = \"7s\"\n");
    QTRY_VERIFY(isSeen("providerEditChanged"));
    QVERIFY(
        find<QWidget>("providerEditChanged")->accessibleName().contains(QStringLiteral("Connect within")));
    QVERIFY(!find("providerEditSaveButton")->isEnabled());
    QCOMPARE(find<QLineEdit>("providerEditConnect")->text(), QStringLiteral("3s"));
    click("providerEditChangedTheirsButton");
    QVERIFY(!isSeen("providerEditChanged"));
    QCOMPARE(find<QLineEdit>("providerEditConnect")->text(), QStringLiteral("7s"));
    QCOMPARE(find<QLineEdit>("providerEditIdle")->text(), QStringLiteral("4s"));
    outside("connect = \"7s\"\nidle = \"8s\"\n");
    QTRY_VERIFY(isSeen("providerEditChanged"));
    click("providerEditChangedMineButton");
    QTRY_VERIFY(find("providerEditSaveButton")->isEnabled());
    click("providerEditSaveButton");
    QTRY_VERIFY(m_kit->read().contains("idle = \"4s\""));
    QVERIFY(m_kit->read().contains("connect = \"7s\""));
}

void TestProviderEdit::aProviderThatIsGoneIsSaid()
{
    open(QByteArray(TOML) + "[llm.providers.two]\ntype = \"ollama\"\n");
    m_page->follow(QStringLiteral("one"));
    click("providerEditButton");
    type("providerEditConnect", QStringLiteral("3s"));
    m_kit->write("[llm.providers.two]\ntype = \"ollama\"\n");
    m_kit->host.reload();
    QTRY_COMPARE(text("providerName"), QStringLiteral("two"));
    QTRY_VERIFY(isSeen("providerBanner"));
    QVERIFY(find<Banner>("providerBanner")->sentence().startsWith(QStringLiteral("one ")));
}

QTEST_MAIN(TestProviderEdit)

#include "tst_provideredit.moc"
