// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/keysaver.h"
#include "ui/models/keysource.h"
#include "ui/widgets/page.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace nexus {

class Banner;
class ConfirmStrip;
class CredentialsEntry;
class FlowLayout;
class KeyList;
class KeySavePanel;
class ProbeLine;

//! \brief The key of one provider: how it ends and where it is kept; replaced, moved, removed and tested
//! here. There is no way to see it. KeyList does so for several of them.
class KeySection final : public QFrame {
    Q_OBJECT

public:
    explicit KeySection(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Shows the key of \a name. What is being typed stays when it is the same as before.
    void setProvider(const QString &name);
    //! \brief Says anew which of several keys rest, and for how long.
    void showStates();

    //! \brief Whether somebody is typing a key.
    [[nodiscard]] bool isEditing() const;

private:
    [[nodiscard]] bool isEntering() const; // in place of the key that is there
    void makeLayout();
    void connectParts();
    void refresh();
    void showSource();
    void showActions();
    [[nodiscard]] QString placeSentence() const;
    [[nodiscard]] QString removalSentence(const QStringList &entries) const;
    [[nodiscard]] bool isBedrock() const;
    [[nodiscard]] QStringList ownEntries() const;
    void askRemoval();
    [[nodiscard]] ProviderConfig onTest();
    void forgetResult();
    void showEntry(bool isShown);
    void askSession();
    void openEntry();
    void onSave();
    void onMove();
    void onRemove();
    void saveOrWrite(const std::vector<NamedKey> &keys);
    bool write(const KeySource &source);
    void removeEntries(const QStringList &entries);
    [[nodiscard]] const ProviderConfig *provider() const;
    [[nodiscard]] bool isShared(const QString &key) const;

    ConsoleParts m_parts;
    QString m_name;
    KeySource m_source;
    KeySource m_saving; //!< while its key is on its way
    bool m_isSession = false;
    KeySaver m_saver;
    QLabel *m_ending;
    QLabel *m_place;
    QPushButton *m_replace;
    QPushButton *m_move;
    QPushButton *m_remove;
    KeyList *m_list;
    CredentialsEntry *m_entry;
    FlowLayout *m_buttons; //!< for the keys that are there
    QBoxLayout *m_actions; //!< for the one that is typed
    QPushButton *m_save;
    QPushButton *m_cancel;
    KeySavePanel *m_keychain;
    ConfirmStrip *m_confirm;
    Banner *m_banner;
    ProbeLine *m_probe;
    ProviderConfig m_tested; //!< as it was when m_probe was started
};

} // namespace nexus
