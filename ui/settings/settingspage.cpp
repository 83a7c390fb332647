// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/hostproblem.h"
#include "ui/models/tomlkeys.h"
#include "ui/settings/fileproblem.h"
#include "ui/settings/optionsview.h"
#include "ui/settings/settingsdraft.h"
#include "ui/settings/tomlview.h"
#include "ui/widgets/banner.h"

#include <QBoxLayout>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>

namespace nexus {

namespace {

constexpr int fileTab = 1;
constexpr int lineEnd = 1'000'000;

} // namespace

SettingsPage::SettingsPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Settings"), parent)
    , m_desk(parts.config)
    , m_settings(parts.settings)
    , m_preferences(parts.settings)
    , m_draft(new SettingsDraft(parts.config, this))
    , m_hostProblem(new Banner(this))
    , m_banner(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_options(new OptionsView(*m_draft, m_preferences, this))
    , m_file(new TomlView(parts.config, this))
{
    m_hostProblem->setObjectName(QStringLiteral("settingsHostProblem"));
    m_banner->setObjectName(QStringLiteral("settingsBanner"));
    content()->addWidget(m_hostProblem);
    content()->addWidget(m_banner);
    content()->addWidget(m_tabs, 1);
    addTabs();
    addShortcuts();
    connect(&parts.host, &GatewayHost::stateChanged, this, &SettingsPage::onHostChanged);
    connect(m_options, &OptionsView::saveWanted, this, &SettingsPage::saveOptions);
    connect(m_draft, &SettingsDraft::changed, this, &SettingsPage::refreshTabs);
    connect(m_file, &TomlView::dirtyChanged, this, &SettingsPage::refreshTabs);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        const Result<void> undone = m_desk.undo();
        m_banner->say(undone ? Banner::Kind::Plain : Banner::Kind::Bad,
            undone ? tr("The change was taken back.") : undone.error().message);
    });
    connect(m_hostProblem, &Banner::actionClicked, this, [this] {
        if (const std::optional<Error> &problem = m_desk.host().problem()) {
            openFile(fileProblem(*problem).line);
        }
    });
    onHostChanged();
    refreshTabs();
}

void SettingsPage::addTabs()
{
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_options, tr("Options"));
    m_tabs->addTab(m_file, QStringLiteral("nexus.toml"));
    m_tabs->setCurrentIndex(m_settings.value(QStringLiteral("settings/tab"), 0).toInt());
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        m_settings.setValue(QStringLiteral("settings/tab"), tab);
        m_banner->setVisible(m_banner->isVisible() && tab != fileTab);
    });
}

void SettingsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *const shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence::Save, [this] { saveCurrent(); });
    add(QKeySequence::Find, [this] {
        if (m_tabs->currentIndex() == fileTab) {
            m_file->openFind();
        } else {
            m_options->focusSearch();
        }
    });
}

void SettingsPage::follow(const QString &argument)
{
    const QString place = argument.section(QLatin1Char(':'), 0, 0);
    if (place == QLatin1String("file")) {
        const int line = argument.section(QLatin1Char(':'), 1).toInt();
        const std::optional<Error> &problem = m_desk.host().problem();
        // Who comes without a place comes for what is wrong.
        openFile(line == 0 && problem ? fileProblem(*problem).line : line);
        return;
    }
    if (m_options->reveal(place)) {
        m_tabs->setCurrentIndex(0);
        m_options->reveal(place);
        return;
    }
    // A key that has no row stands in the file alone.
    const Result<ConfigText> text = m_desk.text();
    if (!text || place.isEmpty()) {
        return;
    }
    const KeyPath path = place.split(QLatin1Char('.'));
    const TomlPlace found = placeOf(*text, path);
    m_tabs->setCurrentIndex(fileTab);
    m_file->goTo(found.line, found.isThere ? 1 : lineEnd);
    if (!found.isThere && path.constLast() == QLatin1String("headers")) {
        m_file->say(tr("Header rules go below this line, for example: %1")
                        .arg(QStringLiteral("headers = [{ rule = \"insert\", name = \"X-Team\", value = "
                                            "\"blue\" }]")));
    } else if (!found.isThere) {
        m_file->say(tr("%1 is not in the file yet. It goes below this line.").arg(place));
    }
}

void SettingsPage::openFile(int line)
{
    m_tabs->setCurrentIndex(fileTab);
    m_file->goTo(line);
}

bool SettingsPage::mayClose()
{
    if (m_draft->count() == 0 && !m_file->isDirty()) {
        return true;
    }
    QMessageBox box(QMessageBox::Warning, tr("Unsaved changes"),
        tr("The changes of the settings are not saved. They are lost when you go on without saving."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("settingsCloseQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save) {
        if (m_draft->count() > 0) {
            saveOptions();
        }
        return m_draft->count() == 0 && m_file->save();
    }
    return answer == QMessageBox::Discard;
}

void SettingsPage::saveOptions()
{
    const bool needsRestart = m_draft->needsRestart();
    const Result<void> saved = m_draft->save();
    if (!saved) {
        m_banner->say(Banner::Kind::Bad, saved.error().message);
        return;
    }
    m_banner->say(needsRestart ? Banner::Kind::Warn : Banner::Kind::Good,
        needsRestart ? tr("Saved. A part of it takes effect when Nexus is started again.")
                     : tr("Saved. It holds from the next request on."),
        m_desk.canUndo() ? tr("Undo") : QString());
}

bool SettingsPage::saveCurrent()
{
    if (m_tabs->currentIndex() == fileTab) {
        return m_file->save();
    }
    if (m_draft->canSave()) {
        saveOptions();
    }
    return m_draft->count() == 0;
}

void SettingsPage::onHostChanged()
{
    const GatewayHost &host = m_desk.host();
    if (const std::optional<HostProblem> problem = problemOf(host)) {
        const bool hasPlace = fileProblem(*host.problem()).line > 0;
        m_hostProblem->say(Banner::Kind::Bad, problem->whole(), hasPlace ? tr("Show the line") : QString());
    } else {
        m_hostProblem->hide();
    }
}

void SettingsPage::refreshTabs()
{
    const auto name = [this](int tab, const QString &plain, bool isDirty) {
        m_tabs->setTabText(tab, isDirty ? tr("%1 •").arg(plain) : plain);
        m_tabs->setTabToolTip(tab, isDirty ? tr("Not saved yet") : QString());
    };
    name(0, tr("Options"), m_draft->count() > 0);
    name(fileTab, QStringLiteral("nexus.toml"), m_file->isDirty());
}

} // namespace nexus
