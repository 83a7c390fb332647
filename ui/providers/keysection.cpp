// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keysection.h"

#include "ui/models/configdesk.h"
#include "ui/models/providerdraft.h"
#include "ui/models/provideredit.h"
#include "ui/providers/confirmstrip.h"
#include "ui/providers/keylist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/credentialsentry.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keysavepanel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/probeline.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

KeySection::KeySection(const ConsoleParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_saver(parts.keys)
    , m_ending(sectionLabel({}, this))
    , m_place(dimLabel({}, this))
    , m_replace(new QPushButton(this))
    , m_move(new QPushButton(tr("Move to the keychain"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_list(new KeyList(parts, this))
    , m_entry(new CredentialsEntry(QStringLiteral("key"), parts.host.environment(), this))
    , m_buttons(new FlowLayout(grid::unit))
    , m_actions(new QHBoxLayout)
    , m_save(primaryButton(tr("Save key"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_keychain(new KeySavePanel(QStringLiteral("keychain"), m_saver, this))
    , m_confirm(new ConfirmStrip(QStringLiteral("keyRemove"), this))
    , m_banner(new Banner(this))
    , m_probe(new ProbeLine(
          QStringLiteral("keyTest"), parts.host.environment(), [this] { return onTest(); }, this))
{
    setProperty("look", QStringLiteral("card"));
    m_ending->setObjectName(QStringLiteral("keyEnding"));
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_replace->setObjectName(QStringLiteral("keyReplaceButton"));
    m_move->setObjectName(QStringLiteral("keyMoveButton"));
    m_remove->setObjectName(QStringLiteral("keyRemoveButton"));
    m_save->setObjectName(QStringLiteral("keySaveButton"));
    m_cancel->setObjectName(QStringLiteral("keyCancelButton"));
    m_remove->setProperty("look", QStringLiteral("danger"));
    makeLayout();
    connectParts();
    showEntry(false);
}

void KeySection::makeLayout()
{
    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_ending);
    words->addWidget(m_place);
    for (QPushButton *const button :
        {m_move, m_replace, m_remove, m_list->testButton(), m_list->addButton()}) {
        m_buttons->addWidget(button);
    }
    setTabOrder(m_move, m_replace);
    setTabOrder(m_replace, m_remove);
    m_actions->setSpacing(grid::unit);
    m_actions->addWidget(m_save);
    m_actions->addWidget(m_cancel);
    m_actions->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(words);
    layout->addWidget(m_list);
    layout->addLayout(m_buttons);
    layout->addWidget(m_confirm);
    layout->addWidget(m_entry);
    layout->addLayout(m_actions);
    layout->addWidget(m_keychain);
    layout->addWidget(m_banner);
    layout->addWidget(m_probe);
}

void KeySection::connectParts()
{
    connect(m_replace, &QPushButton::clicked, this, &KeySection::openEntry);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_saver.drop();
        showEntry(false);
    });
    connect(m_save, &QPushButton::clicked, this, &KeySection::onSave);
    connect(m_move, &QPushButton::clicked, this, &KeySection::onMove);
    connect(m_remove, &QPushButton::clicked, this, &KeySection::askRemoval);
    connect(m_confirm, &ConfirmStrip::confirmed, this, &KeySection::onRemove);
    connect(m_entry, &CredentialsEntry::changed, this, [this] {
        forgetResult();
        m_save->setEnabled(m_entry->isComplete());
    });
    connect(m_entry, &CredentialsEntry::submitted, this, [this] {
        if (m_save->isEnabled()) {
            onSave();
        }
    });
    connect(m_keychain, &KeySavePanel::environmentWanted, this, [this] {
        if (!isEntering()) {
            openEntry();
        }
        m_entry->useEnvironment();
    });
    connect(m_list, &KeyList::changed, this, [this] {
        forgetResult();
        refresh();
    });
    connect(&m_saver, &KeySaver::saved, this, [this] { (void)write(m_saving); });
    connect(&m_parts.keys, &Keychain::changed, this, &KeySection::askSession);
}

void KeySection::setProvider(const QString &name)
{
    if (m_name != name) {
        m_name = name;
        m_saver.drop();
        forgetResult();
        m_confirm->hide();
        m_banner->hide();
        showEntry(false);
    }
    m_list->setProvider(name);
    refresh();
}

void KeySection::showStates()
{
    m_list->showStates();
}

bool KeySection::isEditing() const
{
    return isEntering() || m_list->isEditing();
}

bool KeySection::isEntering() const
{
    return m_entry->isVisibleTo(this);
}

void KeySection::refresh()
{
    const Result<ConfigText> text = m_parts.config.text();
    m_source = text ? keySourceOf(*text, m_name) : KeySource {};
    if (const ProviderConfig *const config = provider();
        config != nullptr && (config->apiKeys != m_tested.apiKeys || config->bedrock != m_tested.bedrock)) {
        forgetResult(); // others have changed its keys
    }
    showSource();
    askSession();
}

void KeySection::askSession()
{
    const QStringList entries = keychainEntries(m_source);
    if (entries.isEmpty()) {
        m_isSession = false;
        return;
    }
    m_parts.keys.list({}, this, [this, entries](const Result<std::vector<KeychainEntry>> &known) {
        const auto isIt = [&entries](const KeychainEntry &entry) {
            return entry.isSessionOnly && entries.contains(entry.name);
        };
        m_isSession = known && std::ranges::any_of(*known, isIt);
        showSource();
    });
}

void KeySection::showSource()
{
    const ProviderConfig *const config = provider();
    const Secret key = config == nullptr ? Secret()
        : !config->apiKeys.empty()       ? config->apiKeys.front()
                                         : config->bedrock.accessKeyId;
    const QString end = lastFour(key);
    if (m_source.kind == KeySource::Kind::Several) {
        m_ending->setText(tr("%n key(s), used in turn", nullptr, m_list->count()));
    } else if (!key.isEmpty()) {
        m_ending->setText(end.isEmpty() ? tr("Key") : tr("Key ends in …%1").arg(end));
    } else {
        const bool isSigned = isBedrock() && keychainEntries(m_source).isEmpty();
        m_ending->setText(isSigned ? tr("Signed with AWS credentials") : tr("No key"));
    }
    m_place->setText(placeSentence());
    showActions();
}

void KeySection::showActions()
{
    using Kind = KeySource::Kind;
    const ProviderConfig *const config = provider();
    const bool isDemo = config != nullptr && config->type == ProviderType::Demo;
    const bool isFree = m_source.kind != Kind::Several && !isDemo && !isEditing();
    const bool isInFile = m_source.kind == Kind::File || m_source.kind == Kind::AwsFile;
    const bool hasKey = config != nullptr && (!config->apiKeys.empty() || m_source.isAws());
    m_replace->setText(hasKey ? tr("Replace") : tr("Add a key"));
    m_replace->setVisible(isFree);
    m_move->setVisible(isFree && isInFile && hasKey);
    m_remove->setVisible(isFree && m_source.kind != Kind::None);
    // Several keys have one of their own, and so has one that is added.
    m_probe->button()->setVisible(m_source.kind != Kind::Several && !m_list->isEditing());
}

// The key that is typed, or the one that is there.
ProviderConfig KeySection::onTest()
{
    m_tested = provider() != nullptr ? *provider() : ProviderConfig {};
    ProviderConfig asked = m_tested;
    if (isEntering() && m_entry->isComplete()) {
        m_entry->fill(asked);
    }
    m_probe->show();
    return asked;
}

// What was tried is not what would be tried now.
void KeySection::forgetResult()
{
    m_probe->reset();
    m_probe->hide(); // with nothing to say it would be an empty line
}

// What no other line of the file asks for.
QStringList KeySection::ownEntries() const
{
    QStringList entries = keychainEntries(m_source);
    entries.removeIf([this](const QString &entry) { return isShared(entry); });
    return entries;
}

void KeySection::askRemoval()
{
    m_confirm->ask(removalSentence(ownEntries()), tr("Remove key"));
}

void KeySection::showEntry(bool isShown)
{
    if (!isShown) {
        m_entry->wipe();
    }
    m_entry->setVisible(isShown);
    m_list->setAside(isShown);
    m_save->setVisible(isShown);
    m_cancel->setVisible(isShown);
    // Among the buttons that are there.
    if (isShown) {
        m_actions->insertWidget(1, m_probe->button());
        setTabOrder(m_save, m_probe->button());
    } else {
        m_buttons->addWidget(m_probe->button());
        m_buttons->move(m_buttons->count() - 1, m_buttons->indexOf(m_list->testButton()));
        setTabOrder(m_remove, m_probe->button());
    }
    forgetResult();
    showSource();
}

void KeySection::openEntry()
{
    const ProviderConfig *const config = provider();
    m_entry->begin(config != nullptr ? presetOf(*config) : ProviderPreset {}, m_source);
    showEntry(true);
    m_entry->setFocus();
}

void KeySection::onSave()
{
    const QString name = m_source.kind == KeySource::Kind::Keychain ? m_source.name : m_name;
    m_saving = m_entry->source(name);
    saveOrWrite(m_entry->keys(m_saving));
}

void KeySection::onMove()
{
    const ProviderConfig *const config = provider();
    if (config == nullptr) {
        return;
    }
    if (m_source.kind == KeySource::Kind::File) {
        m_saving = {.kind = KeySource::Kind::Keychain, .name = m_name};
        saveOrWrite({{m_name, config->apiKeys.front()}});
        return;
    }
    const BedrockAccess &access = config->bedrock;
    m_saving = awsKeysCalled(m_name, !access.sessionToken.isEmpty());
    std::vector<NamedKey> keys {
        {m_saving.awsKeys.at(0), access.accessKeyId}, {m_saving.awsKeys.at(1), access.secretAccessKey}};
    if (!access.sessionToken.isEmpty()) {
        keys.push_back({m_saving.awsKeys.at(2), access.sessionToken});
    }
    saveOrWrite(keys);
}

void KeySection::saveOrWrite(const std::vector<NamedKey> &keys)
{
    m_banner->hide();
    if (keys.empty()) {
        (void)write(m_saving);
    } else if (const QString problem = entriesProblem(m_saving); !problem.isEmpty()) {
        m_banner->say(Banner::Kind::Bad, problem);
    } else {
        m_saver.save(keys);
    }
}

// The lines go first, so that the file never names keys which are gone. Nothing else takes keys out of the
// keychain: a line that is written anew may be undone.
void KeySection::onRemove()
{
    m_banner->hide();
    const QStringList entries = ownEntries();
    if (write({})) {
        removeEntries(entries);
    }
}

bool KeySection::write(const KeySource &source)
{
    const QString name = m_name;
    const Result<void> written = source == m_source
        ? Result<void>()
        : m_parts.config.apply([&](const ConfigText &text) { return withKeySource(text, name, source); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return false;
    }
    showEntry(false);
    m_list->setProvider(name);
    refresh();
    return true;
}

void KeySection::removeEntries(const QStringList &entries)
{
    for (const QString &entry : entries) {
        m_parts.keys.remove(entry, this, [this](const Result<void> &removed) {
            if (!removed && !keychain::isMissing(removed.error())) {
                m_banner->say(Banner::Kind::Bad, removed.error().message);
            }
        });
    }
}

bool KeySection::isBedrock() const
{
    const ProviderConfig *const config = provider();
    return config != nullptr && config->type == ProviderType::Bedrock;
}

const ProviderConfig *KeySection::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

// Whether the file asks for it elsewhere too.
bool KeySection::isShared(const QString &key) const
{
    const Result<ConfigText> text = m_parts.config.text();
    return text && keychainNamesIn(*text).count(key) > 1;
}

} // namespace nexus
