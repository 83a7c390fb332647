// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/httpmessage.h"

#include <memory>

namespace nexus {

class ResponseSink;

//! \brief Takes a request and sees to its answer.
class RequestHandler {
public:
    RequestHandler() = default;
    virtual ~RequestHandler() = default;
    Q_DISABLE_COPY_MOVE(RequestHandler)

    //! \brief Answers \a request through \a sink, now or later, exactly once. Never blocks.
    virtual void handle(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink) = 0;

    //! \brief Takes note of what was refused before it was a whole request; its client has been told.
    //! \param request without body, and method and path where they had come
    virtual void noteRefused(const RequestSnapshot &request, int status, const Error &error) = 0;
};

} // namespace nexus
