// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstage.h"

#include "ui/aliases/aliasfields.h"
#include "ui/livelog/compareview.h"
#include "ui/livelog/requestdetail.h"
#include "ui/models/providerpresets.h"
#include "ui/playground/keeppanel.h"
#include "ui/shell/pagefactory.h"
#include "ui/usage/budgetform.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/providerform.h"

#include <QMetaMethod>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace nexus;

namespace {

// A page takes a while to open, and one thing that stays is seen after few rounds as well. NEXUS_ROUNDS asks
// for more; QtTest gives them five minutes unless QTEST_FUNCTION_TIMEOUT names more milliseconds.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int pageRounds = 4;
constexpr int partRounds = 10;
#else
constexpr int pageRounds = 25;
constexpr int partRounds = 100;
#endif
constexpr int warmUp = 4;

int rounds(bool isPage)
{
    const int wanted = qEnvironmentVariableIntValue("NEXUS_ROUNDS");
    return wanted > 0 ? wanted : isPage ? pageRounds : partRounds;
}

// QObject tells how many listen to a signal only to itself.
class Listened final : public QObject {
public:
    static int to(const QObject &sender)
    {
        int out = 0;
        const QMetaObject *const meta = sender.metaObject();
        for (int i = 0; i < meta->methodCount(); ++i) {
            const QMetaMethod method = meta->method(i);
            if (method.methodType() == QMetaMethod::Signal) {
                const QByteArray signal = QByteArray::number(QSIGNAL_CODE) + method.methodSignature();
                out += (sender.*(&Listened::receivers))(signal.constData());
            }
        }
        return out;
    }
};

//! What must not grow when something was opened and closed.
struct Living {
    qsizetype widgets = 0;
    qsizetype children = 0;
    int listeners = 0;

    bool operator==(const Living &) const = default;

    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 widgets, %2 children, %3 listeners")
            .arg(widgets)
            .arg(children)
            .arg(listeners);
    }
};

Living living(FilledConsole &console)
{
    const ConsoleParts parts = console.parts();
    Gateway &gateway = parts.host.gateway();
    const std::array<QObject *, 8> lasting {&parts.host, &parts.history, &parts.keys, &parts.config,
        &parts.settings, &gateway.ledger().live(), &gateway.catalog(), qApp};
    Living out {.widgets = QApplication::allWidgets().size()};
    for (const QObject *const object : lasting) {
        out.children += object->findChildren<QObject *>().size();
        out.listeners += Listened::to(*object);
    }
    return out;
}

// Lets happen what is due, also what was put off until the next round of events.
void letHappen()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

//! \brief Whether what is opened and closed again leaves nothing behind.
class OpenCloseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingStays_data();
    void nothingStays();
    void thePaletteLeavesNothing();

private:
    using Opener = std::function<QWidget *(QWidget *parent)>;

    void addPages();
    void addParts();
    void addPage(const char *name, Opener open) { add(name, true, std::move(open)); }
    void addPart(const char *name, Opener open) { add(name, false, std::move(open)); }
    void add(const char *name, bool isPage, Opener open);
    [[nodiscard]] RequestDossier dossier();
    void repeat(int rounds, const std::function<void()> &round);

    WindowStage m_stage;
    std::shared_ptr<const RequestRecord> m_record;
    QStringListModel m_names {{QStringLiteral("openai/gpt-4o"), QStringLiteral("local")}};
    std::map<QByteArray, Opener> m_openers;
};

void OpenCloseTest::initTestCase()
{
    QVERIFY(m_stage.start());
    m_stage.window().hide();
    m_record = std::make_shared<const RequestRecord>(sampleRecords(QDateTime::currentDateTime()).back());
}

void OpenCloseTest::add(const char *name, bool isPage, Opener open)
{
    QTest::newRow(name) << isPage;
    m_openers[name] = std::move(open);
}

void OpenCloseTest::nothingStays_data()
{
    QTest::addColumn<bool>("isPage");
    addPages();
    addParts();
}

