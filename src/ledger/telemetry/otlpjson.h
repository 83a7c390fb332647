// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/telemetryconfig.h"
#include "wire/json.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace nexus {

//! \brief Attributes in the words of OTLP's JSON, at most so many.
//!
//! Empty texts are left out, long ones are cut.
class OtlpAttributes final {
public:
    static constexpr qsizetype maxText = 1'024; //!< bytes

    explicit OtlpAttributes(int limit = 128)
        : m_limit(limit)
    { }

    void add(const char *name, const QByteArray &text);
    void add(const char *name, const QString &text) { add(name, text.toUtf8()); }
    void addNumber(const char *name, qint64 number);
    void addDecimal(const char *name, double number);
    void addFlag(const char *name, bool isSet);

    //! \brief How many had no room.
    [[nodiscard]] int dropped() const { return m_dropped; }
    [[nodiscard]] const Json &list() const { return m_list; }

private:
    void put(const char *name, const char *kind, Json value);

    int m_limit;
    int m_dropped = 0;
    Json m_list = Json::array();
};

//! \brief \a bytes as a JSON text.
[[nodiscard]] Json otlpText(const QByteArray &bytes);

//! \brief \a number as OTLP writes 64 bits in JSON.
[[nodiscard]] Json otlpNumber(quint64 number);

//! \brief \a time in nanoseconds since 1970.
[[nodiscard]] Json otlpTime(std::chrono::system_clock::time_point time);

//! \brief Who sends: the attributes of \a config and `service.*`.
//! \param instance of this run of the gateway
[[nodiscard]] Json otlpResource(const TelemetryConfig &config, const QByteArray &instance);

//! \brief The whole body of a request to `/v1/traces`.
[[nodiscard]] QByteArray otlpTraces(const Json &resource, Json spans);

//! \brief The whole body of a request to `/v1/metrics`.
[[nodiscard]] QByteArray otlpMetrics(const Json &resource, Json metrics);

} // namespace nexus
