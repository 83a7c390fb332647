// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/keysaver.h"

#include "secrets/keychain.h"

namespace nexus {

// One way through the keychain, question by question. It outlives its saver, to undo what was begun.
struct KeySaver::Run : std::enable_shared_from_this<KeySaver::Run> {
    Run(Keychain &asked, std::vector<NamedKey> all)
        : keys(asked)
        , wanted(std::move(all))
    { }

    // A single key needs no undoing, so that nobody has to ask for what was there.
    void start()
    {
        if (wanted.size() > 1) {
            remember();
        } else {
            write();
        }
    }

    void remember()
    {
        if (former.size() == wanted.size()) {
            write();
            return;
        }
        const QString &name = wanted[former.size()].name;
        const auto onRead = [self = shared_from_this(), name](const Result<Secret> &key) {
            if (!key && !keychain::isMissing(key.error())) {
                self->fail(name, key.error());
                return;
            }
            self->former.push_back(key ? std::optional(*key) : std::nullopt);
            self->remember();
        };
        keys.read(name, &keys, onRead, Keychain::Presence::Person);
    }

    void write()
    {
        if (isDropped || written == wanted.size()) {
            undoOrEnd();
            return;
        }
        const NamedKey &next = wanted[written];
        keys.write(next.name, next.key, &keys, [self = shared_from_this()](const Result<void> &done) {
            if (!done) {
                self->fail(self->wanted[self->written].name, done.error());
                return;
            }
            ++self->written;
            self->write();
        });
    }

    void fail(const QString &name, const Error &error)
    {
        problem = error;
        failedName = name;
        undoOrEnd();
    }

    // The newest first. What cannot be undone stays: there is nobody left to ask.
    void undoOrEnd()
    {
        const bool isWhole = !isDropped && !problem;
        if (isWhole || written == 0 || former.empty()) {
            end();
            return;
        }
        --written;
        const auto next = [self = shared_from_this()](const Result<void> &) { self->undoOrEnd(); };
        if (const std::optional<Secret> &before = former[written]) {
            keys.write(wanted[written].name, *before, &keys, next);
        } else {
            keys.remove(wanted[written].name, &keys, next);
        }
    }

    void end()
    {
        if (!isDropped) {
            ended(*this);
        }
    }

    Keychain &keys;
    std::vector<NamedKey> wanted;
    std::vector<std::optional<Secret>> former; //!< what the keychain held under the same names
    std::size_t written = 0;
    std::optional<Error> problem;
    QString failedName;
    bool isDropped = false;
    std::function<void(const Run &)> ended; //!< not called once it is dropped
};

KeySaver::KeySaver(Keychain &keys, QObject *parent)
    : QObject(parent)
    , m_keys(keys)
{
    connect(&m_keys, &Keychain::waiting, this, [this] {
        if (m_state == State::Busy && !m_isLong) {
            m_isLong = true;
            Q_EMIT stateChanged();
        }
    });
}

KeySaver::~KeySaver()
{
    leaveRun();
}

void KeySaver::save(std::vector<NamedKey> wanted)
{
    m_wanted = std::move(wanted);
    retry();
}

void KeySaver::retry()
{
    leaveRun();
    m_failedName.clear();
    const auto run = std::make_shared<Run>(m_keys, m_wanted);
    run->ended = [this](const Run &it) { onEnded(it); };
    m_run = run;
    become(State::Busy);
    run->start();
}

void KeySaver::keepForSession()
{
    for (const NamedKey &wanted : m_wanted) {
        m_keys.keepForSession(wanted.name, wanted.key);
    }
    drop();
    Q_EMIT saved();
}

void KeySaver::drop()
{
    leaveRun();
    m_wanted.clear();
    m_problem = {};
    m_failedName.clear();
    become(State::Idle);
}

bool KeySaver::mayRetry() const
{
    return m_problem.code != keychain::keyringAbsent;
}

void KeySaver::leaveRun()
{
    if (const auto run = std::exchange(m_run, nullptr)) {
        run->isDropped = true;
    }
}

void KeySaver::onEnded(const Run &run)
{
    if (!run.problem) {
        drop();
        Q_EMIT saved();
        return;
    }
    m_problem = *run.problem;
    m_failedName = run.wanted.size() > 1 ? run.failedName : QString();
    m_run.reset();
    become(State::Failed);
}

void KeySaver::become(State state)
{
    m_state = state;
    m_isLong = false;
    Q_EMIT stateChanged();
}

} // namespace nexus
