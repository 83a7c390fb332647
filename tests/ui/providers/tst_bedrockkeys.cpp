// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/providers/providerspage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto ID = "AKIAOFTHETESTWXYZ";
constexpr auto SECRET = "secret-of-the-test-0123456789";
constexpr auto TOKEN = "token-of-the-test-0123456789";
constexpr auto MODELS = R"({"modelSummaries":[{"modelId":"amazon.nova-lite-v1:0",
    "inferenceTypesSupported":["ON_DEMAND"],"outputModalities":["TEXT"]}],"inferenceProfileSummaries":[]})";

// A provider whose access key is in the keychain.
constexpr auto TOML = R"([llm.providers.one]
type = "bedrock"
region = "eu-central-1"
access_key_id = "{{ keychain.one-access-key-id }}"
secret_access_key = "{{ keychain.one-secret-access-key }}"
session_token = "{{ keychain.one-session-token }}"
)";

} // namespace

//! \brief The ways that Bedrock's requests are signed, chosen, tested, replaced and removed by their widgets.
class TestBedrockKeys final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anApiKeyIsABearer();
    void anAccessKeySigns();
    void temporaryKeysHaveAToken();
    void aProfileSigns();
    void whatTheMachineHasSigns();
    void theSecondThatFailsLeavesNothing();
    void aFailureGivesBackWhatWasThere();
    void cancelledHalfWayLeavesNothing();
    void withoutAKeyringTheSessionKeepsAll();
    void aProfileInPlaceOfAnAccessKeyDeletesNothing();
    void anAccessKeyIsRemoved();
    void anAccessKeyInTheFileIsMoved();

private:
    void open(const QByteArray &toml = {}, bool hasKeyring = true);
    void addBedrock(const char *way) const;
    void typeAccessKey() const;
    [[nodiscard]] QByteArray testedWith(const char *header) const;
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void choose(const char *box, const char *item) const;
    void click(const char *name) const;
    void type(const char *name, const char *text) const;
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool isSeen(const char *name) const { return find<QWidget>(name)->isVisible(); }
    [[nodiscard]] QByteArray kept(const char *name) const
    {
        return m_kit->keyring.keys.value(QString::fromLatin1(name));
    }

    QHash<QString, QString> m_variables;
    QTemporaryDir m_folder;
    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
    kit::ScriptedProvider m_service;
};

