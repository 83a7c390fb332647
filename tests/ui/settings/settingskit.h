// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/configdesk.h"
#include "ui/models/historydesk.h"
#include "ui/settings/settingspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabWidget>
#include <QtTest>

namespace nexus {

//! \brief A gateway that serves with a file of its own, and the page over it.
class SettingsKit final {
public:
    explicit SettingsKit(const QByteArray &toml, const ConfigOverrides &overrides = {},
        const QHash<QString, QString> &variables = {})
        : output(LogLevel::Off, LogStyle::Text, [](std::string_view) {})
        , keys(nullptr)
        , host(output, {.environment = Environment(variables), .overrides = overrides, .historyPath = {}})
        , history(QString())
        , config(host, path())
        , settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
    {
        if (!toml.isEmpty()) {
            write(toml);
        }
        if (!host.useFile(toml.isEmpty() ? QString() : path())) {
            qFatal("the configuration is not good");
        }
        if (!toml.isEmpty() && !host.start()) {
            qFatal("the gateway does not start");
        }
        page = std::make_unique<SettingsPage>(ConsoleParts {
            .host = host, .history = history, .keys = keys, .config = config, .settings = settings});
        page->resize(1000, 700);
        page->show();
        // Shortcuts belong to the active window.
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get())) {
            qFatal("the page cannot be seen");
        }
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("nexus.toml")); }

    void write(const QByteArray &toml) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size()) {
            qFatal("the file cannot be written");
        }
    }

    [[nodiscard]] QByteArray saved() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    //! \brief Does not wait for the watcher of the file.
    void reload() const { host.reload(); }

    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *const widget = page->findChild<Widget *>(QLatin1String(name));
        if (!widget) {
            qFatal("there is no %s", name);
        }
        return widget;
    }

    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    //! \brief Whether a label of the page that can be seen says \a text somewhere.
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    QTemporaryDir folder;
    LogOutput output;
    Keychain keys;
    mutable GatewayHost host;
    HistoryDesk history;
    ConfigDesk config;
    QSettings settings;
    std::unique_ptr<SettingsPage> page;
};

//! \brief What every file of these tests begins with: a port that the system chooses.
inline const QByteArray servingHead = "# mine\nserver.listen_address = \"127.0.0.1:0\"\nserver.workers = 1\n";

} // namespace nexus
