// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historycondition.h"

#include "ledger/history/historyschema.h"

#include <algorithm>

namespace nexus {

namespace {

using Field = HistoryTerm::Field;

// Above so many rows it is faster to look at all, newest first, than to gather those of a name and sort them.
constexpr qint64 frequent = 20'000;

// A pattern for LIKE with \ before what it would not take as it is.
QString partPattern(QString text)
{
    for (const QChar special : {QChar(u'\\'), QChar(u'%'), QChar(u'_')}) {
        text.replace(special, QStringLiteral("\\") + special);
    }
    return u'%' + text + u'%';
}

// Words of the index's own language are taken as words to be found. It ends at a null character.
QString matchText(QString text)
{
    return u'"' + text.replace(QChar(u'\0'), QChar(u' ')).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

class Builder final {
public:
    explicit Builder(const HistoryDatabase &database)
        : m_database(database)
    { }

    [[nodiscard]] Result<HistoryCondition> build(const HistoryFilter &filter)
    {
        QStringList parts;
        QStringList sumParts;
        bool isSummed = true;
        for (const HistoryTerm &term : filter) {
            if (term.field == Field::Cost) {
                m_out.costs.push_back(term);
                continue;
            }
            const Result<QString> sql = condition(term);
            if (!sql) {
                return failure(sql.error());
            }
            const auto turned = [&term](const QString &part) {
                return term.isNegated ? QStringLiteral("NOT (%1)").arg(part) : part;
            };
            parts.append(turned(*sql));
            const Result<QString> sumSql = sumCondition(term);
            if (!sumSql) {
                return failure(sumSql.error());
            }
            if (!sumSql->isEmpty()) {
                sumParts.append(turned(*sumSql));
            }
            const bool isTime = !term.isNegated && (term.field == Field::Since || term.field == Field::Until);
            m_out.isPlain = m_out.isPlain && isTime;
            if (isTime) {
                m_out.times.low = std::max(m_out.times.low, term.range.low);
                m_out.times.high = std::min(m_out.times.high, term.range.high);
            }
            isSummed = isSummed && (isTime || !sumSql->isEmpty());
        }
        m_out.sql = parts.isEmpty() ? QStringLiteral("1") : parts.join(QStringLiteral(" AND "));
        if (isSummed) {
            m_out.sumSql = sumParts.isEmpty() ? QStringLiteral("1") : sumParts.join(QStringLiteral(" AND "));
        }
        return m_out;
    }

private:
    [[nodiscard]] Result<QString> condition(const HistoryTerm &term)
    {
        switch (term.field) {
        case Field::Status:
            return status(term);
        case Field::Model:
        case Field::Client:
        case Field::Provider:
        case Field::Alias:
            return names(term);
        case Field::Group:
            return named({QStringLiteral("client_group")}, term, m_out.values);
        case Field::Path:
            return named({QStringLiteral("path")}, term, m_out.values);
        case Field::Id:
            m_out.values.append(term.text);
            return requestIdCondition();
        case Field::Is:
            return word(term.text);
        case Field::Text:
            return text(term);
        case Field::Tokens:
            return range(QStringLiteral("(IFNULL(input, 0) + IFNULL(output, 0))"), term.range);
        case Field::Duration:
            return range(QStringLiteral("(duration / 1000)"), term.range);
        case Field::FirstByte:
            return range(QStringLiteral("(first_byte / 1000)"), term.range);
        case Field::Since:
        case Field::Until:
            return range(QStringLiteral("time"), term.range);
        case Field::Cost:
            break;
        }
        return QStringLiteral("1");
    }

    [[nodiscard]] QString range(const QString &what, const NumberRange &range)
    {
        QStringList parts;
        if (range.low != NumberRange::lowest) {
            parts.append(what + QStringLiteral(" >= ?"));
            m_out.values.append(range.low);
        }
        if (range.high != NumberRange::highest) {
            parts.append(what + QStringLiteral(" <= ?"));
            m_out.values.append(range.high);
        }
        return parts.isEmpty() ? QStringLiteral("1") : parts.join(QStringLiteral(" AND "));
    }

    // Errors have an index, which the planner takes only when it reads that errors are meant.
    [[nodiscard]] QString status(const HistoryTerm &term)
    {
        const QString sql = range(QStringLiteral("status"), term.range);
        return term.range.low >= 400 && !term.isNegated ? sql + QStringLiteral(" AND is_error = 1") : sql;
    }

    // On `sums`, empty where they do not know it. They know groups by their clients, as long as each client
    // was in one group only.
    [[nodiscard]] Result<QString> sumCondition(const HistoryTerm &term)
    {
        const QStringList columns = nameColumns(term.field);
        if (!columns.isEmpty()) {
            return named(columns, term, m_out.sumValues);
        }
        if (term.field != Field::Group) {
            return QString();
        }
        QVariantList values;
        const QString fits = named({QStringLiteral("client_group")}, term, values);
        const Result<bool> isMixed = hasRow(
            QStringLiteral("SELECT 1 FROM kinds GROUP BY client HAVING MIN(%1) <> MAX(%1) LIMIT 1").arg(fits),
            values + values);
        if (!isMixed) {
            return failure(isMixed.error());
        }
        if (*isMixed) {
            return QString();
        }
        m_out.sumValues += values;
        return QStringLiteral("client IN (SELECT client FROM kinds WHERE %1)").arg(fits);
    }

    [[nodiscard]] Result<bool> hasRow(const QString &sql, const QVariantList &values)
    {
        QSqlQuery query = m_database.query();
        Result<void> done = prepare(query, sql);
        if (done) {
            int mark = 0;
            for (const QVariant &value : values) {
                query.bindValue(mark++, value);
            }
            done = run(query);
        }
        if (!done) {
            return failure(done.error());
        }
        return query.next();
    }

    // Those that a field asks for, none where it is about something else than names that are counted.
    [[nodiscard]] static QStringList nameColumns(Field field)
    {
        if (field == Field::Model) {
            return {QStringLiteral("model"), QStringLiteral("asked_model")};
        }
        if (field == Field::Client) {
            return {QStringLiteral("client")};
        }
        if (field == Field::Provider) {
            return {QStringLiteral("provider")};
        }
        return field == Field::Alias ? QStringList {QStringLiteral("alias")} : QStringList();
    }

    // Whether any of the columns fits.
    [[nodiscard]] static QString named(
        const QStringList &columns, const HistoryTerm &term, QVariantList &values)
    {
        QStringList parts;
        for (const QString &column : columns) {
            values.append(term.isExact ? term.text : partPattern(term.text));
            parts.append(column
                + (term.isExact ? QStringLiteral(" = ? COLLATE NOCASE")
                                : QStringLiteral(" LIKE ? ESCAPE '\\'")));
        }
        return u'(' + parts.join(QStringLiteral(" OR ")) + u')';
    }

    // Rows of rare names are found by their index; of frequent ones enough are met on the way.
    [[nodiscard]] Result<QString> names(const HistoryTerm &term)
    {
        const QStringList columns = nameColumns(term.field);
        if (term.text.isEmpty()) {
            // No name is none of the names.
            return u'(' + columns.join(QStringLiteral(" = '' OR ")) + QStringLiteral(" = '')");
        }
        QStringList scans;
        qint64 rows = 0;
        for (const QString &column : columns) {
            QVariantList values;
            const QString fitting
                = QStringLiteral("SELECT name FROM names WHERE kind = '%1' AND ").arg(column)
                + named({QStringLiteral("name")}, term, values);
            const Result<qint64> count = rowsNamed(fitting, values);
            if (!count) {
                return failure(count.error());
            }
            rows += *count;
            m_out.values += values;
            scans.append(QStringLiteral("%1 IN (%2)").arg(column, fitting));
        }
        const QString fits = scans.join(QStringLiteral(" OR "));
        return rows <= frequent ? QStringLiteral("id IN (SELECT id FROM entries WHERE kind IN "
                                                 "(SELECT number FROM kinds WHERE %1))")
                                      .arg(fits)
                                : u'(' + fits + u')';
    }

    [[nodiscard]] Result<qint64> rowsNamed(QString fitting, const QVariantList &values)
    {
        QSqlQuery query = m_database.query();
        Result<void> done = prepare(query,
            fitting.replace(QStringLiteral("SELECT name"), QStringLiteral("SELECT IFNULL(SUM(count), 0)")));
        if (done) {
            query.bindValue(0, values.first());
            done = run(query);
        }
        if (!done) {
            return failure(done.error());
        }
        return query.next() ? query.value(0).toLongLong() : 0;
    }

    [[nodiscard]] static QString word(const QString &word)
    {
        if (word == QLatin1String("stream")) {
            return QStringLiteral("is_stream = 1");
        }
        if (word == QLatin1String("error")) {
            return QStringLiteral("is_error = 1");
        }
        if (word == QLatin1String("cached")) {
            return QStringLiteral("cache IN ('hit', 'shared')");
        }
        if (word == QLatin1String("retried")) {
            return QStringLiteral("attempts > 1");
        }
        if (word == QLatin1String("gone")) {
            return QStringLiteral("outcome = 'client_gone'");
        }
        if (word == QLatin1String("probe")) {
            return QStringLiteral("0"); // none is kept
        }
        return QStringLiteral("outcome = '%1'").arg(word);
    }

    [[nodiscard]] QString text(const HistoryTerm &term)
    {
        if (m_database.hasFullText()) {
            m_out.values.append(matchText(term.text));
            return QStringLiteral("id IN (SELECT rowid FROM search WHERE search MATCH ?)");
        }
        m_out.values.append(partPattern(term.text));
        m_out.values.append(partPattern(term.text));
        return QStringLiteral("id IN (SELECT rowid FROM search WHERE prompt LIKE ? ESCAPE '\\' "
                              "OR answer LIKE ? ESCAPE '\\')");
    }

    const HistoryDatabase &m_database;
    HistoryCondition m_out;
};

} // namespace

void HistoryCondition::bind(QSqlQuery &query, int first) const
{
    for (const QVariant &value : values) {
        query.bindValue(first++, value);
    }
}

Result<HistoryCondition> historyCondition(const HistoryDatabase &database, const HistoryFilter &filter)
{
    return Builder(database).build(filter);
}

bool fitsCosts(const HistoryRow &row, const HistoryFilter &costs)
{
    return std::ranges::all_of(costs, [&row](const HistoryTerm &term) {
        return row.microDollars && term.range.contains(*row.microDollars) != term.isNegated;
    });
}

} // namespace nexus
