// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QSettings;

namespace nexus {

//! \brief What a person likes of the window. It is kept with the user, not in `nexus.toml`.
//!
//! All that share a QSettings tell one another of changes. Main thread.
class ConsolePreferences final : public QObject {
    Q_OBJECT

public:
    enum class Theme { System, Light, Dark };

    //! \param settings outlives it; everything lies in the group `console`
    explicit ConsolePreferences(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);

    //! \brief `de` or `zh_CN`; empty is the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    //! \brief Whether the console begins as an icon in the tray.
    [[nodiscard]] bool startsHidden() const;
    void setStartsHidden(bool isHidden);

    //! \brief Whether the gateway serves as soon as the console is there.
    [[nodiscard]] bool servesAtStart() const;
    void setServesAtStart(bool serves);

    //! \brief Whether the program goes on when its window is closed, where there is a tray.
    [[nodiscard]] bool closesToTray() const;
    void setClosesToTray(bool closes);

    //! \brief Whether the first steps are done or were skipped.
    [[nodiscard]] bool isWelcomed() const;
    void setWelcomed(bool isWelcomed);

    //! \brief Whether the desktop is told of budgets that are spent and providers that rest.
    [[nodiscard]] bool notifies() const;
    void setNotifies(bool notifies);

Q_SIGNALS:
    //! Something is another one, whoever set it. Not sent when a setter sets what is there.
    void changed();

private:
    [[nodiscard]] bool flag(const char *key, bool fallback) const;
    void setFlag(const char *key, bool value, bool fallback);
    void setText(const char *key, const QString &text);
    void tell();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QSettings &m_settings;
};

} // namespace nexus
