// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filterwords.h"
#include "ui/models/requestfilter.h"

#include <QTimer>
#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;
class QWindow;

namespace nexus {

//! \brief Where a filter is typed. It completes keys and what has been seen, and says what is wrong with it.
class FilterLine final : public QWidget {
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    //! \brief Takes \a text at once.
    void setText(const QString &text);
    [[nodiscard]] FilterWords &words() { return m_words; }
    void focusText();

Q_SIGNALS:
    //! What is typed is a filter. Not while it has a mistake.
    void filterChanged(const nexus::RequestFilter &filter);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void onFocusWindow(const QWindow *active);
    void read();
    void offer();
    void complete(const QString &word);

    QLineEdit *m_edit;
    QLabel *m_error;
    QStringListModel *m_offers;
    QCompleter *m_completer;
    QTimer m_wait;
    FilterWords m_words;
};

} // namespace nexus
