// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/providers/providerspage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = R"(# my file
[llm.providers.one]
type = "openai" # not another
base_url = "@BASE@"
model_filter = 'BIG|huge' # theirs

[llm.aliases]
fast = "one/small"
)";
constexpr auto AZURE = R"([llm.providers.one]
type = "azure" # theirs
base_url = "@BASE@"
)";

} // namespace

//! \brief Which models are offered, whose key is used and the version of an API, in the form of a provider.
class TestConnectionRows final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theFilterIsChanged();
    void withoutAFilterAllAreOffered();
    void aBadFilterIsRefusedBesideItsField();
    void cancellingChangesNothing();
    void keysOfClientsAreUsed();
    void aLineThatSaysNoStays();
    void theApiVersionIsOfAzureAlone();
    void aBadApiVersionIsRefusedBesideItsField();
    void bedrockHasNoKeysOfClients();
    void otherFieldsFromOutsideAreTakenOver();
    void theSameFieldsFromOutsideAreAskedAbout();
    void theTypeMayChangeMeanwhile();
    void aVariableMayHoldTheAddress();

private:
    void open(const QByteArray &toml, const QHash<QString, QString> &variables = {});
    void edit() const { click("providerEditButton"); }
    void save() const;
    void writeOutside(const QByteArray &toml) const;
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const;
    void type(const char *name, const char *text) const;
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QString typed(const char *name) const { return find<QLineEdit>(name)->text(); }
    [[nodiscard]] bool isSeen(const char *name) const { return find<QWidget>(name)->isVisible(); }
    [[nodiscard]] bool maySave() const { return find("providerEditSaveButton")->isEnabled(); }
    [[nodiscard]] QString diff() const { return find<QPlainTextEdit>("providerEditDiff")->toPlainText(); }
    [[nodiscard]] const ProviderConfig &provider() const
    {
        return *m_kit->host.config()->provider(QStringLiteral("one"));
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestConnectionRows::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestConnectionRows::open(const QByteArray &toml, const QHash<QString, QString> &variables)
{
    m_kit = std::make_unique<ProviderKit>(QByteArray(), true, variables);
    m_kit->write(toml);
    QVERIFY(m_kit->host.useFile(m_kit->filePath()));
    QTRY_VERIFY(m_kit->serves("one"));
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 1400);
    m_page->show();
}

void TestConnectionRows::click(const char *name) const
{
    auto *const button = find<QAbstractButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(12, button->height() / 2));
}

void TestConnectionRows::type(const char *name, const char *text) const
{
    auto *const field = find<QLineEdit>(name);
    QVERIFY2(field && field->isVisible(), name);
    field->clear();
    QTest::keyClicks(field, QString::fromLatin1(text));
}

void TestConnectionRows::save() const
{
    QTRY_VERIFY(maySave());
    click("providerEditSaveButton");
    QVERIFY(!isSeen("providerEditSaveButton"));
}

void TestConnectionRows::writeOutside(const QByteArray &toml) const
{
    m_kit->write(toml);
    m_kit->host.reload();
}

void TestConnectionRows::theFilterIsChanged()
{
    open(TOML);
    const QByteArray before = m_kit->read();
    const auto *const models = find<QListView>("providerModelList")->model();
    QVERIFY(text("providerOffered").contains(QStringLiteral("BIG|huge")));
    QTRY_COMPARE(models->rowCount(), 1);
    QCOMPARE(models->index(0, 0).data().toString(), QStringLiteral("big"));
    edit();
    QCOMPARE(typed("providerEditModelFilter"), QStringLiteral("BIG|huge"));
    type("providerEditModelFilter", "^sm\\w+");
    QTRY_VERIFY(diff().contains(QStringLiteral("+ model_filter = \"^sm\\\\w+\"")));
    save();
    QCOMPARE(m_kit->read(), QByteArray(before).replace("'BIG|huge'", "\"^sm\\\\w+\""));
    QTRY_COMPARE(provider().modelFilter, QStringLiteral("^sm\\w+"));
    QTRY_VERIFY(text("providerOffered").contains(QStringLiteral("^sm\\w+")));
    QTRY_COMPARE(models->index(0, 0).data().toString(), QStringLiteral("small"));
    QVERIFY(m_kit->config.undo());
    QCOMPARE(m_kit->read(), before);
    QTRY_VERIFY(text("providerOffered").contains(QStringLiteral("BIG|huge")));
}

