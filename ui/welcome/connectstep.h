// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/snippets.h"
#include "ui/widgets/page.h"

#include <QWidget>

class QPushButton;
class QTabBar;

namespace nexus {

class CodeView;
class CopyButton;

//! \brief The third step: the lines that connect a program, with the real address and a model that works.
class ConnectStep final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectStep(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \param model as clients ask for it
    void setModel(const QString &model);

Q_SIGNALS:
    void copied();
    void doneClicked();

private:
    void showSnippet();
    [[nodiscard]] SnippetKind kind() const;
    [[nodiscard]] QString text() const;

    ConsoleParts m_parts;
    QString m_model;
    QTabBar *m_kinds;
    CodeView *m_code;
    CopyButton *m_copy;
    QPushButton *m_done;
};

} // namespace nexus
