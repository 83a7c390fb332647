// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestdossier.h"
#include "ui/models/translationmarks.h"
#include "wire/dialect.h"

#include <QString>

#include <vector>

namespace nexus {

//! \brief Facts in rows, with a sentence before and one behind them; each may be empty.
struct FactTable {
    struct Row {
        QString name;
        QString value; //!< what counts
        QString origin; //!< how it came out, may be empty

        bool operator==(const Row &) const = default;
    };

    QString lead;
    std::vector<Row> rows;
    QString foot;

    bool operator==(const FactTable &) const = default;
};

//! \brief A stretch of time within a request, in microseconds since its receipt.
struct TimeBar {
    enum class Kind { Plain, Good, Bad };

    QString name;
    QString note; //!< how it ended
    QString error; //!< a sentence, may be empty
    qint64 begin = 0;
    qint64 firstByte = 0; //!< 0 where none came
    qint64 end = 0;
    Kind kind = Kind::Plain;

    bool operator==(const TimeBar &) const = default;
};

//! \brief Tokens of each kind, their price, what they cost, and who says so.
[[nodiscard]] FactTable costFacts(const RequestDossier &dossier);

//! \brief What became of the request between the client's dialect and the provider's.
//! \param provider nothing where it is not known any more
[[nodiscard]] FactTable translationFacts(
    const RequestDossier &dossier, const std::optional<ProviderDialect> &provider);

//! \brief The marks between the client's request and the one that was sent. Nothing where the latter is not
//! kept, is the client's, or cannot be compared.
[[nodiscard]] std::optional<std::vector<TranslationMark>> dossierMarks(const RequestDossier &dossier);

//! \brief A mark in words beside the field on that side: `dropped`, `renamed to stop_sequences`.
[[nodiscard]] QString markWord(const TranslationMark &mark, TranslationSide side);

//! \brief What is known of the request's head, with all headers where they are kept.
[[nodiscard]] FactTable headFacts(const RequestDossier &dossier);

//! \brief Each call to a provider. Where its begin is not kept, calls follow each other.
[[nodiscard]] std::vector<TimeBar> attemptBars(const RequestDossier &dossier);

//! \brief Where the time went: until a provider was asked, until it answered, and while it did.
[[nodiscard]] std::vector<TimeBar> timelineBars(const RequestDossier &dossier);

[[nodiscard]] QString dialectName(Dialect dialect);
[[nodiscard]] QString dialectName(ProviderDialect dialect);

} // namespace nexus
