// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/responsesink.h"

#include <QByteArrayList>

namespace nexus {

//! \brief A client's sink that remembers what it was told.
class FakeSink final : public ResponseSink {
public:
    void addHeaders(const HeaderList &headers) override
    {
        ResponseSink::addHeaders(headers);
        calls.append("headers " + headers.begin()->first);
    }
    void send(const ResponseHead &head, const QByteArray &body) override
    {
        calls.append("send " + QByteArray::number(head.status) + ' ' + body);
    }
    void begin(const ResponseHead &head) override
    {
        calls.append("begin " + QByteArray::number(head.status));
    }
    void write(const QByteArray &bytes) override { calls.append("write " + bytes); }
    void writeComment(const QByteArray &bytes) override { calls.append("comment " + bytes); }
    void finish() override { calls.append("finish"); }
    void finishFailed(const QByteArray &lastWords) override { calls.append("failed " + lastWords); }
    void cut() override { calls.append("cut"); }
    [[nodiscard]] qint64 backlog() const override { return waiting; }

    QByteArrayList calls;
    qint64 waiting = 0;
};

} // namespace nexus