void TestConnectionRows::withoutAFilterAllAreOffered()
{
    open(TOML);
    edit();
    QCOMPARE(find<QLineEdit>("providerEditModelFilter")->placeholderText(), QStringLiteral("all"));
    QVERIFY(text("providerEditModelFilterHint").contains(QStringLiteral("^gpt-4|mini")));
    type("providerEditModelFilter", "");
    save();
    QCOMPARE(
        m_kit->read(), m_kit->filled(QByteArray(TOML).replace("model_filter = 'BIG|huge' # theirs\n", "")));
    QTRY_COMPARE(text("providerOffered"), QStringLiteral("all"));
    QTRY_COMPARE(find<QListView>("providerModelList")->model()->rowCount(), 2);
}

void TestConnectionRows::aBadFilterIsRefusedBesideItsField()
{
    open(TOML);
    const QByteArray before = m_kit->read();
    edit();
    const QString hint = text("providerEditModelFilterHint");
    type("providerEditModelFilter", "gpt");
    QTRY_VERIFY(maySave());
    type("providerEditModelFilter", "gpt-(4");
    QVERIFY(text("providerEditModelFilterHint").contains(QStringLiteral("no regular expression")));
    QCOMPARE(find<QLineEdit>("providerEditModelFilter")->property("state"), QStringLiteral("bad"));
    QCOMPARE(find<QLineEdit>("providerEditModelFilter")->accessibleDescription(),
        text("providerEditModelFilterHint"));
    QTRY_VERIFY(!maySave());
    QVERIFY(text("providerEditProblem").isEmpty());
    QTest::keyClick(find<QLineEdit>("providerEditModelFilter"), Qt::Key_Return);
    QCOMPARE(m_kit->read(), before);
    QVERIFY(isSeen("providerEditModelFilter"));
    type("providerEditModelFilter", "gpt-(4)");
    QCOMPARE(text("providerEditModelFilterHint"), hint);
    save();
    QVERIFY(m_kit->read().contains("model_filter = \"gpt-(4)\" # theirs"));
}

void TestConnectionRows::cancellingChangesNothing()
{
    open(TOML);
    const QByteArray before = m_kit->read();
    edit();
    type("providerEditModelFilter", "gpt-(4");
    click("providerEditForwardToken");
    QVERIFY(!m_page->mayClose());
    click("providerEditCancelButton");
    QVERIFY(m_page->mayClose());
    QCOMPARE(m_kit->read(), before);
    edit();
    QCOMPARE(typed("providerEditModelFilter"), QStringLiteral("BIG|huge"));
    QCOMPARE(find<QLineEdit>("providerEditModelFilter")->property("state"), QString());
    QVERIFY(!find<QCheckBox>("providerEditForwardToken")->isChecked());
}

void TestConnectionRows::keysOfClientsAreUsed()
{
    open(TOML);
    const QByteArray before = m_kit->read();
    QCOMPARE(text("providerClientKeys"), QStringLiteral("not used"));
    edit();
    auto *const box = find<QCheckBox>("providerEditForwardToken");
    QVERIFY(!box->isChecked());
    QVERIFY(box->height() >= 32);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QTRY_VERIFY(diff().contains(QStringLiteral("+ forward_token = true")));
    save();
    QTRY_VERIFY(provider().isTokenForwarded);
    QTRY_VERIFY(text("providerClientKeys").startsWith(QStringLiteral("used")));
    QCOMPARE(m_kit->read(), QByteArray(before).replace("# theirs\n", "# theirs\nforward_token = true\n"));
    edit();
    QVERIFY(box->isChecked());
    click("providerEditForwardToken");
    save();
    QCOMPARE(m_kit->read(), before);
    QTRY_VERIFY(!provider().isTokenForwarded);
}

