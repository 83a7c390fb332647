// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/keysaver.h"
#include "ui/models/keysource.h"
#include "ui/widgets/page.h"

#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace nexus {

class Banner;
class DiffView;
class KeyEntry;
class KeySavePanel;
class ProbeLine;

//! \brief Takes one more key of a provider, into the keychain or from a variable, tries it, and shows the
//! lines that change. Hidden until it is opened.
//!
//! The key is added to what the file holds when it is saved, whatever others have made of it meanwhile. Lives
//! in the main thread.
class AnotherKey final : public QWidget {
    Q_OBJECT

public:
    explicit AnotherKey(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Begins anew for \a provider, with the cursor in its field.
    void open(const QString &provider);
    //! \brief Forgets what was typed, and gives up what is being saved.
    void close();
    //! \brief Takes what the file says now.
    void followFile();

Q_SIGNALS:
    //! It was hidden: the key is saved, or given up.
    void closed();

private:
    void makeLayout();
    void connectParts();
    void askNames();
    [[nodiscard]] QString problem() const;
    void check();
    void forgetResult();
    [[nodiscard]] ProviderConfig onTest();
    void showPreview();
    void onSave();
    void onSaved();
    void onKeyWritten(const QString &name);
    [[nodiscard]] const ProviderConfig *provider() const;

    ConsoleParts m_parts;
    QString m_name;
    QStringList m_taken; //!< names that the keychain has
    KeySource m_saving; //!< while its key is on its way
    QStringList m_abandoned; //!< names whose keys were given up while they were being written
    KeySaver m_saver;
    QTimer m_preview;
    KeyEntry *m_entry;
    QLabel *m_problem;
    DiffView *m_diff;
    QPushButton *m_save;
    QPushButton *m_cancel;
    KeySavePanel *m_keychain;
    Banner *m_banner;
    QLabel *m_tried; //!< beside what m_probe says
    ProbeLine *m_probe;
};

} // namespace nexus
