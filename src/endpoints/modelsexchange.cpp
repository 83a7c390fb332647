// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/modelsexchange.h"

#include "contract/responsesink.h"
#include "endpoints/modelsanswer.h"
#include "wire/errorbody.h"

namespace nexus {

ModelsExchange::ModelsExchange(std::shared_ptr<const RequestSnapshot> request, Dialect dialect,
    std::optional<QByteArray> id, Pipeline &pipeline, ResponseSink &sink)
    : QObject(&pipeline)
    , m_request(std::move(request))
    , m_dialect(dialect)
    , m_id(std::move(id))
    , m_pipeline(pipeline)
    , m_sink(&sink)
    , m_record(recordOf(*m_request, dialect))
{
    connect(&sink, &ResponseSink::clientGone, this, [this] {
        m_record.outcome = Outcome::ClientGone;
        finish();
    });
}

void ModelsExchange::start()
{
    m_pipeline.access().admit(
        m_request, m_dialect, *m_sink, this, [this](const Result<Principal> &who) { onAdmitted(who); });
}

void ModelsExchange::onAdmitted(const Result<Principal> &who)
{
    if (m_isOver) {
        return;
    }
    if (!who) {
        refuse(who.error());
        return;
    }
    m_record.who = *who;
    ModelCatalog &catalog = m_pipeline.shared().catalog;
    const auto known = [this] {
        if (!m_isOver) {
            answer();
        }
    };
    if (m_request->headers.value("Cache-Control").contains("no-cache")) {
        catalog.whenRefreshed(this, known);
    } else {
        catalog.whenReady(this, known);
    }
}

void ModelsExchange::answer()
{
    const std::shared_ptr<const Router> router = m_pipeline.router();
    const Result<QByteArray> body = m_id ? modelObject(*router, *m_id, m_dialect)
                                         : Result<QByteArray>(modelList(router->models(), m_dialect));
    if (!body) {
        refuse(body.error());
        return;
    }
    send({.status = 200, .headers = {{"Content-Type", "application/json"}}}, *body, std::nullopt);
}

void ModelsExchange::refuse(const Error &error)
{
    send(errorHead(error), errorBody(error, m_dialect, m_request->id), error);
}

void ModelsExchange::send(const ResponseHead &head, const QByteArray &body, const std::optional<Error> &error)
{
    m_record.status = head.status;
    m_record.outcome = error ? Outcome::Refused : Outcome::Answered;
    m_record.error = error;
    m_record.bytesOut = body.size();
    if (m_sink) {
        m_sink->send(head, body);
    }
    finish();
}

void ModelsExchange::finish()
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_record.duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - m_request->received);
    m_record.firstByte = m_record.duration;
    m_pipeline.shared().records.record(m_record);
    deleteLater();
}

} // namespace nexus
