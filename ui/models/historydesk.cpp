// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/historydesk.h"

#include "ledger/prices/priceloader.h"

namespace nexus {

HistoryDesk::HistoryDesk(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_inside(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("console-history"));
    m_inside->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

HistoryDesk::~HistoryDesk()
{
    // The connection to the file belongs to the thread.
    QMetaObject::invokeMethod(
        m_inside.get(), [this] { m_reader.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void HistoryDesk::setConfig(const ConfigSnapshot &config)
{
    post([this, config] {
        m_config = config;
        close();
    });
}

void HistoryDesk::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_inside.get(), std::move(job), Qt::QueuedConnection);
}

Result<const HistoryReader *> HistoryDesk::open()
{
    if (!m_config) {
        return failure(
            {.kind = ErrorKind::Unavailable, .message = tr("There is no configuration yet."), .detail = {}});
    }
    if (!m_reader) {
        const auto book = PriceLoader(m_config->ledger.prices).book();
        Result<HistoryReader> opened = HistoryReader::open(m_path, historyPrices(book, m_config));
        if (!opened) {
            return failure(opened.error());
        }
        m_reader = std::move(*opened);
    }
    return &*m_reader;
}

void HistoryDesk::close()
{
    m_reader.reset();
}

} // namespace nexus
