// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filterwords.h"
#include "ui/models/pagelink.h"
#include "ui/models/requestdossier.h"
#include "ui/models/requestsender.h"
#include "ui/widgets/page.h"
#include "upstream/webfetcher.h"

#include <QObject>

class QMenu;

namespace nexus {

//! \brief What can be done with requests of the log, in menus and by buttons.
class RequestActions final : public QObject {
    Q_OBJECT

public:
    //! \param words where names of models come from; outlives it
    RequestActions(const ConsoleParts &parts, const FilterWords &words, QWidget *window);

    //! \brief A menu for \a lines, shown at once; it deletes itself.
    void popUp(const std::vector<RequestLine> &lines, const QPoint &globalPlace);

    void copyId(const RequestLine &line);
    void copyCode(const RequestLine &line, RequestCode code);
    //! \param model in place of the one that was asked for, empty for the same
    void sendAgain(const RequestLine &line, const QString &model = {});
    void stop(quint64 number);
    void compare(const RequestLine &left, const RequestLine &right);

Q_SIGNALS:
    void linkActivated(const nexus::PageLink &link);
    //! The log is to show this.
    void filterWanted(const QString &filter);
    void exportWanted();
    //! The columns of the table are to be chosen.
    void columnsWanted(const QPoint &globalPlace);
    void compared(const nexus::RequestDossier &left, const nexus::RequestDossier &right);
    //! What came of an action.
    void said(const QString &sentence, bool isGood);

private:
    void fillSingle(QMenu &menu, const RequestLine &line);
    void fillModels(QMenu &menu, const RequestLine &line);
    void withReplay(
        const RequestLine &line, const QString &model, const std::function<void(const Replay &)> &done);
    void onSent(int status, const QString &message);

    ConsoleParts m_parts;
    const FilterWords &m_words;
    QWidget *m_window;
    WebFetcher m_fetcher;
    RequestSender m_sender;
};

} // namespace nexus
