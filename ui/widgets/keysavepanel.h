// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace nexus {

class KeySaver;

//! \brief Says what the keychain is about while a key is saved, and offers other ways when it fails. Hidden
//! as long as there is nothing to say.
class KeySavePanel final : public QFrame {
    Q_OBJECT

public:
    //! \param name of its widgets for tests: `NAMESentence`, `NAMERetryButton`, …
    //! \param saver outlives this
    KeySavePanel(const QString &name, KeySaver &saver, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The key shall come from an environment variable; the saver has forgotten it.
    void environmentWanted();

private:
    void showState();
    [[nodiscard]] QString busySentence() const;
    [[nodiscard]] QString failureSentence() const;

    KeySaver &m_saver;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_retry;
    QPushButton *m_environment;
    QPushButton *m_session;
    QPushButton *m_cancel;
};

} // namespace nexus
