// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace nexus {

//! \brief How metrics are written.
enum class MetricsFormat {
    Prometheus, //!< text format 0.0.4
    OpenMetrics, //!< 1.0.0
};

//! \brief The format that an `Accept` header wants most; Prometheus' own where it says nothing of either.
[[nodiscard]] MetricsFormat acceptedFormat(const QByteArray &accept);

//! \brief The value of `Content-Type`.
[[nodiscard]] QByteArray contentType(MetricsFormat format);

//! \brief Writes one page of metrics, family by family.
class MetricsPage final {
public:
    enum class Type { Counter, Gauge, Histogram };

    explicit MetricsPage(MetricsFormat format);

    //! \brief Begins a family. \a name stands without `_total`, which counters get; a unit is its last word.
    void begin(Type type, const QByteArray &name, const char *help, const char *unit = "");

    //! \brief A sample of the family with \a labels, as labelPair() writes them, with commas between.
    void add(const QByteArray &labels, qint64 value) { add(labels, QByteArray::number(value)); }
    void add(const QByteArray &labels, const QByteArray &value) { addLine("", labels, value); }

    //! \brief A sample of a histogram: \a suffix is `_bucket`, `_sum` or `_count`.
    void addPart(const char *suffix, const QByteArray &labels, const QByteArray &value)
    {
        addLine(suffix, labels, value);
    }

    //! \brief The whole page. Last call.
    [[nodiscard]] QByteArray take();

private:
    void addLine(const char *suffix, const QByteArray &labels, const QByteArray &value);

    MetricsFormat m_format;
    QByteArray m_text;
    QByteArray m_sampleName;
};

//! \brief `name="value"`, with what is special in \a value escaped.
[[nodiscard]] QByteArray labelPair(const char *name, QByteArrayView value);

//! \brief \a value as it may stand in a label: UTF-8 without control characters, and not too long.
[[nodiscard]] QByteArray labelText(const QByteArray &value);

//! \brief \a millionths of one as an exact decimal.
[[nodiscard]] QByteArray decimal(qint64 millionths);

} // namespace nexus
