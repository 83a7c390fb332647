// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace nexus {

class CodeView;

//! \brief A body for people or byte for byte.
class BodyView final : public QWidget {
    Q_OBJECT

public:
    //! \param name of the body, for names of objects: `logRequest`, `logAnswer`
    explicit BodyView(const QString &name, QWidget *parent = nullptr);

    //! \param pretty what is shown first
    //! \param note a sentence above it, may be empty
    void setBody(const QByteArray &raw, const QString &pretty, const QString &note);

private:
    void show(bool isRaw);
    [[nodiscard]] QString shownText() const;

    QByteArray m_raw;
    QString m_pretty;
    QLabel *m_note;
    QToolButton *m_prettyButton;
    QToolButton *m_rawButton;
    CodeView *m_view;
};

} // namespace nexus
