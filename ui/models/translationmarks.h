// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nexus {

//! \brief What became of one field between the client's request and the one that was sent.
struct TranslationMark {
    enum class Kind {
        Renamed, //!< it has another name or place
        Changed, //!< it has its name, and another value or form
        Dropped, //!< there is nothing like it in what was sent
        Elsewhere, //!< it is no part of the body that was sent: in its address, or done by the gateway
        Defaulted, //!< the client did not set it, the gateway did
        Added, //!< the client has nothing that it could come from
    };

    Kind kind = Kind::Changed;
    QString client; //!< `stop`, `metadata.user_id`, `messages[0]`; empty where the client has none
    QString sent; //!< the same for what was sent

    bool operator==(const TranslationMark &) const = default;
};

//! \brief Compares two requests field by field; what is the same in both has no mark.
//!
//! Top-level members are fields, and members of those that hold settings (`generationConfig`, …). Known names
//! of one thing in several dialects are paired. A value that says what goes without saying (`"n": 1`) is not
//! missed.
//! \param dropped what the gateway itself says it left out, with commas between
//! \return nothing where either is no JSON object, for one because it was cut
[[nodiscard]] std::optional<std::vector<TranslationMark>> translationMarks(
    const QByteArray &client, const QByteArray &sent, const QString &dropped);

//! \brief A request for people, line by line, with the mark of each line, if it has one.
struct MarkedText {
    QStringList lines;
    std::vector<std::optional<TranslationMark>> marks; //!< as many as lines

    bool operator==(const MarkedText &) const = default;
};

//! \brief Which of the two requests is shown.
enum class TranslationSide { Client, Sent };

//! \brief \a body indented, with those of \a marks that are about this side at the line where their field
//! begins.
[[nodiscard]] MarkedText markedText(
    const QByteArray &body, const std::vector<TranslationMark> &marks, TranslationSide side);

} // namespace nexus