void TestConnectionRows::aLineThatSaysNoStays()
{
    open(QByteArray(AZURE).replace("azure", "openai") + "forward_token = false # never\n");
    const QByteArray before = m_kit->read();
    edit();
    type("providerEditModelFilter", "big");
    save();
    QCOMPARE(m_kit->read(), before + "model_filter = \"big\"\n");
    edit();
    click("providerEditForwardToken");
    save();
    QVERIFY(m_kit->read().contains("forward_token = true # never\n"));
}

void TestConnectionRows::theApiVersionIsOfAzureAlone()
{
    open(AZURE);
    QCOMPARE(text("providerApiVersion"), QStringLiteral("2024-10-21"));
    QVERIFY(isSeen("providerApiVersion"));
    edit();
    QVERIFY(typed("providerEditApiVersion").isEmpty());
    QCOMPARE(find<QLineEdit>("providerEditApiVersion")->placeholderText(), QStringLiteral("2024-10-21"));
    type("providerEditApiVersion", "2025-04-01-preview");
    save();
    QCOMPARE(m_kit->read(), m_kit->filled(QByteArray(AZURE) + "api_version = \"2025-04-01-preview\"\n"));
    QTRY_COMPARE(text("providerApiVersion"), QStringLiteral("2025-04-01-preview"));
    edit();
    type("providerEditApiVersion", "");
    save();
    QCOMPARE(m_kit->read(), m_kit->filled(AZURE));
    QTRY_COMPARE(text("providerApiVersion"), QStringLiteral("2024-10-21"));
    cleanup();
    open(TOML);
    QVERIFY(!isSeen("providerApiVersion"));
    edit();
    QVERIFY(!isSeen("providerEditApiVersion"));
}

void TestConnectionRows::aBadApiVersionIsRefusedBesideItsField()
{
    open(AZURE);
    edit();
    QVERIFY(!isSeen("providerEditApiVersionProblem"));
    type("providerEditApiVersion", "2024/10");
    QVERIFY(isSeen("providerEditApiVersionProblem"));
    QVERIFY(text("providerEditApiVersionProblem").contains(QStringLiteral("API version")));
    QCOMPARE(find<QLineEdit>("providerEditApiVersion")->property("state"), QStringLiteral("bad"));
    QTRY_VERIFY(!maySave());
    QCOMPARE(m_kit->read(), m_kit->filled(AZURE));
    // A variable is put in by the gateway, which says so when there is none.
    type("providerEditApiVersion", "{{ env.MY_VERSION }}");
    QVERIFY(!isSeen("providerEditApiVersionProblem"));
    QTRY_VERIFY(text("providerEditProblem").contains(QStringLiteral("MY_VERSION")));
    QVERIFY(!maySave());
}

void TestConnectionRows::bedrockHasNoKeysOfClients()
{
    open("[llm.providers.one]\ntype = \"bedrock\"\nregion = \"eu-central-1\"\napi_key = \"k\"\n",
        {{QStringLiteral("AWS_ENDPOINT_URL_BEDROCK"), QStringLiteral("http://127.0.0.1:9")}});
    QVERIFY(!isSeen("providerClientKeys"));
    edit();
    QVERIFY(!isSeen("providerEditForwardToken"));
    QVERIFY(!isSeen("providerEditApiVersion"));
    QVERIFY(isSeen("providerEditRegion"));
    type("providerEditModelFilter", "nova");
    save();
    QTRY_COMPARE(provider().modelFilter, QStringLiteral("nova"));
}

