// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestfacts.h"

#include "ledger/prices/cost.h"
#include "translate/dialecttable.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace nexus {

namespace {

// What translators see these words under.
struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(RequestFacts)
};

// Above a tier's input, all tokens have its rates.
TokenRates ratesFor(const TokenUsage &usage, const Price &price)
{
    TokenRates rates = price.rates;
    for (const ContextTier &tier : price.tiers) {
        if (usage.input > tier.above) {
            rates = overlaid(price.rates, tier.rates);
        }
    }
    return rates;
}

FactTable::Row tokenRow(const QString &name, qint64 tokens, const std::optional<qint64> &rate)
{
    const auto number = static_cast<int>(tokens);
    if (!rate) {
        return {
            name, words::unknown(), FactWords::tr("%1 token(s)", nullptr, number).arg(words::count(tokens))};
    }
    const double micros = static_cast<double>(tokens) * static_cast<double>(*rate) / 1e6;
    return {name, words::money(qRound64(micros)),
        FactWords::tr("%1 token(s) × %2 per million", nullptr, number)
            .arg(words::count(tokens), dollarText(*rate))};
}

std::vector<FactTable::Row> tokenRows(const TokenUsage &usage, const TokenRates &rates)
{
    std::vector<FactTable::Row> rows;
    const qint64 plainInput = usage.input - usage.cacheRead - usage.cacheWrite;
    const qint64 plainOutput = rates.reasoning ? usage.output - usage.reasoning : usage.output;
    rows.push_back(tokenRow(FactWords::tr("Input"), plainInput, rates.input));
    if (usage.cacheRead > 0) {
        rows.push_back(tokenRow(FactWords::tr("Input from the provider's cache"), usage.cacheRead,
            rates.cacheRead ? rates.cacheRead : rates.input));
    }
    if (usage.cacheWrite > 0) {
        rows.push_back(tokenRow(FactWords::tr("Input into the provider's cache"), usage.cacheWrite,
            rates.cacheWrite ? rates.cacheWrite : rates.input));
    }
    rows.push_back(tokenRow(FactWords::tr("Output"), plainOutput, rates.output));
    if (usage.reasoning > 0 && rates.reasoning) {
        rows.push_back(tokenRow(FactWords::tr("Reasoning"), usage.reasoning, rates.reasoning));
    } else if (usage.reasoning > 0) {
        rows.push_back({FactWords::tr("Reasoning"), QString(),
            FactWords::tr("%1 token(s), part of the output", nullptr, static_cast<int>(usage.reasoning))
                .arg(words::count(usage.reasoning))});
    }
    return rows;
}

QString sourceSentence(const Price &price)
{
    if (!price.date.isValid()) {
        return FactWords::tr("Price of %1 from %2.").arg(QString::fromUtf8(price.model), price.source);
    }
    return FactWords::tr("Price of %1 from %2, as of %3.")
        .arg(QString::fromUtf8(price.model), price.source,
            QLocale().toString(price.date, QLocale::ShortFormat));
}

TimeBar::Kind kindOf(int status, bool hasError)
{
    return hasError || status == 0 || status >= 400 ? TimeBar::Kind::Bad : TimeBar::Kind::Good;
}

QString statusNote(int status, qint64 duration)
{
    const QString time = words::duration(std::chrono::microseconds(duration));
    return status > 0 ? FactWords::tr("%1 after %2").arg(QString::number(status), time)
                      : FactWords::tr("no answer after %1").arg(time);
}

TimeBar barOf(const AttemptRecord &attempt)
{
    TimeBar bar {.name = attempt.provider + QLatin1Char('/') + QString::fromUtf8(attempt.model)};
    bar.note = statusNote(attempt.status, attempt.duration.count());
    bar.error = attempt.error ? historyErrorText(*attempt.error) : QString();
    bar.begin = attempt.begin.count();
    bar.firstByte = attempt.firstByte.count() > 0 ? (attempt.begin + attempt.firstByte).count() : 0;
    bar.end = (attempt.begin + attempt.duration).count();
    bar.kind = kindOf(attempt.status, attempt.error.has_value());
    return bar;
}

