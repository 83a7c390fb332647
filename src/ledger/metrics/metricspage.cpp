// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/metrics/metricspage.h"

#include <QByteArrayList>
#include <QString>

#include <algorithm>
#include <cstdlib>

namespace nexus {

namespace {

constexpr qsizetype maxLabel = 128;

// The quality of one entry of an Accept header, in thousandths.
int qualityOf(const QByteArrayList &parameters)
{
    for (const QByteArray &parameter : parameters) {
        const QByteArray word = parameter.trimmed();
        if (word.startsWith("q=") || word.startsWith("Q=")) {
            bool isNumber = false;
            const double quality = word.sliced(2).toDouble(&isNumber);
            return isNumber && quality >= 0 && quality <= 1 ? static_cast<int>(quality * 1000) : 0;
        }
    }
    return 1000;
}

// A version that is not written here is not what is asked for.
bool isVersionWritten(const QByteArrayList &parameters)
{
    return std::ranges::all_of(parameters, [](const QByteArray &parameter) {
        const QByteArray word = parameter.trimmed().toLower().replace('"', "");
        return !word.startsWith("version=") || word == "version=1.0.0";
    });
}

bool isPlainAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

const char *typeWord(MetricsPage::Type type)
{
    switch (type) {
    case MetricsPage::Type::Counter:
        return "counter";
    case MetricsPage::Type::Gauge:
        return "gauge";
    case MetricsPage::Type::Histogram:
        return "histogram";
    }
    return "unknown";
}

} // namespace

MetricsFormat acceptedFormat(const QByteArray &accept)
{
    int open = 0;
    int plain = 0;
    for (const QByteArray &entry : accept.split(',')) {
        QByteArrayList parameters = entry.split(';');
        const QByteArray type = parameters.takeFirst().trimmed().toLower();
        if (type == "application/openmetrics-text" && isVersionWritten(parameters)) {
            open = std::max(open, qualityOf(parameters));
        } else if (type == "text/plain" || type == "text/*") {
            plain = std::max(plain, qualityOf(parameters));
        }
    }
    return open > 0 && open >= plain ? MetricsFormat::OpenMetrics : MetricsFormat::Prometheus;
}

QByteArray contentType(MetricsFormat format)
{
    return format == MetricsFormat::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                                : "text/plain; version=0.0.4; charset=utf-8";
}

MetricsPage::MetricsPage(MetricsFormat format)
    : m_format(format)
{ }

void MetricsPage::begin(Type type, const QByteArray &name, const char *help, const char *unit)
{
    m_sampleName = type == Type::Counter ? name + "_total" : name;
    const bool isOpen = m_format == MetricsFormat::OpenMetrics;
    const QByteArray &family = isOpen ? name : m_sampleName;
    m_text += "# HELP " + family + ' ' + help + '\n';
    m_text += "# TYPE " + family + ' ' + typeWord(type) + '\n';
    if (isOpen && *unit != '\0') {
        m_text += "# UNIT " + family + ' ' + unit + '\n';
    }
}

void MetricsPage::addLine(const char *suffix, const QByteArray &labels, const QByteArray &value)
{
    m_text += m_sampleName;
    m_text += suffix;
    if (!labels.isEmpty()) {
        m_text += '{';
        m_text += labels;
        m_text += '}';
    }
    m_text += ' ';
    m_text += value;
    m_text += '\n';
}

QByteArray MetricsPage::take()
{
    if (m_format == MetricsFormat::OpenMetrics) {
        m_text += "# EOF\n";
    }
    return std::move(m_text);
}

QByteArray labelPair(const char *name, QByteArrayView value)
{
    QByteArray pair = name;
    pair += "=\"";
    for (const char c : value) {
        if (c == '\n') {
            pair += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') {
            pair += '\\';
        }
        pair += c;
    }
    pair += '"';
    return pair;
}

QByteArray labelText(const QByteArray &value)
{
    if (value.size() <= maxLabel && isPlainAscii(value)) {
        return value;
    }
    QString text = QString::fromUtf8(value.first(std::min(value.size(), 4 * maxLabel)));
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control) {
            c = u'?';
        }
    }
    text.truncate(maxLabel);
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        text.chop(1);
    }
    return text.toUtf8();
}

QByteArray decimal(qint64 millionths)
{
    constexpr qint64 one = 1'000'000;
    QByteArray text = QByteArray::number(millionths / one);
    const qint64 rest = millionths % one;
    if (rest == 0) {
        return text;
    }
    text += '.' + QByteArray::number(std::abs(rest)).rightJustified(6, '0');
    while (text.endsWith('0')) {
        text.chop(1);
    }
    return millionths < 0 && !text.startsWith('-') ? '-' + text : text;
}

} // namespace nexus