// Nothing of the machine's own AWS set-up counts.
void TestBedrockKeys::init()
{
    m_service.setDefaultReply(kit::Reply::json(200, MODELS));
    QFile file(m_folder.filePath(QStringLiteral("credentials")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[work]\naws_access_key_id = AKIAOFTHEPROFILE\naws_secret_access_key = s\nregion = eu-west-1\n");
    m_variables = {{QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), file.fileName()},
        {QStringLiteral("AWS_CONFIG_FILE"), m_folder.filePath(QStringLiteral("none"))},
        {QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true")},
        {QStringLiteral("AWS_ENDPOINT_URL_BEDROCK"), m_service.baseUrl(QString()).toString()},
        {QStringLiteral("AWS_ENDPOINT_URL_BEDROCK_RUNTIME"), m_service.baseUrl(QString()).toString()}};
}

void TestBedrockKeys::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestBedrockKeys::open(const QByteArray &toml, bool hasKeyring)
{
    m_kit = std::make_unique<ProviderKit>(QByteArray(), hasKeyring, m_variables);
    if (!toml.isEmpty()) {
        m_kit->keyring.keys.insert(QStringLiteral("one-access-key-id"), ID);
        m_kit->keyring.keys.insert(QStringLiteral("one-secret-access-key"), SECRET);
        m_kit->keyring.keys.insert(QStringLiteral("one-session-token"), TOKEN);
        m_kit->write(toml);
        QVERIFY(m_kit->host.useFile(m_kit->filePath()));
        QTRY_VERIFY(m_kit->serves("one"));
    }
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 1100);
    m_page->show();
}

void TestBedrockKeys::choose(const char *box, const char *item) const
{
    auto *const found = find<QComboBox>(box);
    QVERIFY2(found && found->isVisible(), box);
    const int index = found->findText(QString::fromLatin1(item));
    QVERIFY2(index >= 0, item);
    found->setCurrentIndex(index);
}

void TestBedrockKeys::click(const char *name) const
{
    auto *const button = find<QAbstractButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestBedrockKeys::type(const char *name, const char *text) const
{
    auto *const field = find<QLineEdit>(name);
    QVERIFY2(field && field->isVisible(), name);
    field->clear();
    QTest::keyClicks(field, QString::fromLatin1(text));
}

void TestBedrockKeys::addBedrock(const char *way) const
{
    m_page->follow(QStringLiteral("+bedrock"));
    choose("providerKeyWayBox", way);
    type("providerNameField", "mine"); // the gateway finds a bedrock of its own, where AWS is set up
    type("providerRegionField", "eu-central-1");
}

void TestBedrockKeys::typeAccessKey() const
{
    QVERIFY(!find("providerSaveButton")->isEnabled());
    type("providerKeyAccessIdField", ID);
    type("providerKeySecretField", SECRET);
    QCOMPARE(find<QLineEdit>("providerKeySecretField")->echoMode(), QLineEdit::Password);
}

// What the service got when the form was tested.
QByteArray TestBedrockKeys::testedWith(const char *header) const
{
    click("providerTestButton");
    [&] {
        QTRY_VERIFY2(text("providerTestResult").contains(QStringLiteral("It works")),
            qPrintable(text("providerTestResult")));
    }();
    return m_service.received().empty() ? QByteArray() : m_service.received().back().header(header);
}

void TestBedrockKeys::anApiKeyIsABearer()
{
    open();
    addBedrock("API key");
    QVERIFY(!find("providerSaveButton")->isEnabled());
    type("providerKeyField", "api-key-of-the-test");
    QCOMPARE(testedWith("authorization"), QByteArray("Bearer api-key-of-the-test"));
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QCOMPARE(kept("mine"), QByteArray("api-key-of-the-test"));
    QVERIFY(m_kit->read().contains("api_key = \"{{ keychain.mine }}\""));
    QVERIFY(m_kit->read().contains("region = \"eu-central-1\""));
}

void TestBedrockKeys::anAccessKeySigns()
{
    open();
    addBedrock("Access key");
    typeAccessKey();
    QTRY_VERIFY(find<QPlainTextEdit>("providerDiff")
                    ->toPlainText()
                    .contains(QStringLiteral("+ access_key_id = \"{{ keychain.mine-access-key-id }}\"")));
    const QByteArray signedBy = testedWith("authorization");
    QVERIFY2(
        signedBy.startsWith(QByteArray("AWS4-HMAC-SHA256 Credential=") + ID + '/'), signedBy.constData());
    QVERIFY2(signedBy.contains("/eu-central-1/bedrock/"), signedBy.constData());
    QVERIFY(m_kit->read().isEmpty());
    QVERIFY(m_kit->keyring.keys.isEmpty());
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QCOMPARE(kept("mine-access-key-id"), QByteArray(ID));
    QCOMPARE(kept("mine-secret-access-key"), QByteArray(SECRET));
    QVERIFY(!m_kit->keyring.keys.contains(QStringLiteral("mine-session-token")));
    QVERIFY(!m_kit->read().contains(ID));
    QVERIFY(!m_kit->read().contains(SECRET));
    QVERIFY(m_kit->read().contains("secret_access_key = \"{{ keychain.mine-secret-access-key }}\""));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …WXYZ"));
    QVERIFY(text("keyPlace").contains(QStringLiteral("mine-access-key-id, mine-secret-access-key")));
    QVERIFY(find<QLineEdit>("providerKeyAccessIdField")->text().isEmpty());
    QVERIFY(find<QLineEdit>("providerKeySecretField")->text().isEmpty());
}

void TestBedrockKeys::temporaryKeysHaveAToken()
{
    open();
    addBedrock("Access key");
    typeAccessKey();
    type("providerKeyTokenField", TOKEN);
    QCOMPARE(testedWith("x-amz-security-token"), QByteArray(TOKEN));
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QCOMPARE(kept("mine-session-token"), QByteArray(TOKEN));
    QVERIFY(!m_kit->read().contains(TOKEN));
}

void TestBedrockKeys::aProfileSigns()
{
    open();
    addBedrock("Profile of the AWS tools");
    QVERIFY(!find("providerSaveButton")->isEnabled());
    auto *const box = qobject_cast<QComboBox *>(find<QLineEdit>("providerKeyProfileField")->parentWidget());
    QVERIFY(box->findText(QStringLiteral("work")) >= 0);
    type("providerKeyProfileField", "work");
    const QByteArray signedBy = testedWith("authorization");
    QVERIFY2(signedBy.contains("Credential=AKIAOFTHEPROFILE/"), signedBy.constData());
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QVERIFY(m_kit->keyring.keys.isEmpty());
    QVERIFY(m_kit->read().contains("profile = \"work\""));
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("work")));
}

void TestBedrockKeys::whatTheMachineHasSigns()
{
    m_variables.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIAOFTHEVARIABLE"));
    m_variables.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("s"));
    open();
    addBedrock("What this machine has");
    const QByteArray signedBy = testedWith("authorization");
    QVERIFY2(signedBy.contains("Credential=AKIAOFTHEVARIABLE/"), signedBy.constData());
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QVERIFY(m_kit->keyring.keys.isEmpty());
    QVERIFY(!m_kit->read().contains("keychain."));
    QVERIFY(!m_kit->read().contains("profile ="));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Signed with AWS credentials"));
}

