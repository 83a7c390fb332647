// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/framingguard.h"
#include "listener/httpsyntax.h"

#include <cstdint>
#include <cstdlib>
#include <vector>

// The first byte chooses how the rest is cut. The same bytes, whole and cut, must give the same requests,
// each ending at the same byte; and every head that was let through must be spelled in the one normal way.

namespace {

using nexus::FramingGuard;

constexpr qsizetype headLimit = 4096;
constexpr qint64 bodyLimit = 2048;

struct Request {
    qsizetype end = 0; //!< offset of the byte behind it
    int status = 0; //!< 0 when it was accepted
    std::string_view reason;
    QByteArray body;
    QByteArray head;

    bool operator==(const Request &) const = default;
};

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

bool isCleanLine(QByteArrayView line)
{
    return !line.contains('\r') && !line.contains('\n') && !line.contains('\0');
}

void checkHead(const nexus::RequestHead &head)
{
    require(nexus::isToken(head.method) && head.target.startsWith('/'));
    require(!(head.isChunked && head.contentLength));
    require(!head.contentLength || (*head.contentLength >= 0 && *head.contentLength <= bodyLimit));
    QByteArrayView rest = head.normalised;
    require(rest.endsWith("\r\n\r\n"));
    int lines = 0;
    while (rest != "\r\n") {
        const qsizetype end = rest.indexOf("\r\n");
        const auto line = rest.first(end);
        require(isCleanLine(line));
        require(lines == 0 || nexus::isToken(line.first(std::max<qsizetype>(line.indexOf(':'), 0))));
        rest = rest.sliced(end + 2);
        ++lines;
    }
    require(lines == head.fieldCount + 1 && head.fieldCount <= nexus::HeadReader::maxFields);
}

//! Feeds \a bytes in pieces of \a size and collects the requests.
std::vector<Request> requestsIn(QByteArrayView bytes, qsizetype size)
{
    FramingGuard guard(headLimit, bodyLimit);
    std::vector<Request> requests;
    qsizetype offset = 0;
    while (true) {
        const auto piece = bytes.sliced(offset, std::min(size, bytes.size() - offset));
        const auto step = guard.feed(piece);
        require(step.consumed >= 0 && step.consumed <= piece.size());
        offset += step.consumed;
        switch (step.event) {
        case FramingGuard::Event::NeedMore:
            require(step.consumed == piece.size());
            if (offset == bytes.size()) {
                return requests;
            }
            break;
        case FramingGuard::Event::HeadComplete:
            checkHead(guard.head());
            break;
        case FramingGuard::Event::Refused:
            require(guard.refusal().status >= 400 && guard.feed("x").consumed == 0);
            requests.push_back({offset, guard.refusal().status, guard.refusal().reason, {}, {}});
            return requests;
        case FramingGuard::Event::Complete:
            require(guard.body().size() <= bodyLimit);
            require(guard.head().hasBody() || guard.body().isEmpty());
            requests.push_back({offset, 0, {}, guard.body(), guard.head().normalised});
            guard.reset();
            break;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    const QByteArrayView bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const auto whole = requestsIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(requestsIn(bytes, data[0] + 1) == whole);
    require(requestsIn(bytes, 1) == whole);
    // What one request took is all it needs.
    qsizetype begin = 0;
    for (const Request &request : whole) {
        const auto alone = requestsIn(bytes.sliced(begin, request.end - begin), bytes.size() + 1);
        require(alone.size() == 1 && alone.front().end == request.end - begin
            && alone.front().status == request.status && alone.front().body == request.body);
        begin = request.end;
    }
    return 0;
}
