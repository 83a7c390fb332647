// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keysection.h"

#include "ui/models/configdesk.h"
#include "ui/models/provideredit.h"
#include "ui/providers/confirmstrip.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyentry.h"
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
    , m_entry(new KeyEntry(QStringLiteral("key"), parts.host.environment(), this))
    , m_save(primaryButton(tr("Save key"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_keychain(new KeySavePanel(QStringLiteral("keychain"), m_saver, this))
    , m_confirm(new ConfirmStrip(QStringLiteral("keyRemove"), this))
    , m_banner(new Banner(this))
    , m_probe(new ProbeLine(
          QStringLiteral("keyTest"), parts.host.environment(),
          [this] {
              ProviderConfig asked = provider() != nullptr ? *provider() : ProviderConfig {};
              if (isEditing() && !m_entry->key().isEmpty()) {
                  asked.apiKeys = {m_entry->key()};
              }
              return asked;
          },
          this))
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
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addLayout(words, 1);
    head->addWidget(m_move, 0, Qt::AlignTop);
    head->addWidget(m_replace, 0, Qt::AlignTop);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    actions->addWidget(m_save);
    actions->addWidget(m_cancel);
    actions->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_confirm);
    layout->addWidget(m_entry);
    layout->addLayout(actions);
    layout->addWidget(m_keychain);
    layout->addWidget(m_banner);
    layout->addWidget(m_probe);
}

void KeySection::connectParts()
{
    connect(m_replace, &QPushButton::clicked, this, [this] {
        showEntry(true);
        m_entry->setFocus();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_saver.drop();
        showEntry(false);
    });
    connect(m_save, &QPushButton::clicked, this, &KeySection::onSave);
    connect(m_move, &QPushButton::clicked, this, &KeySection::onMove);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const bool isKept = m_source.kind == KeySource::Kind::Keychain && !isShared(m_source.name);
        m_confirm->ask(isKept
                ? tr("The key is deleted from the keychain, and %1 cannot be asked any more.").arg(m_name)
                : tr("The line of the key is taken out of the file, and %1 cannot be asked any more.")
                      .arg(m_name),
            tr("Remove key"));
    });
    connect(m_confirm, &ConfirmStrip::confirmed, this, &KeySection::onRemove);
    connect(m_entry, &KeyEntry::changed, this, [this] {
        m_probe->reset();
        m_save->setEnabled(m_entry->problem().isEmpty() && !m_entry->key().isEmpty());
    });
    connect(m_keychain, &KeySavePanel::environmentWanted, this, [this] {
        showEntry(true);
        m_entry->useEnvironment();
    });
    connect(&m_saver, &KeySaver::saved, this, [this] { (void)write(m_saving); });
    connect(&m_parts.keys, &Keychain::changed, this, &KeySection::askSession);
}

void KeySection::setProvider(const QString &name)
{
    if (m_name != name) {
        m_name = name;
        m_saver.drop();
        m_probe->reset();
        m_confirm->hide();
        m_banner->hide();
        const ProviderConfig *const config = provider();
        m_entry->setPreset(config != nullptr ? presetOf(*config) : ProviderPreset {});
        showEntry(false);
    }
    refresh();
}

bool KeySection::isEditing() const
{
    return m_entry->isVisibleTo(this);
}

void KeySection::refresh()
{
    const Result<ConfigText> text = m_parts.config.text();
    m_source = text ? keySourceOf(*text, m_name) : KeySource {};
    showSource();
    askSession();
}

void KeySection::askSession()
{
    if (m_source.kind != KeySource::Kind::Keychain) {
        m_isSession = false;
        return;
    }
    const QString key = m_source.name;
    m_parts.keys.list({}, this, [this, key](const Result<std::vector<KeychainEntry>> &entries) {
        const auto isIt
            = [&key](const KeychainEntry &entry) { return entry.name == key && entry.isSessionOnly; };
        m_isSession = entries && std::ranges::any_of(*entries, isIt);
        showSource();
    });
}