void TestBedrockKeys::theSecondThatFailsLeavesNothing()
{
    open();
    addBedrock("Access key");
    typeAccessKey();
    m_kit->keyring.refused = QStringLiteral("write mine-secret-access-key");
    click("providerSaveButton");
    QTRY_VERIFY(isSeen("providerKeychainRetryButton"));
    QVERIFY(text("providerKeychainSentence").contains(QStringLiteral("mine-secret-access-key")));
    QVERIFY(kept("mine-access-key-id").isEmpty());
    QVERIFY(m_kit->read().isEmpty());
    QCOMPARE(find<QLineEdit>("providerKeyAccessIdField")->text(), QString::fromLatin1(ID));
    QCOMPARE(find<QLineEdit>("providerKeySecretField")->text(), QString::fromLatin1(SECRET));
    m_kit->keyring.refused.clear();
    click("providerKeychainRetryButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    QCOMPARE(kept("mine-secret-access-key"), QByteArray(SECRET));
}

void TestBedrockKeys::aFailureGivesBackWhatWasThere()
{
    open(TOML);
    click("keyReplaceButton");
    QCOMPARE(find<QComboBox>("keyWayBox")->currentText(), QStringLiteral("Access key"));
    type("keyAccessIdField", "AKIAANOTHER4321");
    type("keySecretField", "another-secret");
    m_kit->keyring.refused = QStringLiteral("write one-secret-access-key");
    click("keySaveButton");
    QTRY_VERIFY(isSeen("keychainRetryButton"));
    QCOMPARE(kept("one-access-key-id"), QByteArray(ID));
    QCOMPARE(kept("one-secret-access-key"), QByteArray(SECRET));
    m_kit->keyring.refused.clear();
    click("keychainRetryButton");
    QTRY_COMPARE(kept("one-secret-access-key"), QByteArray("another-secret"));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …4321"));
    // The token belonged to the former pair.
    QVERIFY(!m_kit->read().contains("session_token"));
}

void TestBedrockKeys::cancelledHalfWayLeavesNothing()
{
    open();
    addBedrock("Access key");
    typeAccessKey();
    m_kit->keyring.mood = FakeKeyring::Mood::Waits;
    click("providerSaveButton");
    while (!m_kit->keyring.questions.contains(QStringLiteral("write mine-secret-access-key"))) {
        QTRY_VERIFY(!m_kit->keyring.held.empty());
        m_kit->keyring.answerHeld();
    }
    click("providerCancelButton");
    QVERIFY(!kept("mine-access-key-id").isEmpty());
    m_kit->keyring.mood = FakeKeyring::Mood::Answers;
    m_kit->keyring.answerHeld();
    QTRY_VERIFY(kept("mine-access-key-id").isEmpty() && kept("mine-secret-access-key").isEmpty());
    QVERIFY(m_kit->read().isEmpty());
}

void TestBedrockKeys::withoutAKeyringTheSessionKeepsAll()
{
    open({}, false);
    addBedrock("Access key");
    typeAccessKey();
    click("providerSaveButton");
    QTRY_VERIFY(isSeen("providerKeychainSessionButton"));
    click("providerKeychainSessionButton");
    QTRY_VERIFY(m_kit->serves("mine"));
    const BedrockAccess &access = m_kit->host.config()->provider(QStringLiteral("mine"))->bedrock;
    QCOMPARE(access.accessKeyId.reveal(), QByteArray(ID));
    QCOMPARE(access.secretAccessKey.reveal(), QByteArray(SECRET));
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("this session only")));
}

void TestBedrockKeys::aProfileInPlaceOfAnAccessKeyDeletesNothing()
{
    open(TOML);
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …WXYZ"));
    click("keyReplaceButton");
    choose("keyWayBox", "Profile of the AWS tools");
    type("keyProfileField", "work");
    click("keySaveButton");
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("work")));
    QVERIFY(!kept("one-secret-access-key").isEmpty());
    QVERIFY(!m_kit->read().contains("keychain"));
    QVERIFY(m_kit->read().contains("region = \"eu-central-1\""));
    QTRY_COMPARE(
        m_kit->host.config()->provider(QStringLiteral("one"))->bedrock.profile, QStringLiteral("work"));
}

void TestBedrockKeys::anAccessKeyIsRemoved()
{
    open(TOML);
    click("keyRemoveButton");
    QVERIFY(text("keyRemoveSentence").contains(QStringLiteral("one-session-token")));
    click("keyRemoveConfirmButton");
    QTRY_VERIFY(kept("one-access-key-id").isEmpty() && kept("one-secret-access-key").isEmpty()
        && kept("one-session-token").isEmpty());
    QVERIFY(!m_kit->read().contains("keychain"));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Signed with AWS credentials"));
}

void TestBedrockKeys::anAccessKeyInTheFileIsMoved()
{
    open(QByteArray(TOML)
             .replace("{{ keychain.one-access-key-id }}", ID)
             .replace("{{ keychain.one-secret-access-key }}", "secret-in-the-file")
             .replace("session_token = \"{{ keychain.one-session-token }}\"\n", ""));
    QVERIFY(text("keyPlace").contains(QStringLiteral("nexus.toml")));
    click("keyMoveButton");
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("one-secret-access-key")));
    QCOMPARE(kept("one-secret-access-key"), QByteArray("secret-in-the-file"));
    QVERIFY(!m_kit->read().contains("secret-in-the-file"));
}

QTEST_MAIN(TestBedrockKeys)

#include "tst_bedrockkeys.moc"
