// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/scriptedprovider.h"
#include "secrets/fakekeyring.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/playground/playgroundpage.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

namespace nexus::kit {

//! \brief One provider, the scripted one, under the name `up`.
constexpr auto TOML = R"([llm.providers.up]
type = "openai"
base_url = "@BASE@"
[llm.providers.up.retries]
max_attempts = 1
)";

//! \brief A gateway in a temporary folder; without a text it has no file and its demo provider alone.
struct PlaygroundKit {
    explicit PlaygroundKit(QByteArray toml = {})
        : log(LogLevel::Off, LogStyle::Text)
        , keys(std::make_unique<FakeBackend>(keyring))
        , host(log,
              {.environment = Environment(QHash<QString, QString>()),
                  .overrides = {.listen = ListenAddress {QHostAddress::LocalHost, 0}},
                  .historyPath = {},
                  .keychain = &keys})
        , history(QString())
        , config(host, filePath())
        , settings(folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat)
    {
        if (!toml.isEmpty()) {
            QFile file(filePath());
            if (file.open(QIODevice::WriteOnly)) {
                file.write(toml.replace("@BASE@", provider.baseUrl().toString().toUtf8()));
            }
        }
        (void)host.useFile(toml.isEmpty() ? QString() : filePath());
        (void)host.start();
    }

    [[nodiscard]] QString filePath() const { return folder.filePath(QStringLiteral("nexus.toml")); }
    [[nodiscard]] ConsoleParts parts()
    {
        return {.host = host, .history = history, .keys = keys, .config = config, .settings = settings};
    }

    QTemporaryDir folder;
    ScriptedProvider provider;
    FakeKeyring keyring;
    LogOutput log;
    Keychain keys;
    GatewayHost host;
    HistoryDesk history;
    ConfigDesk config;
    QSettings settings;
};

//! \brief The page with its gateway, clicked through by the names of its widgets.
class PlaygroundRig {
protected:
    void open(const QByteArray &toml = {})
    {
        m_kit = std::make_unique<PlaygroundKit>(toml);
        reopen();
    }

    void reopen()
    {
        m_page.reset();
        m_page = makePage();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void close()
    {
        m_page.reset();
        m_kit.reset();
    }

    [[nodiscard]] std::unique_ptr<PlaygroundPage> makePage() const
    {
        auto page = std::make_unique<PlaygroundPage>(m_kit->parts());
        page->resize(1200, 900);
        page->show();
        return page;
    }

    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    void trigger(const char *name) const { find<QAction>(name)->trigger(); }
    void ask(const QString &prompt) const
    {
        auto *const field = find<QPlainTextEdit>("playgroundPrompt");
        field->setFocus();
        QTest::keyClicks(field, prompt);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    }

    [[nodiscard]] QString model(const char *name) const { return find<QLineEdit>(name)->text(); }
    [[nodiscard]] QString answer(const char *name) const { return find<QTextBrowser>(name)->toPlainText(); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool isSeen(const char *name) const { return find<QWidget>(name)->isVisible(); }
    [[nodiscard]] static QString copied() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<PlaygroundKit> m_kit;
    std::unique_ptr<PlaygroundPage> m_page;
};

} // namespace nexus::kit
