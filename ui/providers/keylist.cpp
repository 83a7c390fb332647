// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/keylist.h"

#include "ui/models/configdesk.h"
#include "ui/providers/anotherkey.h"
#include "ui/providers/confirmstrip.h"
#include "ui/providers/keysection.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

using Kind = KeySource::Kind;

} // namespace

KeyList::KeyList(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_list(new QVBoxLayout)
    , m_confirm(new ConfirmStrip(QStringLiteral("keyListRemove"), this))
    , m_add(new QPushButton(tr("Add another key"), this))
    , m_another(new AnotherKey(parts, this))
    , m_banner(new Banner(this))
{
    m_add->setObjectName(QStringLiteral("keyAddButton"));
    m_add->setToolTip(tr("Several keys are used in turn, and one that is refused rests for a while."));
    m_banner->setObjectName(QStringLiteral("keyListBanner"));
    m_list->setSpacing(grid::unit);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(m_list);
    layout->addWidget(m_confirm);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addWidget(m_another);
    layout->addWidget(m_banner);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_confirm->hide();
        m_banner->hide();
        m_add->hide();
        m_another->open(m_name);
        Q_EMIT changed();
    });
    connect(m_another, &AnotherKey::closed, this, [this] {
        refresh();
        m_add->setFocus();
        Q_EMIT changed();
    });
    connect(m_confirm, &ConfirmStrip::confirmed, this, &KeyList::onRemove);
    connect(&m_parts.keys, &Keychain::changed, this, &KeyList::askKeychain);
}

void KeyList::setProvider(const QString &name)
{
    if (m_name != name) {
        m_name = name;
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

bool KeyList::isEditing() const
{
    return m_another->isVisibleTo(this);
}

void KeyList::refresh()
{
    const Result<ConfigText> text = m_parts.config.text();
    const int before = count();
    m_keys = text ? keysIn(*text, m_name) : std::vector<ListedKey>();
    if (std::ranges::find(m_keys, m_removing) == m_keys.end()) {
        m_confirm->hide();
    }
    m_add->setVisible(!m_keys.empty() && !isEditing());
    showRows();
    askKeychain();
    if (isEditing()) {
        m_another->followFile();
    }
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
        showRows();
    });
}

// Rows stay, so that the focus does.
void KeyList::showRows()
{
    const std::size_t wanted = m_keys.size() > 1 ? m_keys.size() : 0;
    while (m_rows.size() > wanted) {
        delete m_rows.back().box;
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted) {
        addRow();
    }
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        const Row &row = m_rows[place];
        const QString end = ending(place);
        const QString name = tr("Remove this key: %1").arg(end);
        row.ending->setText(end);
        row.place->setText(placeSentence(m_keys[place].source));
        row.drop->setToolTip(name);
        row.drop->setAccessibleName(name);
    }
}

void KeyList::addRow()
{
    const std::size_t place = m_rows.size();
    const QString number = QString::number(place);
    auto *const box = new QWidget(this);
    const Row row {.box = box,
        .ending = plainLabel({}, box),
        .place = dimLabel({}, box),
        .drop = iconButton(QStringLiteral("trash"), {}, box)};
    row.ending->setObjectName(QStringLiteral("keyListEnding") + number);
    row.drop->setFixedSize(grid::control, grid::control);
    row.place->setObjectName(QStringLiteral("keyListPlace") + number);
    row.drop->setObjectName(QStringLiteral("keyListDrop") + number);
    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.ending);
    words->addWidget(row.place);
    auto *const layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(words, 1);
    layout->addWidget(row.drop, 0, Qt::AlignTop);
    // Before the buttons that stand below the rows.
    QWidget *before = m_confirm->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus && before != m_confirm) {
        before = before->previousInFocusChain();
    }
    setTabOrder(before, row.drop);
    m_list->addWidget(box);
    m_rows.push_back(row);
    connect(row.drop, &QToolButton::clicked, this, [this, place] { askRemoval(place); });
}

QString KeyList::ending(std::size_t place) const
{
    const ListedKey &key = m_keys[place];
    QString end;
    if (key.source.kind == Kind::Keychain) {
        end = m_entries.value(key.source.name).lastFour;
    } else if (key.source.kind == Kind::Environment) {
        end = lastFour(Secret(m_parts.host.environment().text(key.source.name).toUtf8()));
    } else {
        end = lastFour(key.written);
    }
    if (!end.isEmpty()) {
        return KeySection::tr("Key ends in …%1").arg(end);
    }
    //: %1 is its place in the list
    return tr("Key %1").arg(place + 1);
}

QString KeyList::placeSentence(const KeySource &source) const
{
    switch (source.kind) {
    case Kind::Keychain:
        if (const auto entry = m_entries.constFind(source.name); entry == m_entries.cend()) {
            return KeySection::tr("Looked for in the keychain, as %1.").arg(source.name);
        } else if (entry->isSessionOnly) {
            return KeySection::tr("Kept for this session only, as %1. It is gone when Nexus ends.")
                .arg(source.name);
        }
        return KeySection::tr("Kept in the keychain, as %1.").arg(source.name);
    case Kind::Environment:
        return KeySection::tr("Read from the environment variable %1.").arg(source.name);
    case Kind::None:
        return tr("Empty, and passed over.");
    default:
        return KeySection::tr("Stands in nexus.toml, where everybody who reads the file can see it.");
    }
}

void KeyList::askRemoval(std::size_t place)
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text || place >= m_keys.size()) {
        return;
    }
    m_removing = m_keys[place];
    m_removingPlace = place;
    const QString &name = m_removing.source.name;
    const bool isDeleted
        = m_removing.source.kind == Kind::Keychain && keychainNamesIn(*text).count(name) == 1;
    if (isDeleted && m_entries.value(name).isSessionOnly) {
        m_confirm->ask(
            tr("%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the "
               "others.")
                .arg(ending(place), name, m_name),
            KeySection::tr("Remove key"));
        return;
    }
    // Here %1 is "Key ends in …wxyz" or "Key 2".
    m_confirm->ask(isDeleted
            ? tr("%1: it is deleted from the keychain, as %2, and %3 goes on with the others.")
                  .arg(ending(place), name, m_name)
            : tr("%1: it is taken out of the file, and %2 goes on with the others.")
                  .arg(ending(place), m_name),
        KeySection::tr("Remove key"));
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
    if (source.kind != Kind::Keychain || !text || keychainNamesIn(*text).contains(source.name)) {
        return;
    }
    m_parts.keys.remove(source.name, this, [this](const Result<void> &removed) {
        if (!removed && !keychain::isMissing(removed.error())) {
            m_banner->say(Banner::Kind::Bad, removed.error().message);
        }
    });
}

} // namespace nexus
