// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMutex>
#include <QSet>
#include <QString>

namespace nexus {

//! \brief Which OpenAI-compatible providers refuse to be asked what a stream used.
//!
//! Some answer 400 or 422 to `stream_options`, which the gateway adds by itself. They are not asked again;
//! the usage is then known only if they tell it anyway. Thread-safe: all workers share one.
class UsageRefusals final {
public:
    //! \brief Whether the provider at \a baseUrl has refused it before.
    [[nodiscard]] bool contains(const QString &baseUrl) const;

    //! \brief Takes note of it.
    void add(const QString &baseUrl);

    //! \brief Whether an answer of that \a status and \a body refuses `stream_options`.
    [[nodiscard]] static bool isRefusal(int status, const QByteArray &body);

private:
    mutable QMutex m_mutex; // guards m_baseUrls
    QSet<QString> m_baseUrls;
};

} // namespace nexus
