// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filterwords.h"

#include "ui/models/requestline.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype mostOffers = 12;

QStringList keys()
{
    return QStringLiteral("status: model: client: provider: is: alias: group: path: id: text: cost: tokens: "
                          "duration: first_byte: since: until:")
        .split(QLatin1Char(' '));
}

// Values that are the same for everybody.
QStringList usualValues(const QString &key)
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    if (key == QLatin1String("status")) {
        return words("2xx 4xx 5xx 429 401");
    }
    if (key == QLatin1String("is")) {
        return words("error stream cached failed refused gone retried probe");
    }
    if (key == QLatin1String("since") || key == QLatin1String("until")) {
        return words("1h 24h 7d 30d");
    }
    if (key == QLatin1String("cost")) {
        return words(">0.01 >0.1 >1");
    }
    if (key == QLatin1String("duration") || key == QLatin1String("first_byte")) {
        return words(">500ms >2s >10s");
    }
    return key == QLatin1String("tokens") ? words(">1000 >10000 >100000") : QStringList();
}

// Where the word begins that ends at the cursor. Spaces within quotes are part of it.
qsizetype beginOfWord(const QString &text, int cursor)
{
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < std::min<qsizetype>(cursor, text.size()); ++i) {
        if (text.at(i) == QLatin1Char('"') && (i == 0 || text.at(i - 1) != QLatin1Char('\\'))) {
            isQuoted = !isQuoted;
        } else if (text.at(i) == QLatin1Char(' ') && !isQuoted) {
            begin = i + 1;
        }
    }
    return begin;
}

QString quotedValue(QString value)
{
    if (!value.contains(QLatin1Char(' ')) && !value.contains(QLatin1Char('"'))) {
        return value;
    }
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + value + QLatin1Char('"');
}

} // namespace

void FilterWords::learn(const RequestLine &line)
{
    learn(QStringLiteral("client"), line.client);
    learn(QStringLiteral("group"), line.group);
    learn(QStringLiteral("alias"), line.alias);
    learn(QStringLiteral("provider"), line.provider);
    learn(QStringLiteral("model"), line.model);
    learn(QStringLiteral("model"), line.askedModel);
    if (!line.askedModel.isEmpty() && !line.isError && m_asked.size() < mostValues) {
        m_asked.insert(line.askedModel);
    }
}

QStringList FilterWords::asked() const
{
    QStringList names = m_asked.values();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void FilterWords::learn(const QString &key, const QString &value)
{
    QSet<QString> &values = m_values[key];
    if (!value.isEmpty() && values.size() < mostValues) {
        values.insert(value);
    }
}

QStringList FilterWords::completions(const QString &text, int cursor) const
{
    const qsizetype begin = beginOfWord(text, cursor);
    QString word = text.mid(begin, cursor - begin);
    if (word.isEmpty()) {
        return {};
    }
    const QString sign = word.startsWith(QLatin1Char('-')) ? QStringLiteral("-") : QString();
    word.remove(0, sign.size());
    QStringList offers;
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    if (colon < 0) {
        for (const QString &key : keys()) {
            if (key.startsWith(word, Qt::CaseInsensitive)) {
                offers.append(sign + key);
            }
        }
        return offers;
    }
    const QString key = word.left(colon);
    QString typed = word.mid(colon + 1);
    const QString exact = typed.startsWith(QLatin1Char('=')) ? QStringLiteral("=") : QString();
    typed.remove(0, exact.size());
    typed.remove(QLatin1Char('"'));
    QStringList values = m_values.value(key).values();
    std::ranges::sort(values, [&typed](const QString &a, const QString &b) {
        const bool first = a.startsWith(typed, Qt::CaseInsensitive);
        const bool second = b.startsWith(typed, Qt::CaseInsensitive);
        return first != second ? first : a.compare(b, Qt::CaseInsensitive) < 0;
    });
    for (const QString &value : usualValues(key) + values) {
        if (value.contains(typed, Qt::CaseInsensitive) && value != typed && offers.size() < mostOffers) {
            offers.append(sign + key + QLatin1Char(':') + exact + quotedValue(value));
        }
    }
    return offers;
}

QString FilterWords::completed(const QString &text, const QString &word, int &cursor)
{
    const qsizetype begin = beginOfWord(text, cursor);
    // A key waits for its value; a value is followed by the next term.
    const QString end = word.endsWith(QLatin1Char(':')) ? QString() : QStringLiteral(" ");
    QString rest = text.mid(cursor);
    if (rest.startsWith(QLatin1Char(' '))) {
        rest.remove(0, 1);
    }
    const QString head = text.left(begin) + word + end;
    cursor = static_cast<int>(head.size());
    return head + rest;
}

} // namespace nexus
