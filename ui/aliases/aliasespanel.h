// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/aliases/targetrow.h"
#include "ui/models/aliasedit.h"
#include "ui/widgets/page.h"

#include <vector>

class QAbstractItemModel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace nexus {

class AliasCard;
class Banner;
class EmptyState;

//! \brief All aliases of the file as cards, in file order; new ones on top until they are saved.
class AliasesPanel final : public QWidget {
    Q_OBJECT

public:
    //! \param names that can be targets; outlives it
    AliasesPanel(const ConsoleParts &parts, QAbstractItemModel &names, QWidget *parent = nullptr);

    //! \brief Takes what the file says now. Cards with something to save keep it.
    void reload();
    //! \brief Takes how the providers fare now.
    void refreshHealth();

    //! \brief Begins a new alias.
    void add();
    //! \brief Scrolls to the alias \a name; false when there is none.
    bool reveal(const QString &name);

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool isDirty() const;

Q_SIGNALS:
    void saved(const QString &name);
    void removed(const QString &name);
    void failed(const QString &sentence);
    void linkActivated(const nexus::PageLink &link);

private:
    AliasCard *make(const std::optional<AliasEntry> &alias);
    [[nodiscard]] AliasCard *find(const QString &name) const;
    void arrange(std::vector<AliasCard *> cards);
    void showState();
    void scrollTo(AliasCard *card);

    ConsoleParts m_parts;
    QAbstractItemModel &m_names;
    TargetHealth m_health;
    std::vector<AliasCard *> m_cards; // children, as they are shown
    Banner *m_trouble; // with the file
    QStackedWidget *m_stack;
    QScrollArea *m_area;
    QVBoxLayout *m_layout;
    EmptyState *m_empty;
};

} // namespace nexus
