// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixchecks.h"

#include <QTest>

using namespace nexus;
using namespace nexus::matrix;

// Every client dialect at every provider: what the client sees, what the provider sees, what is logged.
class MatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswer_data();
    void anAnswer();
    void aFailure_data();
    void aFailure();

private:
    static void addRows(const std::vector<Scenario> &scenarios);
};

void MatrixTest::addRows(const std::vector<Scenario> &scenarios)
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("provider");
    QTest::addColumn<int>("scenario");
    for (std::size_t client = 0; client < allClients().size(); ++client) {
        for (std::size_t provider = 0; provider < allProviders().size(); ++provider) {
            for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
                const std::string name = allClients().at(client)->name() + " client, "
                    + allProviders().at(provider)->name() + " provider, " + scenarios[scenario].name;
                QTest::newRow(name.c_str())
                    << static_cast<int>(client) << static_cast<int>(provider) << static_cast<int>(scenario);
            }
        }
    }
}

void MatrixTest::anAnswer_data()
{
    addRows(answeredScenarios());
}

void MatrixTest::anAnswer()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    QFETCH(int, scenario);
    const Scenario done = answeredScenarios().at(static_cast<std::size_t>(scenario));
    const Cell cell {*allClients().at(static_cast<std::size_t>(client)),
        *allProviders().at(static_cast<std::size_t>(provider)), done};
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, cell.body());
    Findings findings;
    checkAnswer(cell, trip, findings);
    checkAsked(cell, trip, findings);
    checkLog(cell, gateway, findings);
    if (cell.isSameDialect()) {
        checkBytes(cell, trip, findings);
    }
    QVERIFY2(findings.isEmpty(), findings.text().constData());
}

void MatrixTest::aFailure_data()
{
    addRows(failingScenarios());
}

void MatrixTest::aFailure()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    QFETCH(int, scenario);
    const Scenario done = failingScenarios().at(static_cast<std::size_t>(scenario));
    const Cell cell {*allClients().at(static_cast<std::size_t>(client)),
        *allProviders().at(static_cast<std::size_t>(provider)), done};
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, cell.body());
    Findings findings;
    if (done.end == Scenario::End::Error) {
        checkError(cell, trip, findings);
    } else {
        checkBrokenStream(cell, trip, findings);
    }
    checkAsked(cell, trip, findings);
    checkLog(cell, gateway, findings);
    QVERIFY2(findings.isEmpty(), findings.text().constData());
}

QTEST_GUILESS_MAIN(MatrixTest)
#include "tst_matrix.moc"
