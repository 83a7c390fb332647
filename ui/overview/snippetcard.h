// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"
#include "ui/models/snippets.h"

#include <QFrame>

class QComboBox;
class QTabBar;

namespace nexus {

class CodeView;

//! \brief The lines that connect a program, with the real address and a model that works.
class SnippetCard final : public QFrame {
    Q_OBJECT

public:
    explicit SnippetCard(GatewayHost &host, QWidget *parent = nullptr);

private:
    void fillModels();
    void show();
    [[nodiscard]] QString text() const;

    GatewayHost &m_host;
    QTabBar *m_tabs;
    QComboBox *m_models;
    CodeView *m_code;
};

} // namespace nexus
