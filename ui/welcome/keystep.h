// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nexus {

class PresetTiles;
class ProviderForm;

//! \brief The first step: a provider is added, or the demo is taken.
class KeyStep final : public QWidget {
    Q_OBJECT

public:
    explicit KeyStep(const ConsoleParts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    void added(const QString &provider);
    void demoChosen();

private:
    void showPart(QWidget *part);

    QLabel *m_lead;
    PresetTiles *m_tiles;
    ProviderForm *m_form;
    QPushButton *m_demo;
};

} // namespace nexus
