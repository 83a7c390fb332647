// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/keysaver.h"
#include "ui/models/keysource.h"
#include "ui/widgets/page.h"

#include <QHash>
#include <QTimer>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace nexus {

class Banner;
class DiffView;
class KeyEntry;
class KeySavePanel;
class ProbeLine;

//! \brief A key that another one is to take the place of.
struct ReplacedKey {
    ListedKey listed {}; //!< as the file has it
    std::size_t place = 0;
    std::optional<Secret> held {}; //!< itself; empty when the keychain lacks it, nothing when that is unknown
    bool isSession = false; //!< it is in memory only
};

//! \brief Takes one more key of a provider, or another one in place of one that is there, into the keychain
//! or from a variable, tries it, and shows the lines that change. Hidden until it is opened.
//!
//! The key is added to what the file holds when it is saved, whatever others have made of it meanwhile. A key
//! of the keychain is replaced under the same name; until the file is right, and when it is given up, the
//! keychain gets back what it held. Lives in the main thread.
class AnotherKey final : public QWidget {
    Q_OBJECT

public:
    explicit AnotherKey(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Begins anew for \a provider, with the cursor in its field.
    void open(const QString &provider);
    //! \brief The same for a key in place of \a replaced.
    void open(const QString &provider, const ReplacedKey &replaced);
    //! \brief Forgets what was typed, and gives up what is being saved.
    void close();
    //! \brief Takes what the file says now.
    void followFile();
    //! \brief Where the key stands that is, or was, replaced; nothing for one more.
    [[nodiscard]] std::optional<std::size_t> place() const;

Q_SIGNALS:
    //! It was hidden: the key is saved, or given up.
    void closed();

private:
    void makeLayout();
    void connectParts();
    void begin(const QString &provider);
    void askNames();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] KeySource sourceIn(const ConfigText &text) const;
    [[nodiscard]] Result<ConfigText> written(const ConfigText &text, const KeySource &source) const;
    void check();
    void forgetResult();
    [[nodiscard]] ProviderConfig onTest();
    void showPreview();
    void onSave();
    void onSaved();
    [[nodiscard]] Result<void> writeFile();
    [[nodiscard]] bool isSameSource() const;
    void onSaverState();
    void abandon();
    void onKeyWritten(const QString &name);
    void giveBack(const QString &name, const ReplacedKey &former);
    [[nodiscard]] const ProviderConfig *provider() const;

    ConsoleParts m_parts;
    QString m_name;
    QStringList m_taken; //!< names that the keychain has
    KeySource m_saving; //!< while its key is on its way
    std::optional<ReplacedKey> m_replaced; //!< nothing for one more key
    QString m_lost; //!< why m_replaced cannot be replaced; empty as long as the file has it
    QHash<QString, ReplacedKey> m_abandoned; //!< given up while it was written; what the name held before
    KeySaver m_saver;
    bool m_isBusy = false; //!< m_saver was when it was looked at last
    QTimer m_preview;
    KeyEntry *m_entry;
    QLabel *m_problem;
    QLabel *m_note; //!< what becomes of the key that is replaced
    DiffView *m_diff;
    QPushButton *m_save;
    QPushButton *m_cancel;
    KeySavePanel *m_keychain;
    Banner *m_banner;
    QLabel *m_tried; //!< beside what m_probe says
    ProbeLine *m_probe;
};

} // namespace nexus