void OpenCloseTest::addPages()
{
    static constexpr std::array names {
        "overview", "live log", "providers", "models", "usage", "playground", "settings"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        addPage(names.at(i), [this, i](QWidget *parent) {
            return makePage(static_cast<PageId>(i), m_stage.console().parts(), parent);
        });
    }
    addPage("first steps",
        [this](QWidget *parent) { return new WelcomePage(m_stage.console().parts(), parent); });
    const auto followed = [this](PageId page, const char *argument) {
        return [this, page, argument](QWidget *parent) {
            Page *const out = makePage(page, m_stage.console().parts(), parent);
            out->follow(QLatin1String(argument));
            return out;
        };
    };
    addPage("file", followed(PageId::Settings, "file"));
    addPage("new alias", followed(PageId::Models, "+"));
    addPage("presets", followed(PageId::Providers, "+"));
    addPage("errors", followed(PageId::LiveLog, "is:error"));
}

void OpenCloseTest::addParts()
{
    addPart("provider form", [this](QWidget *parent) {
        auto *const form = new ProviderForm(m_stage.console().parts(), parent);
        form->begin(providerPresets().front());
        return form;
    });
    addPart("alias fields", [this](QWidget *parent) { return new AliasFields(m_names, parent); });
    addPart("request", [this](QWidget *parent) {
        auto *const detail = new RequestDetail(m_stage.console().parts(), parent);
        detail->setLine(dossier().line);
        return detail;
    });
    addPart("comparison", [this](QWidget *parent) {
        auto *const view = new CompareView(parent);
        view->setDossiers(dossier(), dossier());
        view->setDossiers(dossier(), dossier());
        return view;
    });
    addPart("budget",
        [this](QWidget *parent) { return new BudgetForm(m_stage.console().parts(), std::nullopt, parent); });
    addPart("keeping", [](QWidget *parent) {
        auto *const panel = new KeepPanel(QStringLiteral("keep"), parent);
        panel->ask(QStringLiteral("Keep"), QStringLiteral("name"));
        return panel;
    });
}

RequestDossier OpenCloseTest::dossier()
{
    NamePool names;
    LiveRequest request;
    request.record = m_record;
    return {.line = requestLine(request, false, names), .kept = {}, .price = {}};
}

// Threads may still hold an answer for what has just gone.
void OpenCloseTest::repeat(int rounds, const std::function<void()> &round)
{
    for (int i = 0; i < warmUp; ++i) {
        round();
    }
    Living before;
    QVERIFY(QTest::qWaitFor([this, &before] {
        letHappen();
        return std::exchange(before, living(m_stage.console())) == before;
    }));
    for (int i = 0; i < rounds; ++i) {
        round();
    }
    Living after;
    const bool isSame = QTest::qWaitFor([&] {
        letHappen();
        after = living(m_stage.console());
        return after.widgets <= before.widgets && after.children <= before.children
            && after.listeners <= before.listeners;
    });
    QVERIFY2(isSame, qPrintable(QStringLiteral("%1, then %2").arg(before.text(), after.text())));
}

void OpenCloseTest::nothingStays()
{
    const Opener open = m_openers.at(QTest::currentDataTag());
    QFETCH(const bool, isPage);
    repeat(rounds(isPage), [&open] {
        QWidget frame;
        QVBoxLayout layout(&frame);
        frame.resize(900, 600);
        QPointer<QWidget> opened = open(&frame);
        if (!opened->isWindow()) {
            layout.addWidget(opened);
        }
        frame.show();
        opened->show();
        letHappen();
        letHappen();
        // A dialog that is closed goes by itself, a page with what it lies in.
        opened->close();
        letHappen();
    });
}

void OpenCloseTest::thePaletteLeavesNothing()
{
    m_stage.window().show();
    repeat(rounds(false), [this] {
        if (QTest::currentTestFailed()) {
            return;
        }
        m_stage.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage.window()));
        QTest::keyClick(&m_stage.window(), Qt::Key_K, Qt::ControlModifier);
        QWidget *const popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        popup->close();
        letHappen();
    });
}

QTEST_MAIN(OpenCloseTest)

#include "tst_openclose.moc"
