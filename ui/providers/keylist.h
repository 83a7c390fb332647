// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychain.h"
#include "ui/models/keysource.h"
#include "ui/widgets/page.h"

#include <QHash>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace nexus {

class AnotherKey;
class Banner;
class ConfirmStrip;

//! \brief The keys of a provider that has several: how each ends and where it is kept. Another one is added
//! here, and one is taken out. A single key is not listed.
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

    //! \brief Whether somebody is typing a key.
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }

Q_SIGNALS:
    //! isEditing() or count() is another one.
    void changed();

private:
    //! One key, with its button that asks to remove it.
    struct Row {
        QWidget *box;
        QLabel *ending;
        QLabel *place;
        QToolButton *drop;
    };

    void refresh();
    void askKeychain();
    void showRows();
    void addRow();
    [[nodiscard]] QString ending(std::size_t place) const;
    [[nodiscard]] QString placeSentence(const KeySource &source) const;
    void askRemoval(std::size_t place);
    void onRemove();
    void forget(const KeySource &source);

    ConsoleParts m_parts;
    QString m_name;
    std::vector<ListedKey> m_keys;
    QHash<QString, KeychainEntry> m_entries; //!< of the keychain, by name
    std::vector<Row> m_rows; //!< none for a single key
    ListedKey m_removing; //!< while it is asked about
    std::size_t m_removingPlace = 0;
    QBoxLayout *m_list; //!< of m_rows
    ConfirmStrip *m_confirm;
    QPushButton *m_add;
    AnotherKey *m_another;
    Banner *m_banner;
};

} // namespace nexus
