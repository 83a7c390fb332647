// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestfilter.h"

#include <algorithm>

namespace nexus {

namespace {

using Field = HistoryTerm::Field;

char16_t small(QChar letter)
{
    const char16_t code = letter.unicode();
    return code >= u'A' && code <= u'Z' ? static_cast<char16_t>(code + (u'a' - u'A')) : code;
}

// SQLite, too, takes the case of ASCII letters for the same and of no others.
bool isEqual(QStringView text, QStringView wanted)
{
    return text.size() == wanted.size()
        && std::ranges::equal(text, wanted, [](QChar a, QChar b) { return small(a) == b.unicode(); });
}

bool contains(QStringView text, QStringView wanted)
{
    for (qsizetype at = 0; at + wanted.size() <= text.size(); ++at) {
        if (isEqual(text.sliced(at, wanted.size()), wanted)) {
            return true;
        }
    }
    return false;
}

bool fitsName(const QString &text, const QString &wanted, bool isExact)
{
    return isExact ? isEqual(text, wanted) : contains(text, wanted);
}

bool fitsWord(const RequestLine &line, const QString &word)
{
    if (word == QLatin1String("stream")) {
        return line.isStream;
    }
    if (word == QLatin1String("error")) {
        return line.isError;
    }
    if (word == QLatin1String("cached")) {
        return line.isCached();
    }
    if (word == QLatin1String("retried")) {
        return line.attempts > 1;
    }
    if (word == QLatin1String("gone")) {
        return line.ending == RequestLine::Ending::ClientGone;
    }
    if (word == QLatin1String("probe")) {
        return line.isProbe;
    }
    if (word == QLatin1String("failed")) {
        return line.ending == RequestLine::Ending::Failed;
    }
    return word == QLatin1String("refused") && line.ending == RequestLine::Ending::Refused;
}

bool fitsTerm(const RequestLine &line, const HistoryTerm &term, const QString &wanted)
{
    switch (term.field) {
    case Field::Status:
        return term.range.contains(line.status);
    case Field::Model:
        return fitsName(line.model, wanted, term.isExact) || fitsName(line.askedModel, wanted, term.isExact);
    case Field::Client:
        return fitsName(line.client, wanted, term.isExact);
    case Field::Group:
        return fitsName(line.group, wanted, term.isExact);
    case Field::Provider:
        return fitsName(line.provider, wanted, term.isExact);
    case Field::Alias:
        return fitsName(line.alias, wanted, term.isExact);
    case Field::Path:
        return fitsName(line.path, wanted, term.isExact);
    case Field::Id:
        return line.requestId == term.text;
    case Field::Is:
        return fitsWord(line, term.text);
    case Field::Text:
        return false;
    case Field::Cost:
        return line.microDollars && term.range.contains(*line.microDollars);
    case Field::Tokens:
        return term.range.contains(line.usage ? line.usage->input + line.usage->output : 0);
    case Field::Duration:
        return term.range.contains(line.duration.count() / 1000);
    case Field::FirstByte:
        return term.range.contains(line.firstByte.count() / 1000);
    case Field::Since:
    case Field::Until:
        return term.range.contains(line.time);
    }
    return false;
}

bool mayMeanProbes(const HistoryTerm &term)
{
    return term.field == Field::Path || term.field == Field::Id
        || (term.field == Field::Is && term.text == QLatin1String("probe"));
}

} // namespace

RequestFilter::RequestFilter(HistoryFilter filter, Probes probes)
    : m_terms(std::move(filter))
    , m_isEmpty(m_terms.empty())
{
    if (probes == Probes::Hidden && std::ranges::none_of(m_terms, mayMeanProbes)) {
        m_terms.push_back(
            {.field = Field::Is, .isNegated = true, .text = QStringLiteral("probe"), .range = {}});
    }
    for (const HistoryTerm &term : m_terms) {
        QString text = term.text;
        std::ranges::transform(text, text.begin(), [](QChar letter) { return QChar(small(letter)); });
        m_small.push_back(std::move(text));
        m_needsHistory = m_needsHistory || term.field == Field::Text;
    }
}

bool RequestFilter::fits(const RequestLine &line) const
{
    if (m_needsHistory) {
        return false;
    }
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const HistoryTerm &term = m_terms[i];
        // A cost that is not known fits neither way.
        if (term.field == Field::Cost && !line.microDollars) {
            return false;
        }
        if (fitsTerm(line, term, m_small[i]) == term.isNegated) {
            return false;
        }
    }
    return true;
}

} // namespace nexus
