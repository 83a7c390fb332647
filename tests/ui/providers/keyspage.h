// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keylists.h"
#include "providerkit.h"
#include "ui/providers/providerspage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace nexus {

//! \brief The page of providers with one whose keys are in the keychain, as `one` and `one-2`, and in the
//! variables `MY_KEY` and `OTHER`; a test reads and clicks it by the names of its widgets.
struct KeysPage {
    static constexpr auto FIRST = "sk-of-the-test-wxyz";
    static constexpr auto SECOND = "sk-of-the-test-4321";
    static constexpr auto VARIABLE = "sk-variable-abcd";
    static constexpr auto TYPED = "sk-typed-in-by-hand-8765";

    //! \param hasFirst whether the keychain has `one`
    explicit KeysPage(const QByteArray &toml, bool hasFirst = true)
        : kit(QByteArray(), true,
            {{QStringLiteral("MY_KEY"), QString::fromLatin1(VARIABLE)},
                {QStringLiteral("OTHER"), QStringLiteral("sk-other-5555")}})
    {
        if (hasFirst) {
            kit.keyring.keys.insert(QStringLiteral("one"), FIRST);
        }
        kit.keyring.keys.insert(QStringLiteral("one-2"), SECOND);
        kit.write(toml);
        (void)kit.host.useFile(kit.filePath());
        page = std::make_unique<ProvidersPage>(kit.parts());
        page->resize(1100, 1400);
        page->show();
    }

    [[nodiscard]] QWidget *widget(const char *name) const
    {
        return page->findChild<QWidget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return page->findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QLineEdit *field() const
    {
        return page->findChild<QLineEdit *>(QStringLiteral("keyMoreField"));
    }
    [[nodiscard]] bool isSeen(const char *name) const
    {
        return widget(name) != nullptr && widget(name)->isVisible();
    }
    //! \brief What a label says; nothing while it is not seen.
    [[nodiscard]] QString text(const char *name) const
    {
        return isSeen(name) ? page->findChild<QLabel *>(QString::fromLatin1(name))->text() : QString();
    }
    [[nodiscard]] QString diff() const
    {
        const auto *const view = page->findChild<QPlainTextEdit *>(QStringLiteral("keyMoreDiff"));
        return view->isVisible() ? view->toPlainText() : QString();
    }
    [[nodiscard]] int left(const char *name) const { return widget(name)->mapTo(page.get(), QPoint()).x(); }
    [[nodiscard]] int top(const char *name) const { return widget(name)->mapTo(page.get(), QPoint()).y(); }

    //! \brief Presses a button once it is there: a new row is seen once it is laid out.
    void click(const char *name) const
    {
        QTRY_VERIFY2(isSeen(name), name);
        QVERIFY2(button(name)->isEnabled(), name);
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    //! \brief Opens the form of a row by its button, and types a key.
    void replace(const char *name) const
    {
        click(name);
        QTRY_VERIFY(isSeen("keyMoreField"));
        QTest::keyClicks(field(), QString::fromLatin1(TYPED));
    }

    [[nodiscard]] QByteArray kept(const char *name) const
    {
        return kit.keyring.keys.value(QString::fromLatin1(name));
    }
    [[nodiscard]] bool isKept(const char *name) const
    {
        return kit.keyring.keys.contains(QString::fromLatin1(name));
    }
    //! \brief Whether the gateway has just these keys.
    [[nodiscard]] bool isHeld(const std::vector<QByteArray> &keys) const
    {
        const std::vector<Secret> &held = kit.host.config()->provider(QStringLiteral("one"))->apiKeys;
        return std::ranges::equal(keys, held, {}, {}, [](const Secret &key) { return key.reveal(); });
    }

    ProviderKit kit;
    std::unique_ptr<ProvidersPage> page;
};

} // namespace nexus
