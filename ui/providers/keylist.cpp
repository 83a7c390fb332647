// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keylist.h"

#include "ui/models/configdesk.h"
#include "ui/providers/anotherkey.h"
#include "ui/providers/confirmstrip.h"
#include "ui/providers/keyrow.h"
#include "ui/providers/keysection.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nexus {

KeyList::KeyList(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_trials(parts.host.environment())
    , m_list(new QVBoxLayout)
    , m_confirm(new ConfirmStrip(QStringLiteral("keyListRemove"), this))
    , m_another(new AnotherKey(parts, this))
    , m_banner(new Banner(this))
    , m_test(new QPushButton(tr("Test all keys"), this))
    , m_add(new QPushButton(tr("Add another key"), this))
{
    m_test->setObjectName(QStringLiteral("keyListTestButton"));
    m_test->setToolTip(tr("Asks for the list of models with each key, which costs nothing."));
    m_add->setObjectName(QStringLiteral("keyAddButton"));
    m_add->setToolTip(tr("Several keys are used in turn, and one that is refused rests for a while."));
    m_banner->setObjectName(QStringLiteral("keyListBanner"));
    makeLayout();
    connectParts();
    showParts();
}

void KeyList::makeLayout()
{
    m_list->setSpacing(grid::unit + grid::unit / 2);
    m_list->addWidget(m_another);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit / 2, 0, grid::unit / 2);
    layout->setSpacing(grid::unit);
    layout->addLayout(m_list);
    layout->addWidget(m_confirm);
    layout->addWidget(m_banner);
}

void KeyList::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, [this] { openForm(std::nullopt); });
    connect(m_test, &QPushButton::clicked, this, &KeyList::testAll);
    connect(m_another, &AnotherKey::closed, this, &KeyList::onFormClosed);
    connect(m_confirm, &ConfirmStrip::confirmed, this, &KeyList::onRemove);
    connect(&m_parts.keys, &Keychain::changed, this, &KeyList::askKeychain);
    connect(&m_trials, &KeyTrials::trying, this,
        [this](std::size_t index) { m_rows[m_triedRows[index]]->setTrying(); });
    connect(&m_trials, &KeyTrials::tried, this, [this](std::size_t index, const ProbeReport &report) {
        m_rows[m_triedRows[index]]->setReport(report, m_trials.provider());
    });
    connect(&m_trials, &KeyTrials::ended, this, &KeyList::endTest);
}

void KeyList::setProvider(const QString &name)
{
    if (m_name != name) {
        m_name = name;
        forgetReports();
        m_confirm->hide();
        m_banner->hide();
        if (isEditing()) {
            const QSignalBlocker quiet(m_another); // the focus stays where it is
            m_another->close();
            Q_EMIT changed();
        }
    }
    refresh();
}

void KeyList::setAside(bool isAside)
{
    m_isAside = isAside;
    showParts();
}

bool KeyList::isEditing() const
{
    return m_another->isVisibleTo(this);
}

void KeyList::refresh()
{
    const Result<ConfigText> text = m_parts.config.text();
    const int before = count();
    std::vector<ListedKey> keys = text ? keysIn(*text, m_name) : std::vector<ListedKey>();
    const ProviderConfig *const config = provider();
    if (keys != m_keys || config == nullptr || !m_trials.isAbout(config->apiKeys)) {
        forgetReports(); // others have changed the keys
    }
    m_hasEntries = m_hasEntries && keys == m_keys;
    m_keys = std::move(keys);
    if (std::ranges::find(m_keys, m_removing) == m_keys.end()) {
        m_confirm->hide();
    }
    showRows();
    askKeychain();
    if (isEditing()) {
        m_another->followFile();
        placeForm();
    }
    showParts();
    if (count() != before) {
        Q_EMIT changed();
    }
}

// A single key is shown by others, who ask for it.
void KeyList::askKeychain()
{
    if (m_keys.size() < 2) {
        return;
    }
    QStringList names;
    for (const ListedKey &key : m_keys) {
        names += keychainEntries(key.source);
    }
    m_parts.keys.list(names, this, [this](const Result<std::vector<KeychainEntry>> &known) {
        m_entries.clear();
        for (const KeychainEntry &entry : known.value_or(std::vector<KeychainEntry>())) {
            m_entries.insert(entry.name, entry);
        }
        m_hasEntries
            = !m_parts.keys.isReachable() || (known && m_parts.keys.state() == Keychain::State::Available);
        showRows();
    });
}

// Rows stay, so that the focus does.
void KeyList::showRows()
{
    const std::size_t wanted = m_keys.size() > 1 ? m_keys.size() : 0;
    while (m_rows.size() > wanted) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted) {
        addRow();
    }
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        m_rows[place]->setKey(ending(place), placeSentence(m_keys[place].source));
    }
    showStates();
}

void KeyList::showStates()
{
    const auto held = heldRows();
    std::vector<std::optional<KeyRest>> rests;
    if (held) {
        rests = m_parts.host.gateway().routing().keys().rests(*provider());
    }
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        if (isMissing(place)) {
            m_rows[place]->setMissing();
        } else {
            m_rows[place]->setRest(std::nullopt);
        }
    }
    // None, as long as no request has asked for a key.
    for (std::size_t index = 0; index < rests.size(); ++index) {
        m_rows[(*held)[index]]->setRest(rests[index]);
    }
}

