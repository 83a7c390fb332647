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
    , m_note(dimLabel({}, this))
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
    m_note->setObjectName(QStringLiteral("keyMoreNote"));
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
    layout->addWidget(m_note);
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
    connect(&m_saver, &KeySaver::stateChanged, this, &AnotherKey::onSaverState);
    connect(&m_saver, &KeySaver::saved, this, &AnotherKey::onSaved);
    connect(&m_parts.keys, &Keychain::changed, this, &AnotherKey::onKeyWritten);
}

void AnotherKey::open(const QString &provider)
{
    m_replaced.reset();
    begin(provider);
}

void AnotherKey::open(const QString &provider, const ReplacedKey &replaced)
{
    m_replaced = replaced;
    begin(provider);
}

void AnotherKey::begin(const QString &provider)
{
    m_name = provider;
    m_lost.clear();
    ProviderPreset preset;
    if (const ProviderConfig *const config = this->provider()) {
        preset = presetOf(*config);
    }
    preset.key = ProviderPreset::Key::Required;
    m_banner->hide();
    m_diff->hide();
    m_note->hide();
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
    m_saver.drop();
    m_entry->wipe();
    forgetResult();
    hide();
    Q_EMIT closed();
}

void AnotherKey::followFile()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (m_replaced && text) {
        const Result<ConfigText> same = written(*text, m_replaced->listed.source);
        m_lost = same ? QString() : same.error().message;
        m_replaced->place = placeOf(keysIn(*text, m_name), m_replaced->listed, m_replaced->place)
                                .value_or(m_replaced->place);
    }
    check();
    m_preview.start();
}

std::optional<std::size_t> AnotherKey::place() const
{
    return m_replaced ? std::optional(m_replaced->place) : std::nullopt;
}

QString AnotherKey::problem() const
{
    if (!m_lost.isEmpty()) {
        return m_lost;
    }
    const ProviderConfig *const config = provider();
    const Secret typed = m_entry->key();
    if (config == nullptr || typed.isEmpty()) {
        return {};
    }
    // The one that is replaced may be kept elsewhere from now on.
    const bool isOwn = m_replaced && m_replaced->held == typed;
    return std::ranges::count(config->apiKeys, typed) > (isOwn ? 1 : 0)
        ? tr("This provider has this key already. Take another one.")
        : QString();
}

// What the lines of the file do not show.
QString AnotherKey::note() const
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!m_replaced || !text || !m_lost.isEmpty() || sourceIn(*text) != m_replaced->listed.source) {
        return {};
    }
    const QString &name = m_replaced->listed.source.name;
    if (m_replaced->listed.source.kind != Kind::Keychain) {
        return {};
    }
    return keychainNamesIn(*text).count(name) > 1
        ? tr("It takes the place of %1 in the keychain, for everything in nexus.toml that names it.")
              .arg(name)
        : tr("It takes the place of %1 in the keychain, and nexus.toml stays as it is.").arg(name);
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
    m_probe->hide(); // with nothing to say it would be an empty line
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
    m_probe->show();
    return asked;
}

void AnotherKey::showPreview()
{
    const Result<ConfigText> before = m_parts.config.text();
    std::vector<DiffHunk> hunks;
    if (before && m_save->isEnabled()) {
        if (const Result<ConfigText> after = written(*before, sourceIn(*before))) {
            hunks = m_parts.config.preview(after->bytes()).hunks;
        }
    }
    m_diff->setHunks(hunks);
    m_diff->setVisible(!hunks.empty());
    const QString words = note();
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

// A key of the keychain keeps its name when it is replaced.
KeySource AnotherKey::sourceIn(const ConfigText &text) const
{
    const bool hasName = m_replaced && m_replaced->listed.source.kind == Kind::Keychain;
    return m_entry->source(hasName ? m_replaced->listed.source.name : freeKeyName(text, m_name, m_taken));
}

Result<ConfigText> AnotherKey::written(const ConfigText &text, const KeySource &source) const
{
    return m_replaced ? withKeyReplaced(text, m_name, m_replaced->listed, m_replaced->place, source)
                      : withKeyAdded(text, m_name, source);
}

void AnotherKey::onSave()
{
    m_banner->hide();
    const Result<ConfigText> text = m_parts.config.text();
    if (!text) {
        m_banner->say(Banner::Kind::Bad, text.error().message);
        return;
    }
    followFile(); // nobody may have noticed yet what others have made of it
    if (!m_save->isEnabled()) {
        return;
    }
    m_saving = sourceIn(*text);
    if (m_saving.kind == Kind::Keychain) {
        m_abandoned.remove(m_saving.name);
        m_saver.save({{m_saving.name, m_entry->key()}});
    } else {
        onSaved();
    }
}

void AnotherKey::onSaved()
{
    m_abandoned.remove(m_saving.name);
    const Result<void> done = writeFile();
    if (done) {
        close();
        return;
    }
    m_banner->say(Banner::Kind::Bad, done.error().message);
    if (m_saving.kind == Kind::Keychain) {
        // What was typed is still there.
        abandon();
        onKeyWritten(m_saving.name);
    }
}

Result<void> AnotherKey::writeFile()
{
    if (!isSameSource()) {
        return m_parts.config.apply([this](const ConfigText &text) { return written(text, m_saving); });
    }
    const Result<ConfigText> text = m_parts.config.text();
    const Result<ConfigText> same = text ? written(*text, m_saving) : text;
    return same ? Result<void>() : failure(same.error());
}

// Whether nothing but the keychain changes.
bool AnotherKey::isSameSource() const
{
    return m_replaced && m_replaced->listed.source == m_saving;
}

// A saver that becomes idle was given up, or has saved, which onSaved() hears of next.
void AnotherKey::onSaverState()
{
    const bool wasBusy = std::exchange(m_isBusy, m_saver.state() == KeySaver::State::Busy);
    if (wasBusy && m_saver.state() == KeySaver::State::Idle) {
        abandon();
    }
    check();
}

// What the keychain held under a name that the file has had is not taken from it.
void AnotherKey::abandon()
{
    if (!isSameSource()) {
        m_abandoned.insert(m_saving.name, {.held = Secret()});
    } else if (m_replaced->held) {
        m_abandoned.insert(m_saving.name, *m_replaced);
    }
}

// It came too late.
void AnotherKey::onKeyWritten(const QString &name)
{
    if (m_abandoned.contains(name)) {
        giveBack(name, m_abandoned.take(name));
    }
}

void AnotherKey::giveBack(const QString &name, const ReplacedKey &former)
{
    if (!former.held->isEmpty() && !former.isSession) {
        m_parts.keys.write(name, *former.held, this, [](const Result<void> &) {});
        return;
    }
    m_parts.keys.remove(name, this, [this, name, former](const Result<void> &) {
        if (former.isSession) {
            m_parts.keys.keepForSession(name, *former.held);
        }
    });
}

const ProviderConfig *AnotherKey::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

} // namespace nexus
