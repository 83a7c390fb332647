// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychain.h"
#include "ui/models/keysource.h"
#include "ui/providers/keytrials.h"
#include "ui/widgets/page.h"

#include <QHash>

#include <optional>

class QBoxLayout;
class QPushButton;

namespace nexus {

class AnotherKey;
class Banner;
class ConfirmStrip;
class KeyRow;

//! \brief The keys of a provider that has several: how each ends, where it is kept, whether it rests. They
//! are tried, replaced and taken out here, and another one is added. A single key is not listed. Hidden as
//! long as there is nothing to show.
//!
//! Lives in the main thread. A change of the file by others is taken over at once; a key that is being typed
//! is added to what the file then holds.
class KeyList final : public QWidget {
    Q_OBJECT

public:
    explicit KeyList(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Shows the keys of \a name as the file has them now. What is being typed stays when it is the
    //! same as before.
    void setProvider(const QString &name);
    //! \brief Says anew which keys rest, and for how long.
    void showStates();
    //! \brief Hides everything, buttons too, while the single key is typed anew.
    void setAside(bool isAside);

    //! \brief To be put among the buttons of the parent; there is one to try all keys where it has several.
    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *testButton() const { return m_test; }

    //! \brief Whether somebody is typing a key.
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }

Q_SIGNALS:
    //! isEditing() or count() is another one.
    void changed();

private:
    void makeLayout();
    void connectParts();
    void refresh();
    void askKeychain();
    void showRows();
    void showParts();
    void addRow();
    void placeForm();
    void openForm(std::optional<std::size_t> place);
    void onFormClosed();
    void testAll();
    void endTest();
    void forgetReports();
    [[nodiscard]] QString ending(std::size_t place) const;
    [[nodiscard]] QString knownEnd(std::size_t place) const;
    [[nodiscard]] QString placeSentence(const KeySource &source) const;
    [[nodiscard]] bool isMissing(std::size_t place) const;
    [[nodiscard]] std::optional<std::vector<std::size_t>> heldRows() const;
    void askRemoval(std::size_t place);
    [[nodiscard]] QString removalSentence(const ConfigText &text) const;
    void onRemove();
    void forget(const KeySource &source);
    [[nodiscard]] const ProviderConfig *provider() const;

    ConsoleParts m_parts;
    QString m_name;
    bool m_isAside = false;
    std::vector<ListedKey> m_keys;
    QHash<QString, KeychainEntry> m_entries; //!< of the keychain, by name
    bool m_hasEntries = false; //!< the keychain has told them all
    std::vector<KeyRow *> m_rows; //!< none for a single key
    std::vector<std::size_t> m_triedRows; //!< of the keys that m_trials is at
    KeyTrials m_trials;
    ListedKey m_removing; //!< while it is asked about
    std::size_t m_removingPlace = 0;
    QBoxLayout *m_list; //!< of m_rows, with m_another among them
    ConfirmStrip *m_confirm;
    AnotherKey *m_another;
    Banner *m_banner;
    QPushButton *m_test;
    QPushButton *m_add;
};

} // namespace nexus
