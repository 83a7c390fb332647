// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"
#include "ui/models/pagelink.h"

#include <QWidget>

class QVBoxLayout;

namespace nexus {

class LiveFeed;

//! \brief The last requests that failed, each with the page that helps against it.
class ProblemList final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemList(const LiveFeed &feed, QWidget *parent = nullptr);

    //! \brief Takes what the feed has now.
    void refresh();

Q_SIGNALS:
    void linkActivated(const nexus::PageLink &link);

private:
    [[nodiscard]] QWidget *rowOf(const RequestRecord &record);
    void addLink(QLayout &row, const QString &text, const QString &what, const PageLink &link);

    const LiveFeed &m_feed;
    QVBoxLayout *m_rows;
    std::vector<quint64> m_shown; // by number, so that nothing flickers
};

} // namespace nexus
