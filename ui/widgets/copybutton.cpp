// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/copybutton.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>

namespace nexus {

CopyButton::CopyButton(const QString &label, std::function<QString()> what, QWidget *parent)
    : QPushButton(label, parent)
    , m_label(label)
    , m_what(std::move(what))
{
    setIcon(lineIcon(QStringLiteral("copy")));
    m_back.setSingleShot(true);
    m_back.setInterval(std::chrono::seconds(2));
    connect(this, &QPushButton::clicked, this, &CopyButton::onClicked);
    connect(&m_back, &QTimer::timeout, this, [this] {
        setText(m_label);
        setIcon(lineIcon(QStringLiteral("copy")));
    });
}

void CopyButton::onClicked()
{
    QGuiApplication::clipboard()->setText(m_what());
    // The other word may be wider, and neighbours must not jump.
    setMinimumWidth(std::max(minimumWidth(), width()));
    setText(tr("Copied"));
    setIcon(lineIcon(QStringLiteral("check"), Tone::Good));
    m_back.start();
    Q_EMIT copied();
}

} // namespace nexus
