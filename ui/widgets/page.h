// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pagelink.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QSettings;

namespace nexus {

class ConfigDesk;
class GatewayHost;
class HistoryDesk;
class Keychain;

//! \brief What pages work with. All of it outlives them; main thread.
struct ConsoleParts {
    GatewayHost &host; //!< the gateway and its state
    HistoryDesk &history; //!< what was
    Keychain &keys;
    ConfigDesk &config; //!< the file
    QSettings &settings; //!< what the window remembers; groups are named like the page
};

//! \brief A page of the window: a title, actions beside it, and the content below.
//!
//! Pages are made when they are first shown, and made anew when the language changes: what has to stay is
//! kept in ConsoleParts::settings.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent = nullptr);
    ~Page() override;

    //! \brief Shows what a link wants, see PageLink::argument. Not called with an empty argument.
    virtual void follow(const QString &argument);

    //! \brief Whether it may be made anew or closed now; a page with unsaved work asks its user.
    [[nodiscard]] virtual bool mayClose() { return true; }

Q_SIGNALS:
    //! A click leads to another page.
    void linkActivated(const nexus::PageLink &link);

protected:
    //! \brief Puts \a action to the right of the title, the last one outermost.
    void addAction(QWidget *action);
    //! \brief Where the page puts its content, below the title. Vertical, with the page's margin around.
    [[nodiscard]] QBoxLayout *content() const { return m_content; }
    [[nodiscard]] QLabel *titleLabel() const { return m_title; }

private:
    QLabel *m_title;
    QHBoxLayout *m_head;
    QBoxLayout *m_content;
};

} // namespace nexus
