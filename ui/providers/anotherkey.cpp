// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/anotherkey.h"

#include "secrets/keychain.h"
#include "ui/models/configdesk.h"
#include "ui/models/providerpresets.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/keyentry.h"
#include "ui/widgets/keysavepanel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/probeline.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

using Kind = KeySource::Kind;

AnotherKey::AnotherKey(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_saver(parts.keys)
    , m_entry(new KeyEntry(QStringLiteral("keyMore"), parts.host.environment(), this))
    , m_problem(dimLabel({}, this))
    , m_diff(new DiffView(this))
    , m_save(primaryButton(tr("Save key"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_keychain(new KeySavePanel(QStringLiteral("keyMoreKeychain"), m_saver, this))
    , m_banner(new Banner(this))
    , m_tried(dimLabel({}, this))
    , m_probe(new ProbeLine(
          QStringLiteral("keyMoreTest"), parts.host.environment(), [this] { return onTest(); }, this))
{
    m_preview.setSingleShot(true);
    m_preview.setInterval(std::chrono::milliseconds(120));
    makeLayout();
    connectParts();
    hide();
}

void AnotherKey::makeLayout()
{
    m_save->setObjectName(QStringLiteral("keyMoreSaveButton"));
    m_cancel->setObjectName(QStringLiteral("keyMoreCancelButton"));
    m_problem->setObjectName(QStringLiteral("keyMoreProblem"));
    m_diff->setObjectName(QStringLiteral("keyMoreDiff"));
    m_banner->setObjectName(QStringLiteral("keyMoreBanner"));
    m_tried->setObjectName(QStringLiteral("keyMoreTried"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    actions->addWidget(m_save);
    actions->addWidget(m_probe->button());
    actions->addWidget(m_cancel);
    actions->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_entry);
    layout->addWidget(m_problem);
    layout->addWidget(m_diff);
    layout->addLayout(actions);
    layout->addWidget(m_keychain);
    layout->addWidget(m_banner);
    layout->addWidget(m_tried);
    layout->addWidget(m_probe);
    setTabOrder(m_save, m_probe->button());
    setTabOrder(m_probe->button(), m_cancel);
}

void AnotherKey::connectParts()
{
    connect(m_cancel, &QPushButton::clicked, this, &AnotherKey::close);
    connect(m_save, &QPushButton::clicked, this, &AnotherKey::onSave);
    connect(m_entry, &KeyEntry::changed, this, [this] {
        forgetResult();
        check();
        m_preview.start();
    });
    const QList<QLineEdit *> fields = m_entry->findChildren<QLineEdit *>();
    for (const QLineEdit *const field : fields) {
        connect(field, &QLineEdit::returnPressed, this, &AnotherKey::onSave);
    }
    connect(&m_preview, &QTimer::timeout, this, &AnotherKey::showPreview);
    connect(m_keychain, &KeySavePanel::environmentWanted, m_entry, &KeyEntry::useEnvironment);
    connect(&m_saver, &KeySaver::stateChanged, this, &AnotherKey::check);
    connect(&m_saver, &KeySaver::saved, this, &AnotherKey::onSaved);
    connect(&m_parts.keys, &Keychain::changed, this, &AnotherKey::onKeyWritten);
}

void AnotherKey::open(const QString &provider)
{
    m_name = provider;
    ProviderPreset preset;
    if (const ProviderConfig *const config = this->provider()) {
        preset = presetOf(*config);
    }
    preset.key = ProviderPreset::Key::Required;
    m_banner->hide();
    m_diff->hide();
    m_entry->setPreset(preset);
    forgetResult();
    askNames();
    show();
    m_entry->setFocus();
}

// A name that the keychain has may be of a key that no file asks for now.
void AnotherKey::askNames()
{
    m_taken.clear();
    m_parts.keys.list({}, this, [this](const Result<std::vector<KeychainEntry>> &known) {
        for (const KeychainEntry &entry : known.value_or(std::vector<KeychainEntry>())) {
            m_taken.append(entry.name);
        }
        followFile();
    });
}

void AnotherKey::close()
{
    m_preview.stop();
    if (m_saver.state() == KeySaver::State::Busy) {
        m_abandoned.append(m_saving.name);
    }
    m_saver.drop();
    m_entry->wipe();
    forgetResult();
    hide();
    Q_EMIT closed();
}

void AnotherKey::followFile()
{
    check();
    m_preview.start();
}

QString AnotherKey::problem() const
{
    const ProviderConfig *const config = provider();
    const Secret typed = m_entry->key();
    const bool isThere = config != nullptr && !typed.isEmpty()
        && std::ranges::find(config->apiKeys, typed) != config->apiKeys.end();
    return isThere ? tr("This provider has this key already. Take another one.") : QString();
}

void AnotherKey::check()
{
    const QString trouble = problem();
    m_problem->setText(trouble);
    m_problem->setVisible(!trouble.isEmpty());
    m_save->setEnabled(trouble.isEmpty() && m_entry->problem().isEmpty() && !m_entry->key().isEmpty()
        && m_saver.state() != KeySaver::State::Busy);
}

void AnotherKey::forgetResult()
{
    m_probe->reset();
    m_probe->button()->setEnabled(m_entry->problem().isEmpty() && !m_entry->key().isEmpty());
    m_tried->hide();
}

// The new key alone, whatever the provider has.
ProviderConfig AnotherKey::onTest()
{
    ProviderConfig asked = provider() != nullptr ? *provider() : ProviderConfig {};
    asked.apiKeys = {m_entry->key()};
    const QString end = lastFour(asked.apiKeys.front());
    m_tried->setText(end.isEmpty() ? tr("Tried the new key. It is not saved yet.")
                                   : tr("Tried the new key, …%1. It is not saved yet.").arg(end));
    m_tried->show();
    return asked;
}

void AnotherKey::showPreview()
{
    const Result<ConfigText> before = m_parts.config.text();
    std::vector<DiffHunk> hunks;
    if (before && m_save->isEnabled()) {
        const KeySource source = m_entry->source(freeKeyName(*before, m_name, m_taken));
        if (const Result<ConfigText> after = withKeyAdded(*before, m_name, source)) {
            hunks = m_parts.config.preview(after->bytes()).hunks;
        }
    }
    m_diff->setHunks(hunks);
    m_diff->setVisible(!hunks.empty());
}

void AnotherKey::onSave()
{
    m_banner->hide();
    const Result<ConfigText> text = m_parts.config.text();
    if (!text) {
        m_banner->say(Banner::Kind::Bad, text.error().message);
        return;
    }
    if (!m_save->isEnabled()) {
        return;
    }
    m_saving = m_entry->source(freeKeyName(*text, m_name, m_taken));
    if (m_saving.kind == Kind::Keychain) {
        m_abandoned.removeAll(m_saving.name);
        m_saver.save({{m_saving.name, m_entry->key()}});
    } else {
        onSaved();
    }
}

void AnotherKey::onSaved()
{
    const Result<void> written = m_parts.config.apply(
        [this](const ConfigText &text) { return withKeyAdded(text, m_name, m_saving); });
    if (written) {
        close();
        return;
    }
    m_banner->say(Banner::Kind::Bad, written.error().message);
    if (m_saving.kind == Kind::Keychain) {
        // Nothing names it, and what was typed is still there.
        m_parts.keys.remove(m_saving.name, this, [](const Result<void> &) {});
    }
}

// It came too late: nothing names it.
void AnotherKey::onKeyWritten(const QString &name)
{
    if (m_abandoned.removeAll(name) > 0) {
        m_parts.keys.remove(name, this, [](const Result<void> &) {});
    }
}

const ProviderConfig *AnotherKey::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

} // namespace nexus
