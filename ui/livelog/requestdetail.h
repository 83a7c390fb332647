// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/pagelink.h"
#include "ui/models/requestdossier.h"
#include "ui/widgets/page.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace nexus {

class BarsView;
class BodyView;
class ConversationView;
class EmptyState;
class EventsView;
class FactsView;
class TranslationView;

//! \brief Everything about one request, beside the list. It asks the history for what the row does not know.
class RequestDetail final : public QWidget {
    Q_OBJECT

public:
    explicit RequestDetail(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Shows \a line; the same again brings it up to date.
    void setLine(const RequestLine &line);

    [[nodiscard]] const RequestDossier &dossier() const { return m_dossier; }

Q_SIGNALS:
    void linkActivated(const nexus::PageLink &link);
    void stopWanted(quint64 number);
    //! The button of all actions was pressed; its menu is wanted below it.
    void menuWanted(const QPoint &globalPlace);
    void sendAgainWanted();
    void closed();

private:
    enum Tab {
        ConversationTab,
        RequestTab,
        AnswerTab,
        TimelineTab,
        AttemptsTab,
        HeadersTab,
        CostTab,
        TranslationTab,
        TabCount,
    };

    void setUpHead();
    void setUpTabs();
    void setUpPanes();
    [[nodiscard]] QWidget *scrolled(const std::vector<QWidget *> &inside);
    void showTimeline();
    void ask();
    void takeDossier(const Result<RequestDossier> &dossier);
    void showHead();
    void showTab();
    void showBodies(Tab tab);
    void showMissing();
    void onMissingAction();
    [[nodiscard]] bool hasBodies() const;
    [[nodiscard]] std::optional<ProviderDialect> providerDialect() const;

    ConsoleParts m_parts;
    RequestDossier m_dossier;
    quint64 m_asked = 0; // so that an old answer is passed over
    int m_tries = 0;
    bool m_isAsking = false;
    QString m_problem;
    QString m_missingLink; // of the settings
    QTimer m_again;

    QLabel *m_route;
    QLabel *m_figures;
    QLabel *m_error;
    QPushButton *m_stop;
    QPushButton *m_sendAgain;
    QToolButton *m_more;
    QToolButton *m_close;
    QTabBar *m_tabs;
    QStackedWidget *m_panes;
    EmptyState *m_missing;
    ConversationView *m_conversation;
    BodyView *m_request;
    BodyView *m_answer;
    BarsView *m_timeline;
    EventsView *m_events;
    QLabel *m_noEvents;
    BarsView *m_attempts;
    FactsView *m_headers;
    FactsView *m_cost;
    TranslationView *m_translation;
};

} // namespace nexus
