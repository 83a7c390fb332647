// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/otlpsender.h"

#include "wire/json.h"
#include "wire/retryafter.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace nexus {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds maxPause {60'000};
constexpr qsizetype maxAnswer = 256 * 1024;

bool isPassing(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::UpstreamUnreachable || kind == ErrorKind::UpstreamTimeout;
}

// Nobody else is to wake up at the same moment.
milliseconds spread(milliseconds pause)
{
    const double factor = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    return milliseconds(static_cast<qint64>(static_cast<double>(pause.count()) * factor));
}

// What a collector did not want of what it took.
qint64 rejectedIn(const QByteArray &answer)
{
    const std::optional<Json> tree = parseJson(answer);
    if (!tree || !tree->is_object() || !tree->contains("partialSuccess")) {
        return 0;
    }
    const Json &partial = (*tree)["partialSuccess"];
    for (const char *name : {"rejectedSpans", "rejectedDataPoints"}) {
        if (!partial.is_object() || !partial.contains(name)) {
            continue;
        }
        const Json &count = partial[name];
        if (count.is_string()) {
            return QByteArray::fromStdString(count.get<std::string>()).toLongLong();
        }
        return count.is_number_integer() ? count.get<qint64>() : 0;
    }
    return 0;
}

} // namespace

QUrl otlpUrl(const QUrl &endpoint, const QString &signal)
{
    QString path = endpoint.path(QUrl::FullyEncoded);
    for (const char *end : {"/v1/traces", "/v1/metrics", "/v1/logs"}) {
        if (path.endsWith(QLatin1String(end))) {
            path.chop(QLatin1String(end).size());
            break;
        }
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    QUrl url(endpoint);
    url.setPath(path + QStringLiteral("/v1/") + signal, QUrl::TolerantMode);
    return url;
}

OtlpSender::OtlpSender(
    HttpFetcher &fetcher, QByteArray signal, const Logger &log, milliseconds firstPause, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_signal(std::move(signal))
    , m_log(log)
    , m_firstPause(firstPause)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &OtlpSender::post);
}

OtlpSender::~OtlpSender() = default;

void OtlpSender::setExporter(const std::optional<OtlpExporter> &exporter)
{
    m_exporter = exporter;
    if (!exporter && m_call) {
        m_pause.stop();
        end();
    }
}

void OtlpSender::send(QByteArray body, qint64 items)
{
    m_body = std::move(body);
    m_items = items;
    m_tries = 0;
    m_call = std::make_unique<QObject>();
    post();
}

void OtlpSender::post()
{
    ++m_tries;
    FetchAsk ask {.url = otlpUrl(m_exporter->endpoint, QString::fromLatin1(m_signal)),
        .headers = {{"Content-Type", "application/json"}},
        .method = "POST",
        .body = m_body,
        .timeout = m_exporter->timeout,
        .maxBody = maxAnswer};
    for (const ExporterHeader &header : m_exporter->httpHeaders) {
        ask.headers.set(header.name, header.value.reveal());
    }
    m_fetcher.fetch(ask, m_call.get(), [this, call = m_call.get()](const Result<FetchedAnswer> &answer) {
        if (m_call.get() == call) {
            onAnswer(answer);
        }
    });
}

void OtlpSender::onAnswer(const Result<FetchedAnswer> &answer)
{
    if (!answer) {
        if (!isPassing(answer.error().kind) || !repeat({})) {
            noteLost(m_items, answer.error().message);
            end();
        }
        return;
    }
    const int status = answer->head.status;
    if (status >= 200 && status < 300) {
        onDelivered(answer->body);
        return;
    }
    if (isPassing(status) && repeat(answer->head.headers.value("Retry-After"))) {
        return;
    }
    noteLost(m_items, QStringLiteral("the collector answered %1").arg(status));
    end();
}

void OtlpSender::onDelivered(const QByteArray &answer)
{
    const qint64 rejected = rejectedIn(answer);
    if (rejected > 0) {
        noteLost(rejected, QStringLiteral("the collector rejected a part"));
    } else if (std::exchange(m_lost, 0) > 0) {
        m_log.event(LogLevel::Info, "telemetry_arrives_again", {{"signal", m_signal}});
    }
    end();
}

// Whether it is sent once more.
bool OtlpSender::repeat(const QByteArray &retryAfter)
{
    if (m_tries >= maxTries) {
        return false;
    }
    const auto told = retryAfterOf(retryAfter, QDateTime::currentDateTimeUtc());
    if (told && *told > maxPause) {
        return false;
    }
    const milliseconds pause = told.value_or(spread(m_firstPause * (1 << (m_tries - 1))));
    m_pause.start(std::min(pause, maxPause));
    return true;
}

void OtlpSender::noteLost(qint64 items, const QString &reason)
{
    if (m_lost == 0) {
        m_log.event(LogLevel::Warn, "telemetry_lost",
            {{"signal", m_signal}, {"reason", reason}, {"items", items},
                {"effect", "more losses are not logged until something arrives"}});
    }
    m_lost += items;
}

// The fetcher is still speaking.
void OtlpSender::end()
{
    m_body.clear();
    m_call.release()->deleteLater();
    QMetaObject::invokeMethod(this, &OtlpSender::idle, Qt::QueuedConnection);
}

} // namespace nexus
