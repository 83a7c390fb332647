// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/models/providerrows.h"
#include "ui/providers/providerspage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = R"([llm.providers.one]
type = "openai"
base_url = "@BASE@"
api_key = "k"

[llm.providers.one.retries]
max_attempts = 1
)";

} // namespace

//! \brief What the page of providers says once one was added, and of one that does not list its models.
class TestAddedProvider final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theNewsGoesWithTheNextAction_data();
    void theNewsGoesWithTheNextAction();
    void theKeysForSavingSave();
    void whatCameInPlaceOfAListIsSaid_data();
    void whatCameInPlaceOfAListIsSaid();
    void whatDidNotAnswerWasNotReached();

private:
    void open(const QByteArray &toml = TOML);
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const
    {
        auto *const button = find<QAbstractButton>(name);
        QVERIFY2(button, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] ProviderState state() const { return providerRows(m_kit->host).front().state; }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestAddedProvider::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestAddedProvider::open(const QByteArray &toml)
{
    m_kit = std::make_unique<ProviderKit>(toml);
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestAddedProvider::theNewsGoesWithTheNextAction_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("another provider") << QStringLiteral("choose");
    QTest::newRow("a form of the provider") << QStringLiteral("edit");
    QTest::newRow("the form for one more") << QStringLiteral("add");
    QTest::newRow("another page") << QStringLiteral("leave");
}

void TestAddedProvider::theNewsGoesWithTheNextAction()
{
    QFETCH(const QString, action);
    open();
    m_page->follow(QStringLiteral("+ollama"));
    find<QLineEdit>("providerAddressField")->setText(m_kit->base());
    click("providerSaveButton");
    const auto *const banner = find<QWidget>("providerBanner");
    QVERIFY(banner->isVisible());
    QTRY_COMPARE(text("providerName"), QStringLiteral("ollama"));
    QVERIFY2(banner->isVisible(), "choosing what was added is no action of anybody");
    auto *const list = find<QListView>("providerList");
    if (action == QLatin1String("choose")) {
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(text("providerName"), QStringLiteral("one"));
    } else if (action == QLatin1String("edit")) {
        click("providerRenameButton");
    } else if (action == QLatin1String("add")) {
        click("providerAddButton");
    } else {
        m_page->hide();
        m_page->show();
    }
    QVERIFY(!banner->isVisible());
}

void TestAddedProvider::theKeysForSavingSave()
{
    open({});
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->follow(QStringLiteral("+ollama"));
    auto *const address = find<QLineEdit>("providerAddressField");
    address->setText(QStringLiteral("nowhere"));
    QVERIFY(!find("providerSaveButton")->isEnabled());
    QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_kit->read().isEmpty());
    address->setText(m_kit->base());
    QTest::keyClick(address, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(m_kit->serves("ollama"));
}

void TestAddedProvider::whatCameInPlaceOfAListIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ProviderState>("state");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("advice");
    const QByteArray error(R"({"error":{"message":"no"}})");
    const auto row = [&error](int status, ProviderState state, const char *word, const char *advice) {
        QTest::addRow("%d", status) << status << error << state << QString::fromLatin1(word)
                                    << QString::fromLatin1(advice);
    };
    row(401, ProviderState::KeyRefused, "Key refused", "The key was refused (401). Check that it is whole");
    row(403, ProviderState::Unlisted, "Lists no models", "The key may not list models (403)");
    row(404, ProviderState::Unlisted, "Lists no models", "has no list of models at this address (404)");
    row(429, ProviderState::Unlisted, "Lists no models", "has used up its share or its credit (429)");
    row(500, ProviderState::Unlisted, "Lists no models", "a failure of its own (500)");
    QTest::newRow("a web page") << 200 << QByteArray("<!doctype html><p>Hello") << ProviderState::Unlisted
                                << QStringLiteral("Lists no models")
                                << QStringLiteral("perhaps a web page. Check the address");
}

void TestAddedProvider::whatCameInPlaceOfAListIsSaid()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ProviderState, state);
    QFETCH(const QString, word);
    QFETCH(const QString, advice);
    open();
    m_kit->provider.setDefaultReply(kit::Reply::json(status, body));
    m_kit->host.gateway().catalog().refresh();
    QTRY_COMPARE(this->state(), state);
    QTRY_VERIFY2(text("providerState").startsWith(word), qPrintable(text("providerState")));
    QVERIFY2(text("providerState").contains(advice), qPrintable(text("providerState")));
    QVERIFY(!text("providerState").contains(QStringLiteral("reached")));
}

void TestAddedProvider::whatDidNotAnswerWasNotReached()
{
    open(QByteArray(TOML).replace("@BASE@", "http://127.0.0.1:1/v1"));
    QTRY_COMPARE(state(), ProviderState::Unreached);
    QTRY_VERIFY2(
        text("providerState").startsWith(QStringLiteral("Not reached")), qPrintable(text("providerState")));
}

QTEST_MAIN(TestAddedProvider)

#include "tst_addedprovider.moc"