TimeBar barOf(const HistoryAttempt &attempt, qint64 begin)
{
    TimeBar bar {.name = attempt.provider + QLatin1Char('/') + attempt.model};
    bar.note = statusNote(attempt.status, attempt.duration);
    bar.error = attempt.errorText;
    bar.begin = begin;
    bar.firstByte = attempt.firstByte > 0 ? begin + attempt.firstByte : 0;
    bar.end = begin + attempt.duration;
    bar.kind = kindOf(attempt.status, !attempt.errorText.isEmpty());
    return bar;
}

// Whether a request went to a provider, as far as is known.
bool isAsked(const RequestLine &line)
{
    return !line.provider.isEmpty() && !line.isCached() && (line.isRunning() || line.attempts > 0);
}

QString translationLead(const RequestLine &line, const std::optional<ProviderDialect> &provider)
{
    const QString client = dialectName(line.dialect);
    if (!isAsked(line)) {
        return FactWords::tr("No provider was asked, so that nothing was translated.");
    }
    if (!provider) {
        return FactWords::tr("The client spoke %1. The provider is not in the configuration any more.")
            .arg(client);
    }
    if (isSameDialect(line.dialect, *provider)) {
        return FactWords::tr("Client and provider both speak %1, so that nothing had to be translated.")
            .arg(client);
    }
    return FactWords::tr("The client spoke %1, the provider %2. Request and answer were translated.")
        .arg(client, dialectName(*provider));
}

// What can be said where there is nothing to compare.
QString unmarkedFoot(const RequestDossier &dossier)
{
    if (dossier.line.isRunning()) {
        return {};
    }
    const bool isKept = dossier.kept && !dossier.kept->bodies.prompt.isEmpty();
    if (isKept && !dossier.kept->bodies.sent.isEmpty()) {
        return FactWords::tr("The two requests cannot be compared field by field: one is cut, or no JSON.");
    }
    // Files of an older version know no headers, and not what was sent.
    if (isKept && dossier.kept->bodies.requestHeaders.size() > 0) {
        return FactWords::tr("The provider got the request byte for byte as the client sent it.");
    }
    return FactWords::tr("What was sent to the provider was not kept, so that only fields are known that the "
                         "gateway dropped. It is kept together with bodies.");
}

QString markReason(TranslationMark::Kind kind)
{
    switch (kind) {
    case TranslationMark::Kind::Dropped:
        return FactWords::tr("The provider has nothing like it.");
    case TranslationMark::Kind::Elsewhere:
        return FactWords::tr("The address says it, or the gateway sees to it.");
    case TranslationMark::Kind::Defaulted:
    case TranslationMark::Kind::Added:
        return FactWords::tr("The gateway set it, not the client.");
    case TranslationMark::Kind::Renamed:
    case TranslationMark::Kind::Changed:
        break;
    }
    return {};
}

void addHeaders(FactTable &table, const QString &title, const HeaderList &headers)
{
    if (headers.size() > 0) {
        table.rows.push_back({title, {}, {}});
    }
    for (const auto &[name, value] : headers) {
        table.rows.push_back({QString::fromUtf8(name), QString::fromUtf8(value), {}});
    }
}

} // namespace

