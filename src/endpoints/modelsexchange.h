// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"
#include "pipeline/pipeline.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace nexus {

class ResponseSink;

//! \brief One request for the list of models or for one of them, from its arrival to its single record.
//!
//! Waits for the providers' lists, though not long. Deletes itself when it is over. Worker thread only.
class ModelsExchange final : public QObject {
    Q_OBJECT

public:
    //! \param id the model that is asked for, nothing for the list
    ModelsExchange(std::shared_ptr<const RequestSnapshot> request, Dialect dialect,
        std::optional<QByteArray> id, Pipeline &pipeline, ResponseSink &sink);

    void start();

private:
    void onAdmitted(const Result<Principal> &who);
    void answer();
    void refuse(const Error &error);
    void send(const ResponseHead &head, const QByteArray &body, const std::optional<Error> &error);
    void finish();

    std::shared_ptr<const RequestSnapshot> m_request;
    Dialect m_dialect;
    std::optional<QByteArray> m_id;
    Pipeline &m_pipeline;
    QPointer<ResponseSink> m_sink;
    RequestRecord m_record;
    bool m_isOver = false;
};

} // namespace nexus
