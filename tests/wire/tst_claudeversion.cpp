// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/claudeversion.h"

#include <QTest>

using namespace nexus;

class ClaudeVersionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndVersions_data();
    void namesAndVersions();
};

void ClaudeVersionTest::namesAndVersions_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("version");
    constexpr int unknown = -1;
    const auto row = [](const char *id, int version) { QTest::newRow(id) << QByteArray(id) << version; };
    row("claude-3-haiku-20240307", 300);
    row("claude-3-5-haiku-20241022", 305);
    row("claude-3-7-sonnet-latest", 307);
    row("claude-sonnet-4-20250514", 400);
    row("claude-opus-4-1", 401);
    row("claude-opus-4-6", 406);
    row("claude-sonnet-4@20250514", 400);
    row("us.anthropic.claude-sonnet-4-5-20250929-v1:0", 405);
    row("anthropic.claude-3-sonnet-20240229-v1:0", 300);
    row("anthropic/claude-opus-4.5", 405);
    row("claude-2.1", 201);
    row("claude-next", unknown);
    row("gpt-4o", unknown);
    row("", unknown);
}

void ClaudeVersionTest::namesAndVersions()
{
    QFETCH(const QByteArray, id);
    QFETCH(const int, version);
    QCOMPARE(claudeVersion(id.toStdString()).value_or(-1), version);
}

QTEST_APPLESS_MAIN(ClaudeVersionTest)
#include "tst_claudeversion.moc"
