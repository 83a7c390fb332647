// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyfilter.h"

#include "base/nearestname.h"
#include "ledger/history/historyfiltervalue.h"

#include <QStringList>

#include <array>

namespace nexus {

namespace {

using Field = HistoryTerm::Field;

struct Key {
    const char *name;
    Field field;
};

constexpr std::array KEYS {
    Key {"status", Field::Status},
    Key {"model", Field::Model},
    Key {"client", Field::Client},
    Key {"group", Field::Group},
    Key {"provider", Field::Provider},
    Key {"alias", Field::Alias},
    Key {"path", Field::Path},
    Key {"id", Field::Id},
    Key {"is", Field::Is},
    Key {"text", Field::Text},
    Key {"cost", Field::Cost},
    Key {"tokens", Field::Tokens},
    Key {"duration", Field::Duration},
    Key {"first_byte", Field::FirstByte},
    Key {"since", Field::Since},
    Key {"until", Field::Until},
};

constexpr qsizetype maxLength = 4'000;
constexpr std::size_t maxTerms = 50;

tl::unexpected<Error> wrong(qsizetype index, const QString &what)
{
    return failure({.kind = ErrorKind::InvalidRequest,
        .message
        = QStringLiteral("The filter is wrong at character %1: %2.").arg(QString::number(index + 1), what),
        .detail = {},
        .param = QByteArray::number(index + 1)});
}

// Takes term after term from the text.
class Reader final {
public:
    Reader(QStringView text, qint64 now)
        : m_text(text)
        , m_now(now)
    { }

    [[nodiscard]] bool atEnd()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        return m_at == m_text.size();
    }

    [[nodiscard]] qsizetype position() const { return m_at; }

    [[nodiscard]] Result<HistoryTerm> term()
    {
        HistoryTerm term;
        if (m_text.at(m_at) == u'-') {
            term.isNegated = true;
            ++m_at;
        }
        const Result<Field> field = this->field();
        if (!field) {
            return failure(field.error());
        }
        term.field = *field;
        if (takesNames(term.field) && m_at < m_text.size() && m_text.at(m_at) == u'=') {
            term.isExact = true;
            ++m_at;
        }
        const qsizetype begin = m_at;
        const bool isQuoted = m_at < m_text.size() && m_text.at(m_at) == u'"';
        const Result<QString> value = this->value();
        if (!value) {
            return failure(value.error());
        }
        if (value->isEmpty() && !(term.isExact && isQuoted)) {
            return wrong(begin, QStringLiteral("a value is missing after the ':'"));
        }
        if (const QString problem = readFilterValue(*value, m_now, term); !problem.isEmpty()) {
            return wrong(begin, problem);
        }
        return term;
    }

private:
    static bool takesNames(Field field)
    {
        return field == Field::Model || field == Field::Client || field == Field::Group
            || field == Field::Provider || field == Field::Alias || field == Field::Path;
    }

    [[nodiscard]] Result<Field> field()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text.at(m_at) != u':' && !m_text.at(m_at).isSpace()
            && m_text.at(m_at) != u'"') {
            ++m_at;
        }
        const QStringView name = m_text.sliced(begin, m_at - begin);
        if (m_at == m_text.size() || m_text.at(m_at) != u':') {
            return wrong(begin,
                QStringLiteral("a key and a value are needed, such as model:gpt or text:\"%1\"")
                    .arg(name.isEmpty() ? QStringLiteral("words") : name.toString()));
        }
        ++m_at;
        QStringList names;
        for (const Key &key : KEYS) {
            if (name == QLatin1String(key.name)) {
                return key.field;
            }
            names.append(QLatin1String(key.name));
        }
        const QString nearest = nearestName(name, names);
        return wrong(begin,
            nearest.isEmpty() ? QStringLiteral("'%1' is none of the keys %2")
                                    .arg(name.toString(), names.join(QStringLiteral(", ")))
                              : QStringLiteral("there is no key '%1', perhaps '%2' is meant")
                                    .arg(name.toString(), nearest));
    }

    [[nodiscard]] Result<QString> value()
    {
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            return quoted();
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
            if (m_text.at(m_at) == u'"') {
                return wrong(m_at, QStringLiteral("a quote can only begin a value"));
            }
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin).toString();
    }

    [[nodiscard]] Result<QString> quoted()
    {
        const qsizetype begin = m_at;
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                if (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
                    return wrong(m_at, QStringLiteral("a space is missing after the quote"));
                }
                return value;
            }
            if (c == u'\\' && m_at + 1 < m_text.size()) {
                c = m_text.at(++m_at);
            }
            value.append(c);
        }
        return wrong(begin, QStringLiteral("the quote is not closed"));
    }

    QStringView m_text;
    qint64 m_now;
    qsizetype m_at = 0;
};

QString quotedText(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

} // namespace

Result<HistoryFilter> parseHistoryFilter(QStringView text, qint64 now)
{
    if (text.size() > maxLength) {
        return wrong(maxLength, QStringLiteral("it is longer than %1 characters").arg(maxLength));
    }
    Reader reader(text, now);
    HistoryFilter filter;
    while (!reader.atEnd()) {
        if (filter.size() == maxTerms) {
            return wrong(reader.position(), QStringLiteral("it has more than %1 terms").arg(maxTerms));
        }
        const Result<HistoryTerm> term = reader.term();
        if (!term) {
            return failure(term.error());
        }
        filter.push_back(*term);
    }
    return filter;
}

QString historyFilterText(const HistoryFilter &filter)
{
    QStringList terms;
    for (const HistoryTerm &term : filter) {
        QString text = term.isNegated ? QStringLiteral("-") : QString();
        for (const Key &key : KEYS) {
            text += term.field == key.field ? QLatin1String(key.name) : QLatin1String();
        }
        text += term.isExact ? QStringLiteral(":=") : QStringLiteral(":");
        const QString range = filterRangeText(term);
        terms.append(text + (range.isEmpty() ? quotedText(term.text) : range));
    }
    return terms.join(u' ');
}

} // namespace nexus