FactTable costFacts(const RequestDossier &dossier)
{
    const RequestLine &line = dossier.line;
    FactTable out;
    if (line.isRunning()) {
        out.lead = FactWords::tr("The cost is known when the answer is complete.");
        return out;
    }
    if (line.isCached()) {
        out.lead = FactWords::tr("The answer came from the cache, so that it cost nothing.");
        return out;
    }
    if (!line.usage) {
        out.lead = line.attempts == 0
            ? FactWords::tr("No provider was asked, so that it cost nothing.")
            : FactWords::tr(
                "The provider did not say how many tokens it used, so that the cost is not known.");
        return out;
    }
    if (!dossier.price) {
        out.lead = FactWords::tr("There is no price for this model. Give it one on the page of models.");
        out.rows.push_back({FactWords::tr("Input"), words::count(line.usage->input), {}});
        out.rows.push_back({FactWords::tr("Output"), words::count(line.usage->output), {}});
        return out;
    }
    out.rows = tokenRows(*line.usage, ratesFor(*line.usage, *dossier.price));
    const std::optional<Cost> cost = costOf(*line.usage, *dossier.price);
    const auto total = cost ? std::optional(cost->microDollars) : line.microDollars;
    out.rows.push_back({FactWords::tr("Total"), words::money(total),
        line.isUsageEstimated ? FactWords::tr("The provider did not count; tokens are estimated.")
                              : QString()});
    out.foot = sourceSentence(*dossier.price);
    if (cost && !cost->disagreement.isEmpty()) {
        out.foot += QLatin1Char('\n') + cost->disagreement;
    }
    return out;
}

FactTable translationFacts(const RequestDossier &dossier, const std::optional<ProviderDialect> &provider)
{
    const RequestLine &line = dossier.line;
    FactTable out;
    out.lead = translationLead(line, provider);
    const bool hasModel = line.askedModel != line.model && !line.model.isEmpty();
    if (hasModel) {
        out.rows.push_back(
            {FactWords::tr("Model"), line.model, FactWords::tr("asked for as %1").arg(line.askedModel)});
    }
    if (!isAsked(line)) {
        return out;
    }
    const auto marks = dossierMarks(dossier);
    if (!marks) {
        for (const QString &field : line.dropped.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            out.rows.push_back(
                {field, FactWords::tr("dropped"), FactWords::tr("The provider has nothing like it.")});
        }
        out.foot = unmarkedFoot(dossier);
        return out;
    }
    for (const TranslationMark &mark : *marks) {
        const bool isSaid = hasModel && mark.client == QLatin1String("model");
        if (!isSaid) {
            out.rows.push_back({mark.client.isEmpty() ? mark.sent : mark.client,
                markWord(mark, TranslationSide::Client), markReason(mark.kind)});
        }
    }
    return out;
}

std::optional<std::vector<TranslationMark>> dossierMarks(const RequestDossier &dossier)
{
    if (!dossier.kept || dossier.kept->bodies.sent.isEmpty()) {
        return std::nullopt;
    }
    const RecordedBodies &bodies = dossier.kept->bodies;
    return translationMarks(bodies.prompt, bodies.sent, dossier.line.dropped);
}

QString markWord(const TranslationMark &mark, TranslationSide side)
{
    switch (mark.kind) {
    case TranslationMark::Kind::Renamed:
        return side == TranslationSide::Client ? FactWords::tr("renamed to %1").arg(mark.sent)
                                               : FactWords::tr("renamed from %1").arg(mark.client);
    case TranslationMark::Kind::Changed:
        return FactWords::tr("changed");
    case TranslationMark::Kind::Dropped:
        return FactWords::tr("dropped");
    case TranslationMark::Kind::Elsewhere:
        return FactWords::tr("not in the body");
    case TranslationMark::Kind::Defaulted:
        return FactWords::tr("defaulted");
    case TranslationMark::Kind::Added:
        return FactWords::tr("added");
    }
    return {};
}

