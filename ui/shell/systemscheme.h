// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace nexus {

//! \brief Whether the desktop is dark: the portal's word where there is one, else that of its palette.
//!
//! org.freedesktop.appearance color-scheme of the XDG Settings portal. Make it before a theme is applied.
class SystemScheme final : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // Of the portal.
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    bool m_isDark;
};

} // namespace nexus