void KeyList::showParts()
{
    const ProviderConfig *const config = provider();
    const bool isTyping = isEditing();
    const bool isFree = !m_isAside && !isTyping && !m_keys.empty();
    m_add->setVisible(isFree);
    m_test->setVisible(isFree && !m_rows.empty() && config != nullptr && !config->apiKeys.empty());
    for (KeyRow *const row : m_rows) {
        row->setActionsVisible(!isTyping);
    }
    setVisible(!m_isAside && (!m_rows.empty() || isTyping || m_banner->isVisibleTo(this)));
}

void KeyList::addRow()
{
    const std::size_t place = m_rows.size();
    auto *const row = new KeyRow(place, this);
    // Before what stands below the rows.
    QWidget *before = m_confirm->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus && before != m_confirm) {
        before = before->previousInFocusChain();
    }
    row->setTabOrderAfter(before);
    m_list->insertWidget(m_rows.empty() ? 0 : m_list->indexOf(m_rows.back()) + 1, row);
    m_rows.push_back(row);
    connect(row, &KeyRow::replaceWanted, this, [this, place] { openForm(place); });
    connect(row, &KeyRow::removalWanted, this, [this, place] { askRemoval(place); });
}

// Below the key that is replaced, or below them all.
void KeyList::placeForm()
{
    const std::optional<std::size_t> place = m_another->place();
    const bool isBelowRow = place && *place < m_rows.size();
    const auto wanted = static_cast<int>(isBelowRow ? *place + 1 : m_rows.size());
    if (m_list->indexOf(m_another) != wanted) {
        m_list->removeWidget(m_another);
        m_list->insertWidget(wanted, m_another);
    }
}

// \a place of the key that is replaced; nothing for one more.
void KeyList::openForm(std::optional<std::size_t> place)
{
    if (place && *place >= m_keys.size()) {
        return;
    }
    forgetReports();
    m_confirm->hide();
    m_banner->hide();
    show(); // a form that is not seen gets no focus
    if (place) {
        const ListedKey &key = m_keys[*place];
        ReplacedKey replaced {.listed = key, .place = *place};
        if (isMissing(*place)) {
            replaced.held = Secret();
        } else if (const auto held = heldRows()) {
            if (const auto found = std::ranges::find(*held, *place); found != held->end()) {
                replaced.held = provider()->apiKeys[static_cast<std::size_t>(found - held->begin())];
            }
        }
        replaced.isSession = m_entries.value(key.source.name).isSessionOnly;
        m_another->open(m_name, replaced);
        m_another->setAccessibleName(KeyRow::tr("Replace this key: %1").arg(ending(*place)));
    } else {
        m_another->open(m_name);
        m_another->setAccessibleName(m_add->text());
    }
    placeForm();
    showParts();
    Q_EMIT changed();
}

void KeyList::onFormClosed()
{
    const std::optional<std::size_t> place = m_another->place();
    refresh();
    if (place && *place < m_rows.size()) {
        m_rows[*place]->focusReplace();
    } else {
        m_add->setFocus();
    }
    Q_EMIT changed();
}

void KeyList::testAll()
{
    m_banner->hide();
    m_confirm->hide();
    forgetReports();
    const auto held = heldRows();
    if (!held) {
        m_banner->say(Banner::Kind::Warn,
            tr("It cannot be told which of these keys Nexus has. Unlock the keychain and test again."));
        return;
    }
    m_triedRows = *held;
    // A button that is disabled hands the focus to its neighbour, which a second Space would press.
    if (m_test->hasFocus()) {
        setFocus();
    }
    m_test->setEnabled(false);
    m_trials.start(*provider());
}

void KeyList::endTest()
{
    m_test->setEnabled(true);
    if (hasFocus()) {
        m_test->setFocus();
    }
}

// What was tried is not what would be tried now.
void KeyList::forgetReports()
{
    m_trials.stop();
    for (KeyRow *const row : m_rows) {
        row->forgetReport();
    }
    endTest();
}

void KeyList::askRemoval(std::size_t place)
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text || place >= m_keys.size()) {
        return;
    }
    m_removing = m_keys[place];
    m_removingPlace = place;
    m_confirm->ask(removalSentence(*text), KeySection::tr("Remove key"));
}

// The line goes first, so that the file never names a key which is gone.
void KeyList::onRemove()
{
    m_banner->hide();
    const ListedKey key = m_removing;
    const std::size_t place = m_removingPlace;
    const Result<void> written
        = m_parts.config.apply([&](const ConfigText &text) { return withoutKey(text, m_name, key, place); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return;
    }
    forget(key.source);
    refresh();
    m_add->setFocus();
}

// Unless the file still asks for it, somewhere.
void KeyList::forget(const KeySource &source)
{
    const Result<ConfigText> text = m_parts.config.text();
    if (source.kind != KeySource::Kind::Keychain || !text || keychainNamesIn(*text).contains(source.name)) {
        return;
    }
    m_parts.keys.remove(source.name, this, [this](const Result<void> &removed) {
        if (!removed && !keychain::isMissing(removed.error())) {
            m_banner->say(Banner::Kind::Bad, removed.error().message);
            showParts();
        }
    });
}

const ProviderConfig *KeyList::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

} // namespace nexus
