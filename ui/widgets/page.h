// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pagelink.h"

#include <QWidget>

#include <memory>

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

//! \brief What a page that is made anew goes on with, where it is too large or too lively for the settings.
class PageState {
public:
    PageState() = default;
    virtual ~PageState() = default;
    Q_DISABLE_COPY_MOVE(PageState)
};

//! \brief A page of the window: a title, actions beside it, and the content below.
//!
//! Pages are made when they are first shown, and made anew when the language changes: what has to stay is
//! kept in ConsoleParts::settings, or handed on as a PageState.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent = nullptr);
    ~Page() override;

    //! \brief Shows what a link wants, see PageLink::argument. Not called with an empty argument.
    virtual void follow(const QString &argument);

    //! \brief Whether it may be made anew or closed now; a page with unsaved work asks its user.
    [[nodiscard]] virtual bool mayClose() { return true; }

    //! \brief Hands out what the next one goes on with; nullptr for nothing. The page is not used after that,
    //! but may live for a while.
    [[nodiscard]] virtual std::unique_ptr<PageState> takeState();

    //! \brief Goes on with what a page of the same class has handed out.
    virtual void restore(std::unique_ptr<PageState> state);

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
