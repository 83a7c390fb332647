// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QLineEdit>
#include <QSet>
#include <QTimer>

class QAction;

namespace nexus {

//! \brief Where a new key is typed or pasted: dots, and a button that shows what stands here.
//!
//! There is no way to copy or cut out of it, and what is marked does not reach the selection of the system. A
//! text that was pasted or dropped leaves clipboard and selection 30 seconds later, when it is still there;
//! at the end of the field too.
class SecretField final : public QLineEdit {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds clipboardTime {30'000};

    explicit SecretField(QWidget *parent = nullptr);
    ~SecretField() override;

    //! \brief A copy of what was typed, without white space around it; the field stays as it is.
    [[nodiscard]] Secret secret() const;

    //! \brief What was typed; the field is empty afterwards, and what it held is overwritten as far as Qt
    //! lets us.
    [[nodiscard]] Secret take();

    //! \brief Empties the field in the same way.
    void wipe();

    //! \brief How long a pasted key stays in the clipboard, for tests.
    void setClipboardTime(std::chrono::milliseconds time) { m_clearClipboard.setInterval(time); }

private:
    void onRevealToggled(bool isShown);
    void remember(const QString &text);
    void clearClipboard();
    void updateIcon();
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

    QAction *m_reveal;
    QTimer m_clearClipboard;
    QSet<QByteArray> m_pasted; //!< digests of what came in and may still be in the clipboard
};

} // namespace nexus
