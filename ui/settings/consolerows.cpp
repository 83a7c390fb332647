// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/consolerows.h"

#include "ui/models/autostart.h"
#include "ui/models/consolepreferences.h"
#include "ui/settings/optionsection.h"
#include "ui/settings/settingeditor.h"
#include "ui/settings/toggle.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>

#include <functional>

namespace nexus {

namespace {

// What translators see these words under.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConsoleRows)
};

void addChoice(OptionSection &section, ConsolePreferences &preferences, const QString &key,
    const QString &name, const QString &help, const std::vector<std::pair<QString, QString>> &choices,
    const std::function<QString()> &current, const std::function<void(const QString &)> &choose)
{
    auto *const box = new QComboBox(&section);
    for (const auto &[value, label] : choices) {
        box->addItem(label, value);
    }
    box->setObjectName(settingObjectName(key));
    box->setAccessibleName(name);
    const auto show = [box, current] { box->setCurrentIndex(std::max(0, box->findData(current()))); };
    show();
    QObject::connect(
        box, &QComboBox::activated, box, [box, choose](int row) { choose(box->itemData(row).toString()); });
    QObject::connect(&preferences, &ConsolePreferences::changed, box, show);
    section.addRow(name, help, {}, box, key);
}

struct Switch {
    QString key;
    QString name;
    QString help;
    bool (ConsolePreferences::*get)() const;
    void (ConsolePreferences::*set)(bool);
};

// The toggle alone, at the right end of the field's place.
Toggle *makeToggle(QWidget *parent, const QString &key, const QString &name, QWidget *&field)
{
    field = new QWidget(parent);
    auto *const toggle = new Toggle(field);
    toggle->setObjectName(settingObjectName(key));
    toggle->setAccessibleName(name);
    auto *const layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(toggle);
    field->setFocusProxy(toggle);
    return toggle;
}

void addSwitch(OptionSection &section, ConsolePreferences &preferences, const Switch &what)
{
    QWidget *field = nullptr;
    Toggle *const toggle = makeToggle(&section, what.key, what.name, field);
    const auto show = [&preferences, toggle, get = what.get] { toggle->setChecked((preferences.*get)()); };
    show();
    QObject::connect(toggle, &Toggle::clicked, &preferences,
        [&preferences, set = what.set](bool isOn) { (preferences.*set)(isOn); });
    QObject::connect(&preferences, &ConsolePreferences::changed, toggle, show);
    section.addRow(what.name, what.help, {}, field, what.key);
}

void addAutostart(OptionSection &section)
{
    QWidget *field = nullptr;
    const QString key = QStringLiteral("console.starts_at_login");
    const QString name = Words::tr("Start at login");
    Toggle *const toggle = makeToggle(&section, key, name, field);
    toggle->setChecked(Autostart::ofThisProgram().isEnabled());
    OptionRow *const row
        = section.addRow(name, Words::tr("Start Nexus when you log in to this computer."), {}, field, key);
    QObject::connect(toggle, &Toggle::clicked, row, [toggle, row](bool isOn) {
        Autostart autostart = Autostart::ofThisProgram();
        const Result<void> done = autostart.setEnabled(isOn);
        row->setProblem(done ? QString() : done.error().message);
        toggle->setChecked(autostart.isEnabled());
    });
}

void addLooks(OptionSection &section, ConsolePreferences &preferences)
{
    using Theme = ConsolePreferences::Theme;
    addChoice(
        section, preferences, QStringLiteral("console.theme"), Words::tr("Theme"),
        Words::tr("Whether the window is light or dark."),
        {{QStringLiteral("0"), Words::tr("As the system")}, {QStringLiteral("1"), Words::tr("Light")},
            {QStringLiteral("2"), Words::tr("Dark")}},
        [&preferences] { return QString::number(static_cast<int>(preferences.theme())); },
        [&preferences](const QString &value) { preferences.setTheme(static_cast<Theme>(value.toInt())); });
    // Languages are named in themselves, so that everybody finds the own one.
    addChoice(
        section, preferences, QStringLiteral("console.language"), Words::tr("Language"),
        Words::tr("In what language the window speaks."),
        {{QString(), Words::tr("As the system")}, {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("fr"), QStringLiteral("Français")},
            {QStringLiteral("es"), QStringLiteral("Español")},
            {QStringLiteral("ja"), QStringLiteral("日本語")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}},
        [&preferences] { return preferences.language(); },
        [&preferences](const QString &value) { preferences.setLanguage(value); });
}

} // namespace

void addConsoleRows(OptionSection &section, ConsolePreferences &preferences)
{
    using P = ConsolePreferences;
    addLooks(section, preferences);
    addAutostart(section);
    addSwitch(section, preferences,
        {QStringLiteral("console.starts_hidden"), Words::tr("Start hidden"),
            Words::tr("Begin as an icon in the tray, without a window."), &P::startsHidden,
            &P::setStartsHidden});
    addSwitch(section, preferences,
        {QStringLiteral("console.serves_at_start"), Words::tr("Serve at start"),
            Words::tr("Answer requests as soon as Nexus is started."), &P::servesAtStart,
            &P::setServesAtStart});
    addSwitch(section, preferences,
        {QStringLiteral("console.closes_to_tray"), Words::tr("Go on without a window"),
            Words::tr("Closing the window leaves Nexus serving, with an icon in the tray."), &P::closesToTray,
            &P::setClosesToTray});
    addSwitch(section, preferences,
        {QStringLiteral("console.notifies"), Words::tr("Notifications"),
            Words::tr("Tell the desktop when a budget is spent or a provider rests."), &P::notifies,
            &P::setNotifies});
}

} // namespace nexus
