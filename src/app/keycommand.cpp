// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keycommand.h"

#include "app/secretinput.h"

#include <QCoreApplication>

#include <cstdio>

namespace nexus {

namespace {

constexpr int done = 0;
constexpr int notDone = 1;

void print(std::FILE *file, const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), file);
    std::fflush(file);
}

int fail(const Error &error)
{
    const QString detail = error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail);
    print(stderr, QStringLiteral("nexus: ") + error.message + detail);
    return notDone;
}

// The loop runs until somebody has an exit code; it may be there before the loop is.
class Ending final {
public:
    void end(int code)
    {
        m_code = code;
        QCoreApplication::quit();
    }
    [[nodiscard]] int wait() const
    {
        if (!m_code) {
            QCoreApplication::exec();
        }
        return m_code.value_or(notDone);
    }

private:
    std::optional<int> m_code;
};

int set(Keychain &keychain, const QString &name)
{
    const Result<Secret> key = readSecretLine(QStringLiteral("Key for %1 (it is not shown): ").arg(name));
    if (!key) {
        return fail(key.error());
    }
    Ending ending;
    QObject::connect(&keychain, &Keychain::waiting, &keychain, [] {
        print(stderr,
            QStringLiteral("Waiting for the keyring; look for its window, it may ask for a password."));
    });
    keychain.write(name, *key, &keychain, [&ending, &name](const Result<void> &written) {
        if (!written) {
            ending.end(fail(written.error()));
            return;
        }
        print(stdout,
            QStringLiteral("The key '%1' is kept in the keyring of this system. The configuration gets it by "
                           "{{ keychain.%1 }}.")
                .arg(name));
        ending.end(done);
    });
    return ending.wait();
}

int remove(Keychain &keychain, const QString &name)
{
    Ending ending;
    keychain.remove(name, &keychain, [&ending, &name](const Result<void> &removed) {
        if (!removed && keychain::isMissing(removed.error())) {
            Error error = removed.error();
            error.message = QStringLiteral("there is no key '%1' in the keychain").arg(name);
            ending.end(fail(error));
            return;
        }
        if (!removed) {
            ending.end(fail(removed.error()));
            return;
        }
        print(stdout, QStringLiteral("The key '%1' is removed.").arg(name));
        ending.end(done);
    });
    return ending.wait();
}

int list(Keychain &keychain, const QStringList &mentioned)
{
    Ending ending;
    keychain.list(mentioned, &keychain, [&ending](const Result<std::vector<KeychainEntry>> &entries) {
        if (!entries) {
            ending.end(fail(entries.error()));
            return;
        }
        if (entries->empty()) {
            print(stderr, QStringLiteral("There is no key yet; add one with `nexus key set NAME`."));
        }
        for (const KeychainEntry &entry : *entries) {
            const QString saved = entry.savedAt.isValid()
                ? entry.savedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm"))
                : QStringLiteral("-");
            print(stdout,
                QStringLiteral("%1  %2  %3")
                    .arg(entry.name, -24)
                    .arg(QChar(0x2026) + entry.lastFour, -5)
                    .arg(saved));
        }
        ending.end(done);
    });
    return ending.wait();
}

} // namespace

int runKeyCommand(Keychain &keychain, const KeyAsk &ask, const QStringList &mentioned)
{
    // Nobody should type a key that cannot be kept.
    if (!keychain.isReachable()) {
        return fail(keychain.problem().value_or(Error {}));
    }
    switch (ask.action) {
    case KeyAsk::Action::Set:
        return set(keychain, ask.name);
    case KeyAsk::Action::List:
        return list(keychain, mentioned);
    case KeyAsk::Action::Remove:
        return remove(keychain, ask.name);
    }
    return notDone;
}

} // namespace nexus
