// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"
#include "ledger/history/historyreader.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace nexus {

//! \brief What `nexus log` prints: the newest requests that fit, the newest last, and with `--follow` those
//! that come later. Needs a running event loop to follow.
class LogCommand final : public QObject {
    Q_OBJECT

public:
    using Print = std::function<void(const QByteArray &text)>;

    //! \param print takes whole lines
    LogCommand(HistoryReader reader, HistoryAsk ask, Print print);

    //! \brief Prints what is there. \return InvalidRequest where the filter or the time is wrong
    [[nodiscard]] Result<void> printNewest(qint64 now);

    //! \brief From now on prints twice a second what was written after printNewest().
    void follow();

Q_SIGNALS:
    //! The history cannot be read any more. Fires once, and following is over.
    void failed(const QString &problem);

private:
    void poll();
    void print(const std::vector<HistoryRow> &rows) const;

    HistoryReader m_reader;
    HistoryAsk m_ask;
    Print m_print;
    HistoryFilter m_filter;
    qint64 m_last = 0;
    QTimer m_timer;
};

} // namespace nexus