void KeySection::showSource()
{
    using Kind = KeySource::Kind;
    const ProviderConfig *const config = provider();
    const bool hasKey = config != nullptr && !config->apiKeys.empty();
    const QString end = hasKey ? lastFour(config->apiKeys.front()) : QString();
    m_ending->setText(!hasKey ? tr("No key") : end.isEmpty() ? tr("Key") : tr("Key ends in …%1").arg(end));
    QString place;
    switch (m_source.kind) {
    case Kind::None:
        place = tr("It is asked without a key.");
        break;
    case Kind::Keychain:
        place = m_isSession
            ? tr("Kept for this session only, as %1. It is gone when Nexus ends.").arg(m_source.name)
            : tr("Kept in the keychain, as %1.").arg(m_source.name);
        break;
    case Kind::Environment:
        place = tr("Read from the environment variable %1.").arg(m_source.name);
        break;
    case Kind::File:
        place = tr("Stands in nexus.toml, where everybody who reads the file can see it.");
        break;
    case Kind::Several:
        place = tr("Several keys are used in turn. They are edited in the file.");
        break;
    case Kind::Aws:
        m_ending->setText(tr("Signed with AWS credentials"));
        place = m_source.name.isEmpty() ? tr("Their keys stand in the file.")
                                        : tr("Taken from the AWS profile %1.").arg(m_source.name);
        break;
    }
    m_place->setText(place);
    const bool isSingle = m_source.kind != Kind::Several && m_source.kind != Kind::Aws;
    const bool isDemo = config != nullptr && config->type == ProviderType::Demo;
    m_replace->setText(hasKey ? tr("Replace") : tr("Add a key"));
    m_replace->setVisible(isSingle && !isDemo && !isEditing());
    m_move->setVisible(m_source.kind == Kind::File && hasKey && !isEditing());
    m_remove->setVisible(isSingle && m_source.kind != Kind::None && !isEditing());
}

void KeySection::showEntry(bool isShown)
{
    if (!isShown) {
        m_entry->wipe();
    }
    m_entry->setVisible(isShown);
    m_save->setVisible(isShown);
    m_cancel->setVisible(isShown);
    m_probe->reset();
    showSource();
}

void KeySection::onSave()
{
    m_banner->hide();
    const QString name = m_source.kind == KeySource::Kind::Keychain ? m_source.name : m_name;
    m_saving = m_entry->source(name);
    if (m_saving.kind == KeySource::Kind::Keychain) {
        m_saver.save(name, m_entry->key());
        return;
    }
    (void)write(m_saving);
}

void KeySection::onMove()
{
    m_banner->hide();
    if (const ProviderConfig *const config = provider(); config != nullptr && !config->apiKeys.empty()) {
        m_saving = {.kind = KeySource::Kind::Keychain, .name = m_name};
        m_saver.save(m_name, config->apiKeys.front());
    }
}

// The line goes first: a file that names a key which is gone would be refused.
void KeySection::onRemove()
{
    m_banner->hide();
    const bool isOwn = m_source.kind == KeySource::Kind::Keychain && !isShared(m_source.name);
    const QString key = m_source.name;
    if (!write({}) || !isOwn) {
        return;
    }
    m_parts.keys.remove(key, this, [this](const Result<void> &removed) {
        if (!removed && !keychain::isMissing(removed.error())) {
            m_banner->say(Banner::Kind::Bad, removed.error().message);
        }
    });
}

bool KeySection::write(const KeySource &source)
{
    const QString name = m_name;
    const bool isSame = source == m_source;
    const Result<void> written = isSame
        ? Result<void>()
        : m_parts.config.apply([&](const ConfigText &text) { return withKeySource(text, name, source); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return false;
    }
    showEntry(false);
    refresh();
    return true;
}

const ProviderConfig *KeySection::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

// Whether another provider has its key under the same name.
bool KeySection::isShared(const QString &key) const
{
    const ConfigSnapshot config = m_parts.host.config();
    const Result<ConfigText> text = m_parts.config.text();
    if (!config || !text) {
        return false;
    }
    return std::ranges::any_of(config->llm.providers, [&](const ProviderConfig &other) {
        const KeySource source = keySourceOf(*text, other.name);
        return other.name != m_name && source.kind == KeySource::Kind::Keychain && source.name == key;
    });
}

} // namespace nexus
