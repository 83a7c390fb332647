// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historypruner.h"

#include "ledger/history/historyrow.h"
#include "ledger/history/historyschema.h"

#include <QVariant>

namespace nexus {

namespace {

constexpr int portion = 1'000; // rows of one transaction
constexpr int mostPortions = 20; // at one time
constexpr qint64 mostPages = 20'000; // given back at one time

Result<QStringList> idsOf(const HistoryDatabase &database, const QString &chosen)
{
    QSqlQuery query = database.query();
    Result<void> done = prepare(query, chosen);
    if (done) {
        done = run(query);
    }
    if (!done) {
        return failure(done.error());
    }
    QStringList ids;
    while (query.next()) {
        ids.append(query.value(0).toString());
    }
    return ids;
}

// An index without contents forgets a text only when it is told the text.
Result<void> forgetTexts(const HistoryDatabase &database, const QString &chosen)
{
    if (!database.hasFullText()) {
        return database.run({QStringLiteral("DELETE FROM search WHERE rowid IN (%1)").arg(chosen)});
    }
    QSqlQuery bodies = database.query();
    QSqlQuery search = database.query();
    Result<void> done = prepare(bodies,
        QStringLiteral("SELECT request, prompt, answer FROM bodies WHERE request IN (%1)").arg(chosen));
    if (done) {
        done = prepare(search,
            QStringLiteral("INSERT INTO search (search, rowid, prompt, answer) VALUES ('delete', ?, ?, ?)"));
    }
    if (done) {
        done = run(bodies);
    }
    while (done && bodies.next()) {
        search.bindValue(0, bodies.value(0));
        search.bindValue(1, QString::fromUtf8(qUncompress(bodies.value(1).toByteArray())));
        search.bindValue(2, QString::fromUtf8(qUncompress(bodies.value(2).toByteArray())));
        done = run(search);
    }
    return done;
}

// Takes one portion in one transaction; \a chosen selects the ids of requests. \return how many it were
Result<qint64> takePortion(const HistoryDatabase &database, const QString &chosen, bool withRows)
{
    qint64 taken = 0;
    const Result<void> done = database.transact([&]() -> Result<void> {
        // Chosen once: the choice would change while rows go.
        const Result<QStringList> ids = idsOf(database, chosen);
        if (!ids || ids->isEmpty()) {
            return ids ? Result<void>() : Result<void>(failure(ids.error()));
        }
        taken = ids->size();
        const QString list = ids->join(u',');
        if (const Result<void> forgotten = forgetTexts(database, list); !forgotten) {
            return forgotten;
        }
        QStringList statements {QStringLiteral("DELETE FROM bodies WHERE request IN (%1)").arg(list)};
        if (database.hasFullText() && !withRows) {
            // What was forgotten needs room until the index is merged, and more would have to go for it.
            statements += QStringLiteral("INSERT INTO search (search, rank) VALUES ('merge', -1000)");
        }
        if (withRows) {
            statements += removalStatements(QStringLiteral("id IN (%1)").arg(list));
        }
        return database.run(statements);
    });
    return done ? Result<qint64>(taken) : failure(done.error());
}

Result<void> takeOld(const HistoryDatabase &database, qint64 before, PrunedHistory &pruned)
{
    const QString chosen = QStringLiteral("SELECT id FROM entries WHERE time < %1 ORDER BY time LIMIT %2")
                               .arg(before)
                               .arg(portion);
    for (int i = 0; i < mostPortions; ++i) {
        const Result<qint64> taken = takePortion(database, chosen, true);
        if (!taken) {
            return failure(taken.error());
        }
        pruned.rows += *taken;
        if (*taken < portion) {
            return {};
        }
    }
    pruned.isComplete = false;
    return {};
}

// One portion of what goes first; nothing is left to take when both counts stay.
Result<void> makeRoom(const HistoryDatabase &database, PrunedHistory &pruned)
{
    const QString bodies = QStringLiteral("SELECT request FROM bodies ORDER BY request LIMIT 100");
    Result<qint64> taken = takePortion(database, bodies, false);
    if (!taken) {
        return failure(taken.error());
    }
    if (*taken > 0) {
        pruned.bodies += *taken;
        return {};
    }
    taken = takePortion(
        database, QStringLiteral("SELECT id FROM entries ORDER BY id LIMIT %1").arg(portion), true);
    if (!taken) {
        return failure(taken.error());
    }
    pruned.rows += *taken;
    return {};
}

// Qt steps the statement once, and each step frees one page.
Result<void> giveBack(const HistoryDatabase &database, PrunedHistory &pruned)
{
    const Result<qint64> pages = database.number(QStringLiteral("PRAGMA freelist_count"));
    if (!pages || *pages == 0) {
        return pages ? Result<void>() : Result<void>(failure(pages.error()));
    }
    pruned.isComplete = pruned.isComplete && *pages <= mostPages;
    return database.transact([&] {
        QSqlQuery vacuum = database.query();
        Result<void> done = prepare(vacuum, QStringLiteral("PRAGMA incremental_vacuum(1)"));
        for (qint64 page = 0; done && page < std::min(*pages, mostPages); ++page) {
            done = run(vacuum);
        }
        vacuum.finish();
        return done;
    });
}

Result<void> fit(const HistoryDatabase &database, qint64 maxSize, PrunedHistory &pruned)
{
    for (int i = 0; i < mostPortions; ++i) {
        const Result<qint64> size = historySize(database);
        if (!size) {
            return failure(size.error());
        }
        const qint64 before = pruned.rows + pruned.bodies;
        if (*size <= maxSize) {
            return {};
        }
        if (const Result<void> made = makeRoom(database, pruned); !made) {
            return made;
        }
        if (pruned.rows + pruned.bodies == before) {
            return {}; // empty tables are as small as it gets
        }
    }
    pruned.isComplete = false;
    return {};
}

} // namespace

Result<qint64> historySize(const HistoryDatabase &database)
{
    return database.number(QStringLiteral("SELECT (page_count - freelist_count) * page_size FROM "
                                          "pragma_page_count, pragma_freelist_count, pragma_page_size"));
}

Result<PrunedHistory> pruneHistory(const HistoryDatabase &database, const LedgerConfig &config,
    std::chrono::system_clock::time_point now, const QTimeZone &zone)
{
    const qint64 before
        = std::chrono::duration_cast<std::chrono::milliseconds>((now - config.retention).time_since_epoch())
              .count();
    PrunedHistory pruned;
    if (const Result<void> taken = takeOld(database, before, pruned); !taken) {
        return failure(taken.error());
    }
    const Result<void> sums
        = database.run({QStringLiteral("DELETE FROM sums WHERE day < %1").arg(historyDay(before, zone)),
            QStringLiteral("DELETE FROM hours WHERE hour < %1").arg(historyHour(before, zone))});
    if (!sums) {
        return failure(sums.error());
    }
    if (const Result<void> fitted = fit(database, config.maxSize, pruned); !fitted) {
        return failure(fitted.error());
    }
    if (pruned.rows > 0) {
        if (const Result<void> removed = database.run({kindRemoval()}); !removed) {
            return failure(removed.error());
        }
    }
    if (const Result<void> given = giveBack(database, pruned); !given) {
        return failure(given.error());
    }
    return pruned;
}

} // namespace nexus
