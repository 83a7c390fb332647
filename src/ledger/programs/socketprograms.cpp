// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/programs/socketprograms.h"

#include "base/socketholders.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMultiHash>
#include <QMutex>
#include <QNetworkInterface>
#include <QSet>
#include <QThread>
#include <QWaitCondition>

#include <algorithm>
#include <utility>
#include <vector>

namespace nexus {

namespace {

using std::chrono::milliseconds;

constexpr int restsPerLook = 19; // as long as the look was
constexpr milliseconds longestRest {2'000};
constexpr qint64 addressesKeptMs = 60'000;
constexpr std::size_t recentCount = 16;

// One form for addresses that reach the same socket.
QHostAddress plainAddress(QHostAddress address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4) {
        return QHostAddress(v4);
    }
    address.setScopeId({});
    return address;
}

} // namespace

// The thread and what it shares with those who ask.
class SocketPrograms::Search final {
public:
    explicit Search(QString procRoot)
        : m_procRoot(std::move(procRoot))
        , m_thread(QThread::create([this] { run(); }))
    {
        m_thread->setObjectName(QStringLiteral("programs"));
        m_thread->start(QThread::LowPriority);
    }

    ~Search()
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_isStopped = true;
            m_asked.wakeAll();
            m_stopped.wakeAll();
        }
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Search)

    [[nodiscard]] std::shared_ptr<const ProgramSlot> ask(const QHostAddress &peer, quint16 port)
    {
        const QHostAddress address = plainAddress(peer);
        const QMutexLocker lock(&m_mutex);
        if (!address.isLoopback() && !m_ownAddresses.contains(address)) {
            // It may be one that this machine has not had for long.
            m_isAddressUnknown = true;
            m_asked.wakeOne();
            return nullptr;
        }
        if (m_questions.size() >= maxQuestions) {
            return nullptr;
        }
        auto slot = std::make_shared<ProgramSlot>();
        m_questions.push_back({{address, port}, slot});
        m_asked.wakeOne();
        return slot;
    }

private:
    using Place = std::pair<QHostAddress, quint16>;
    struct Question {
        Place place;
        std::shared_ptr<ProgramSlot> slot;
    };
    using Slots = QMultiHash<quint64, std::shared_ptr<ProgramSlot>>; // by inode

    void run();
    [[nodiscard]] bool waitForQuestions(std::vector<Question> &questions);
    void rest(milliseconds time);
    void learnAddresses();
    void answer(const std::vector<Question> &questions);
    void search(qint64 pid, Slots &open);
    [[nodiscard]] Slots inodesOf(const std::vector<Question> &questions) const;
    [[nodiscard]] bool isStopped() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_isStopped;
    }

    const QString m_procRoot;
    std::vector<qint64> m_recent; // processes that were found, the latest first; of the thread alone
    QElapsedTimer m_sinceAddresses; // of the thread alone
    mutable QMutex m_mutex; // guards what follows
    QWaitCondition m_asked;
    QWaitCondition m_stopped;
    std::vector<Question> m_questions;
    QSet<QHostAddress> m_ownAddresses;
    bool m_isAddressUnknown = false;
    bool m_isStopped = false;
    std::unique_ptr<QThread> m_thread; // last, since it uses the others
};

void SocketPrograms::Search::run()
{
    std::vector<Question> questions;
    learnAddresses();
    while (waitForQuestions(questions)) {
        QElapsedTimer look;
        look.start();
        learnAddresses();
        answer(std::exchange(questions, {}));
        rest(std::min(milliseconds(look.elapsed() * restsPerLook), longestRest));
    }
}

bool SocketPrograms::Search::waitForQuestions(std::vector<Question> &questions)
{
    const QMutexLocker lock(&m_mutex);
    while (m_questions.empty() && !m_isAddressUnknown && !m_isStopped) {
        m_asked.wait(&m_mutex);
    }
    m_isAddressUnknown = false;
    questions.swap(m_questions);
    return !m_isStopped;
}

void SocketPrograms::Search::rest(milliseconds time)
{
    QDeadlineTimer end(time);
    const QMutexLocker lock(&m_mutex);
    while (!m_isStopped && m_stopped.wait(&m_mutex, end)) { }
}

void SocketPrograms::Search::learnAddresses()
{
    if (m_sinceAddresses.isValid() && m_sinceAddresses.elapsed() < addressesKeptMs) {
        return;
    }
    QSet<QHostAddress> addresses;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        addresses.insert(plainAddress(address));
    }
    m_sinceAddresses.start();
    const QMutexLocker lock(&m_mutex);
    m_ownAddresses.swap(addresses);
}

SocketPrograms::Search::Slots SocketPrograms::Search::inodesOf(const std::vector<Question> &questions) const
{
    QMultiHash<Place, std::shared_ptr<ProgramSlot>> asked;
    for (const Question &question : questions) {
        asked.insert(question.place, question.slot);
    }
    Slots open;
    for (const TcpSocket &socket : tcpSockets(m_procRoot)) {
        if (socket.isListening || socket.inode == 0) {
            continue;
        }
        for (const auto &slot : asked.values({plainAddress(socket.local.address), socket.local.port})) {
            open.insert(socket.inode, slot);
        }
    }
    return open;
}

// Who has asked before will ask again, so that most looks end early.
void SocketPrograms::Search::answer(const std::vector<Question> &questions)
{
    if (questions.empty()) {
        return;
    }
    Slots open = inodesOf(questions);
    for (const qint64 pid : std::vector<qint64>(m_recent)) {
        search(pid, open);
    }
    if (open.isEmpty()) {
        return;
    }
    for (const qint64 pid : runningProcesses(m_procRoot)) {
        if (open.isEmpty() || isStopped()) {
            return;
        }
        search(pid, open);
    }
}

void SocketPrograms::Search::search(qint64 pid, Slots &open)
{
    const QList<quint64> keys = open.uniqueKeys();
    std::vector<quint64> inodes(keys.begin(), keys.end());
    std::ranges::sort(inodes);
    const std::vector<quint64> held = heldSockets(pid, inodes, m_procRoot);
    if (held.empty()) {
        return;
    }
    const ClientProgram program = programOf(pid, m_procRoot);
    for (const quint64 inode : held) {
        for (const std::shared_ptr<ProgramSlot> &slot : open.values(inode)) {
            slot->set(program);
        }
        open.remove(inode);
    }
    std::erase(m_recent, pid);
    m_recent.insert(m_recent.begin(), pid);
    m_recent.resize(std::min(m_recent.size(), recentCount));
}

SocketPrograms::SocketPrograms([[maybe_unused]] const QString &procRoot)
{
#ifdef Q_OS_LINUX
    m_search = std::make_unique<Search>(procRoot);
#endif
}

SocketPrograms::~SocketPrograms() = default;

std::shared_ptr<const ProgramSlot> SocketPrograms::find(const QHostAddress &peer, quint16 peerPort)
{
    return m_search ? m_search->ask(peer, peerPort) : nullptr;
}

} // namespace nexus
