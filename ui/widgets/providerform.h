// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/keysaver.h"
#include "ui/models/providerdraft.h"
#include "ui/widgets/page.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class Banner;
class CredentialsEntry;
class DiffView;
class KeySavePanel;
class ProbeLine;
class RegionBox;

//! \brief Adds one provider: what its preset needs, a test, the lines that will stand in the file, and the
//! key on its way into the keychain.
class ProviderForm final : public QWidget {
    Q_OBJECT

public:
    explicit ProviderForm(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Begins anew for \a preset.
    void begin(const ProviderPreset &preset);

    //! \brief Whether there is something that would be lost.
    [[nodiscard]] bool hasInput() const;

Q_SIGNALS:
    //! It stands in the file, and the gateway is about to follow.
    void added(const QString &provider);
    void cancelled();

private:
    void makeFields(QBoxLayout *layout);
    void makeFoot(QBoxLayout *layout);
    void nameWidgets();
    void connectParts();
    [[nodiscard]] ProviderDraft draft() const;
    [[nodiscard]] QStringList takenNames() const;
    [[nodiscard]] QString placeProblem() const;
    [[nodiscard]] QString problem() const;
    void onChanged();
    void showProblem();
    void showKeychain();
    void showPreview();
    void onSave();
    void writeFile();

    ConsoleParts m_parts;
    ProviderPreset m_preset;
    KeySaver m_saver;
    ProviderDraft m_saving; //!< while its key is on its way
    QTimer m_preview;
    QLabel *m_title;
    QLabel *m_note;
    QLineEdit *m_name;
    QLineEdit *m_address;
    RegionBox *m_region;
    QLineEdit *m_apiVersion;
    QLineEdit *m_models;
    QLabel *m_addressLabel = nullptr;
    QLabel *m_addressProblem;
    QLabel *m_regionLabel = nullptr;
    QLabel *m_apiVersionLabel = nullptr;
    QLabel *m_modelsLabel = nullptr;
    QLabel *m_keyLabel = nullptr;
    CredentialsEntry *m_key;
    ProbeLine *m_probe;
    QLabel *m_diffTitle;
    DiffView *m_diff;
    QLabel *m_problem;
    Banner *m_banner;
    KeySavePanel *m_keychain;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace nexus
