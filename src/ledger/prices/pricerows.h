// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/pricetable.h"
#include "wire/jsonmember.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace nexus {

//! \brief How a file writes its figures, for example rateFromDollarsPerToken().
using RateReader = std::optional<qint64> (*)(QByteArrayView);

//! \brief Reads the members of one row of a foreign file, and remembers what is wrong with it.
class PriceRowReader final {
public:
    //! \brief \a text has to outlive the reader.
    PriceRowReader(QByteArrayView text, RateReader reader)
        : m_text(text)
        , m_reader(reader)
    { }

    //! \brief The figure of a member that is a number, or a string with one in it. Nothing when the member is
    //! null, and nothing with a problem when it is anything else.
    [[nodiscard]] std::optional<qint64> rate(const JsonMember &member);

    //! \brief A number of tokens; 0 for anything else.
    [[nodiscard]] qint64 tokens(const JsonMember &member) const;

    //! \brief What a member that is `true` or `false` says; nothing for anything else.
    [[nodiscard]] std::optional<bool> flag(const JsonMember &member) const;

    //! \brief What is wrong, empty when nothing is.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QByteArrayView m_text;
    RateReader m_reader = nullptr;
    QString m_problem;
};

//! \brief Adds \a row unless it says nothing: without a rate of input or output above 0.
void addPriceRow(PriceTable &table, PriceKey key, PricePeriod period, const ModelFacts &facts);

//! \brief Adds the tier of that input to \a period, or finds it.
[[nodiscard]] TokenRates &tierAt(PricePeriod &period, qint64 above);

//! \brief Notes that the row \a name is left out; after so many only that there are more.
void addPriceProblem(PriceTable &table, const QByteArray &name, const QString &problem);

} // namespace nexus