FactTable headFacts(const RequestDossier &dossier)
{
    const RequestLine &line = dossier.line;
    FactTable out;
    const bool hasHeaders = dossier.kept
        && dossier.kept->bodies.requestHeaders.size() + dossier.kept->bodies.answerHeaders.size() > 0;
    out.lead = hasHeaders
        ? FactWords::tr(
            "Keys and cookies in headers are not kept; the last letters of a key say which it was.")
        : FactWords::tr("Headers are kept together with bodies. This is what is known of the request:");
    out.rows.push_back({FactWords::tr("Request"), line.method + QLatin1Char(' ') + line.path, {}});
    out.rows.push_back({FactWords::tr("Client"), words::orUnnamed(line.client), {}});
    if (line.record) {
        const RequestRecord &record = *line.record;
        out.rows.push_back({FactWords::tr("User agent"),
            record.userAgent.isEmpty() ? words::unknown() : QString::fromUtf8(record.userAgent), {}});
        out.rows.push_back({FactWords::tr("Address"), record.who.address.toString(), {}});
    } else if (dossier.kept) {
        out.rows.push_back({FactWords::tr("Address"), dossier.kept->row.address, {}});
    }
    if (!line.program.isEmpty()) {
        out.rows.push_back({FactWords::tr("Program"), line.program,
            dossier.kept ? dossier.kept->row.programPath : QString()});
    }
    out.rows.push_back({FactWords::tr("Request ID"), line.requestId, {}});
    out.rows.push_back({FactWords::tr("Received"), words::bytes(line.bytesIn), {}});
    out.rows.push_back({FactWords::tr("Sent"), words::bytes(line.bytesOut), {}});
    if (hasHeaders) {
        addHeaders(out, FactWords::tr("Headers of the request"), dossier.kept->bodies.requestHeaders);
        addHeaders(out, FactWords::tr("Headers of the answer"), dossier.kept->bodies.answerHeaders);
    }
    return out;
}

std::vector<TimeBar> attemptBars(const RequestDossier &dossier)
{
    std::vector<TimeBar> bars;
    if (dossier.line.record) {
        for (const AttemptRecord &attempt : dossier.line.record->attempts) {
            bars.push_back(barOf(attempt));
        }
        return bars;
    }
    if (dossier.kept) {
        for (const HistoryAttempt &attempt : dossier.kept->attempts) {
            bars.push_back(barOf(attempt, bars.empty() ? 0 : bars.back().end));
        }
    }
    return bars;
}

std::vector<TimeBar> timelineBars(const RequestDossier &dossier)
{
    const RequestLine &line = dossier.line;
    const std::vector<TimeBar> attempts = attemptBars(dossier);
    const qint64 end = line.duration.count();
    const qint64 sent = attempts.empty() ? end : attempts.back().begin;
    const qint64 asked = attempts.empty() ? end : attempts.front().begin;
    const qint64 first = line.firstByte.count();
    std::vector<TimeBar> bars;
    const auto add = [&bars](const QString &name, qint64 from, qint64 to, TimeBar::Kind kind) {
        if (to > from) {
            bars.push_back({.name = name,
                .note = words::duration(std::chrono::microseconds(to - from)),
                .error = {},
                .begin = from,
                .firstByte = 0,
                .end = to,
                .kind = kind});
        }
    };
    const auto kind = line.isError ? TimeBar::Kind::Bad : TimeBar::Kind::Good;
    if (attempts.empty()) {
        add(FactWords::tr("Answered here"), 0, end, kind);
        return bars;
    }
    add(FactWords::tr("Before a provider was asked"), 0, asked, TimeBar::Kind::Plain);
    add(FactWords::tr("Attempts that failed"), asked, sent, TimeBar::Kind::Bad);
    add(FactWords::tr("Waiting for the provider"), sent, first > 0 ? first : end, TimeBar::Kind::Plain);
    if (first > 0) {
        add(line.isStream ? FactWords::tr("Streaming the answer") : FactWords::tr("Sending the answer"),
            first, end, kind);
    }
    return bars;
}

QString dialectName(Dialect dialect)
{
    return dialectName(dialect == Dialect::Anthropic ? ProviderDialect::Anthropic : ProviderDialect::OpenAi);
}

QString dialectName(ProviderDialect dialect)
{
    switch (dialect) {
    case ProviderDialect::OpenAi:
        return QStringLiteral("OpenAI");
    case ProviderDialect::Anthropic:
        return QStringLiteral("Anthropic");
    case ProviderDialect::Gemini:
        return QStringLiteral("Gemini");
    case ProviderDialect::Bedrock:
        return QStringLiteral("Bedrock");
    }
    return {};
}

} // namespace nexus
