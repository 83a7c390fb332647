// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/fileidentity.h"
#include "commandline/commandline.h"
#include "ledger/history/historyreader.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace nexus {

//! \brief What `nexus log` prints: the newest requests that fit, the newest last, and with `--follow` those
//! that come later. Needs a running event loop to follow.
//!
//! Who follows waits for a history that is not there yet, or cannot be read for the moment, and goes on in
//! the new file where another one takes its place.
class LogCommand final : public QObject {
    Q_OBJECT

public:
    using Open = std::function<Result<HistoryReader>()>;
    using Print = std::function<void(const QByteArray &text)>;

    //! \param path of the history that \a open opens
    //! \param print takes whole lines
    LogCommand(QString path, Open open, HistoryAsk ask, Print print);

    //! \brief Prints what is there. \return InvalidRequest where the filter or the time is wrong; Internal
    //! where there is nothing to read, unless it is to be followed and is only not there yet
    [[nodiscard]] Result<void> printNewest(qint64 now);

    //! \brief From now on prints twice a second what was written after printNewest().
    void follow();

Q_SIGNALS:
    //! There is nothing to read at the moment. Sent once until something is read again.
    void waiting(const QString &reason);

private:
    void poll();
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> printRows();
    [[nodiscard]] Result<void> printLater();
    void printHead() const;
    void print(const std::vector<HistoryRow> &rows) const;

    const QString m_path;
    const Open m_open;
    const HistoryAsk m_ask;
    const Print m_print;
    std::optional<HistoryReader> m_reader;
    std::optional<FileIdentity> m_file; // that m_reader reads, or read last
    HistoryFilter m_filter;
    qint64 m_last = 0; // row of m_file that was looked at
    bool m_isWaiting = false;
    QTimer m_timer;
};

} // namespace nexus
