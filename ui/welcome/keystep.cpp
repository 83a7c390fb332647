// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/keystep.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/presettiles.h"
#include "ui/widgets/providerform.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

KeyStep::KeyStep(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_lead(
          dimLabel(tr("Whose models do you want to use? The key goes into the keychain of this machine and "
                      "nowhere else."),
              this))
    , m_tiles(new PresetTiles(this))
    , m_form(new ProviderForm(parts, this))
    , m_demo(linkButton(tr("Use the demo model, without a key"), this))
{
    m_demo->setObjectName(QStringLiteral("welcomeDemoButton"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_lead);
    layout->addWidget(m_tiles);
    layout->addWidget(m_form);
    layout->addWidget(m_demo, 0, Qt::AlignLeft);
    connect(m_tiles, &PresetTiles::chosen, this, [this](const ProviderPreset &preset) {
        showPart(m_form);
        m_form->begin(preset);
    });
    connect(m_form, &ProviderForm::cancelled, this, [this] { showPart(m_tiles); });
    connect(m_form, &ProviderForm::added, this, [this](const QString &provider) {
        showPart(m_tiles);
        Q_EMIT added(provider);
    });
    connect(m_demo, &QPushButton::clicked, this, &KeyStep::demoChosen);
    showPart(m_tiles);
}

void KeyStep::showPart(QWidget *part)
{
    m_lead->setVisible(part == m_tiles);
    m_tiles->setVisible(part == m_tiles);
    m_form->setVisible(part == m_form);
}

} // namespace nexus
