// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestexport.h"

#include <QObject>

namespace nexus {

class HistoryDesk;

//! \brief Asks where to, and writes requests there without holding up the window.
class LogExporter final : public QObject {
    Q_OBJECT

public:
    LogExporter(HistoryDesk &history, QWidget *window);

    //! \brief Opens a dialog for \a lines or, where there are none, for all that fits \a filter.
    void choose(std::vector<RequestLine> lines, const HistoryFilter &filter);

    //! \brief Writes to the file \a path in the form that its ending names; said() follows.
    void write(const QString &path, std::vector<RequestLine> lines, const HistoryFilter &filter);

Q_SIGNALS:
    //! What came of it.
    void said(const QString &sentence, bool isGood);

private:
    HistoryDesk &m_history;
    QWidget *m_window;
};

} // namespace nexus
