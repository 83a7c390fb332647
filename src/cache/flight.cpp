// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/flight.h"

#include "cache/follower.h"
#include "cache/leader.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace nexus {

namespace {

// The same bytes, in memory that is theirs alone and not much larger than they are.
QByteArray compact(const QByteArray &bytes)
{
    const bool isFit = bytes.capacity() >= bytes.size() && bytes.capacity() <= 2 * bytes.size() + 64;
    return isFit ? bytes : QByteArray(bytes.constData(), bytes.size());
}

Error tooFarBehind()
{
    return {.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("The answer was read too slowly to be kept. Send the request again."),
        .detail = QStringLiteral("a client that shares another one's call is too far behind")};
}

// Posted under the lock, since whoever it is for cannot be destroyed before they have left the flight. An
// event of their own and no queued call, whose shared parts ThreadSanitizer does not see into.
void tell(QObject &somebody)
{
    QCoreApplication::postEvent(&somebody, new QEvent(QEvent::User));
}

} // namespace

Flight::Flight(const CacheKey &key, const Limits &limits, std::atomic<qint64> &allKept)
    : m_key(key)
    , m_limits(limits)
    , m_allKept(allKept)
    , m_isKept(limits.kept > 0)
{ }

Flight::~Flight()
{
    m_allKept -= m_counted;
}

std::optional<Flight::Seats::iterator> Flight::join(Follower &follower)
{
    const std::lock_guard lock(m_mutex);
    if (m_isOver || !m_isKept) {
        return std::nullopt;
    }
    const auto seat = m_seats.insert(m_seats.end(), Seat {.follower = &follower, .error = {}});
    if (m_head) {
        wake(*seat);
    }
    return seat;
}

bool Flight::leave(Seats::iterator seat)
{
    const std::lock_guard lock(m_mutex);
    const bool wasPromoted = seat->isPromoted;
    m_seats.erase(seat);
    if (m_isOver) {
        dropRead();
        return false;
    }
    if (wasPromoted && m_leader == nullptr) {
        m_isOver = !promoteOldest();
        return m_isOver;
    }
    dropRead();
    if (m_seats.empty() && m_leader != nullptr && !wasPromoted) {
        tell(*m_leader);
    }
    return false;
}

Flight::News Flight::news(Seats::iterator seat)
{
    const std::lock_guard lock(m_mutex);
    seat->isWoken = false;
    News news;
    news.isPromoted = seat->isPromoted;
    if (m_head && !seat->knowsHead) {
        seat->knowsHead = true;
        news.head = m_head;
        news.isStream = m_isStream;
    }
    news.error = seat->error ? seat->error : m_error;
    news.hasBytes = !seat->error && seat->heard < endOfPieces();
    seat->heard = endOfPieces();
    news.isComplete = m_isOver && !news.error;
    news.usage = news.isComplete && m_head ? m_head->usage : std::nullopt;
    return news;
}

QByteArray Flight::take(Seats::iterator seat, qint64 max)
{
    const std::lock_guard lock(m_mutex);
    if (seat->error || max <= 0 || seat->next == endOfPieces()) {
        return {};
    }
    const QByteArray &piece = m_pieces[static_cast<std::size_t>(seat->next - m_dropped)];
    const qsizetype length = std::min<qsizetype>(max, piece.size() - seat->offset);
    QByteArray bytes = length == piece.size() ? piece : piece.mid(seat->offset, length);
    seat->taken += length;
    seat->offset += length;
    if (seat->offset == piece.size()) {
        ++seat->next;
        seat->offset = 0;
        dropRead();
    }
    return bytes;
}

qint64 Flight::available(Seats::iterator seat) const
{
    const std::lock_guard lock(m_mutex);
    return seat->error ? 0 : lagOf(*seat);
}

void Flight::setLeader(Leader &leader)
{
    const std::lock_guard lock(m_mutex);
    m_leader = &leader;
}

// Another one may have taken over since.
void Flight::dropLeader(const Leader &leader)
{
    const std::lock_guard lock(m_mutex);
    if (m_leader == &leader) {
        m_leader = nullptr;
    }
}

bool Flight::hasFollowers() const
{
    const std::lock_guard lock(m_mutex);
    return !m_seats.empty();
}

void Flight::begin(CachedHead head, bool isStream)
{
    const std::lock_guard lock(m_mutex);
    if (m_isOver || m_head) {
        return;
    }
    m_head = std::move(head);
    m_isStream = isStream;
    wakeAll();
}

void Flight::append(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    QByteArray own = compact(bytes);
    const std::lock_guard lock(m_mutex);
    if (m_isOver || !m_head) {
        return;
    }
    if (m_isKept) {
        const qint64 more = own.size() + pieceOverhead;
        m_counted += more;
        if ((m_allKept += more) > m_limits.allKept || m_counted > m_limits.kept) {
            keepNoMore();
        }
    }
    for (Seat &seat : m_seats) {
        if (!seat.error && lagOf(seat) > m_limits.lag) {
            seat.error = tooFarBehind();
        }
    }
    m_bytes += own.size();
    m_pieces.push_back(std::move(own));
    dropRead();
    wakeAll();
}

std::optional<CachedAnswer> Flight::answer(const std::optional<TokenUsage> &usage, TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    if (m_isOver || !m_isKept || !m_head || m_head->status != 200) {
        return std::nullopt;
    }
    CachedAnswer answer {.head = *m_head,
        .pieces = std::vector<QByteArray>(m_pieces.begin(), m_pieces.end()),
        .isStream = m_isStream,
        .storedAt = now};
    answer.head.usage = usage ? usage : m_head->usage;
    return answer;
}

void Flight::complete(const std::optional<TokenUsage> &usage)
{
    const std::lock_guard lock(m_mutex);
    if (m_head && usage) {
        m_head->usage = usage;
    }
    end(std::nullopt);
}

void Flight::fail(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    end(error);
}

bool Flight::handOver(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_leader = nullptr;
    if (m_isOver || (!m_head && promoteOldest())) {
        return !m_isOver;
    }
    end(error);
    return false;
}

bool Flight::endIfAlone()
{
    const std::lock_guard lock(m_mutex);
    if (!m_isOver && m_seats.empty()) {
        end(std::nullopt);
    }
    return m_isOver;
}

void Flight::wake(Seat &seat)
{
    if (!seat.isWoken) {
        seat.isWoken = true;
        tell(*seat.follower);
    }
}

void Flight::wakeAll()
{
    for (Seat &seat : m_seats) {
        wake(seat);
    }
}

bool Flight::promoteOldest()
{
    if (m_seats.empty()) {
        return false;
    }
    m_seats.front().isPromoted = true;
    wake(m_seats.front());
    return true;
}

void Flight::keepNoMore()
{
    m_isKept = false;
    m_allKept -= m_counted;
    m_counted = 0;
}

// What every follower has read goes, once the whole answer is no longer needed.
void Flight::dropRead()
{
    if (m_isKept) {
        return;
    }
    qint64 least = endOfPieces();
    for (const Seat &seat : m_seats) {
        if (!seat.error && seat.next < least) {
            least = seat.next;
        }
        if (least == m_dropped) {
            return;
        }
    }
    m_pieces.erase(m_pieces.begin(), m_pieces.begin() + (least - m_dropped));
    m_dropped = least;
}

void Flight::end(const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_error = error;
    keepNoMore();
    dropRead();
    wakeAll();
}

} // namespace nexus