void TestConnectionRows::otherFieldsFromOutsideAreTakenOver()
{
    open(AZURE);
    edit();
    type("providerEditConnect", "3s");
    writeOutside(
        QByteArray(AZURE) + "api_version = \"2025-01-01\"\nmodel_filter = \"gpt\"\nforward_token = true\n");
    QTRY_COMPARE(typed("providerEditApiVersion"), QStringLiteral("2025-01-01"));
    QCOMPARE(typed("providerEditModelFilter"), QStringLiteral("gpt"));
    QVERIFY(find<QCheckBox>("providerEditForwardToken")->isChecked());
    QCOMPARE(typed("providerEditConnect"), QStringLiteral("3s"));
    QVERIFY(!isSeen("providerEditChanged"));
    save();
    QVERIFY(m_kit->read().contains("model_filter = \"gpt\"\nforward_token = true\n"));
    QVERIFY(m_kit->read().contains("connect = \"3s\""));
}

void TestConnectionRows::theSameFieldsFromOutsideAreAskedAbout()
{
    open(QByteArray(AZURE) + "forward_token = true\n");
    edit();
    type("providerEditModelFilter", "mine");
    type("providerEditApiVersion", "2025-02-02");
    writeOutside(QByteArray(AZURE) + "model_filter = \"theirs\"\napi_version = \"2025-01-01\"\n");
    QTRY_VERIFY(isSeen("providerEditChanged"));
    const QString asked = find<QWidget>("providerEditChanged")->accessibleName();
    QVERIFY2(asked.contains(QStringLiteral("Models offered")), qPrintable(asked));
    QVERIFY2(asked.contains(QStringLiteral("API version")), qPrintable(asked));
    QVERIFY2(!asked.contains(QStringLiteral("Keys of clients")), qPrintable(asked));
    QVERIFY(!find<QCheckBox>("providerEditForwardToken")->isChecked());
    QVERIFY(!maySave());
    QCOMPARE(typed("providerEditModelFilter"), QStringLiteral("mine"));
    click("providerEditChangedTheirsButton");
    QCOMPARE(typed("providerEditModelFilter"), QStringLiteral("theirs"));
    QCOMPARE(typed("providerEditApiVersion"), QStringLiteral("2025-01-01"));
    type("providerEditModelFilter", "mine");
    writeOutside(QByteArray(AZURE) + "model_filter = \"other\"\napi_version = \"2025-01-01\"\n");
    QTRY_VERIFY(isSeen("providerEditChanged"));
    click("providerEditChangedMineButton");
    save();
    QVERIFY(m_kit->read().contains("model_filter = \"mine\"\napi_version = \"2025-01-01\"\n"));
}

void TestConnectionRows::theTypeMayChangeMeanwhile()
{
    open(QByteArray(AZURE) + "api_version = \"2025-01-01\"\n");
    edit();
    type("providerEditApiVersion", "no version/");
    type("providerEditModelFilter", "big");
    writeOutside(QByteArray(AZURE).replace("azure", "openai"));
    QTRY_VERIFY(!isSeen("providerEditApiVersion"));
    QVERIFY(!isSeen("providerEditApiVersionProblem"));
    QVERIFY(!isSeen("providerEditChanged"));
    save();
    QCOMPARE(m_kit->read(),
        m_kit->filled(QByteArray(AZURE).replace("azure", "openai") + "model_filter = \"big\"\n"));
}

void TestConnectionRows::aVariableMayHoldTheAddress()
{
    open(QByteArray(TOML).replace("@BASE@", "{{ env.MY_ADDRESS }}"),
        {{QStringLiteral("MY_ADDRESS"), QStringLiteral("http://127.0.0.1:9/v1")}});
    edit();
    type("providerEditModelFilter", "big");
    save();
    QVERIFY(m_kit->read().contains("{{ env.MY_ADDRESS }}"));
}

QTEST_MAIN(TestConnectionRows)

#include "tst_connectionrows.moc"
