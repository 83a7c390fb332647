// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace nexus {

struct RequestLine;

//! \brief What can be typed next in a filter for the log: keys, and values that rows have had.
class FilterWords final {
public:
    //! \brief Remembers the names of \a line as values.
    void learn(const RequestLine &line);
    //! \brief The same for one name, of `client`, `model`, `provider`, `alias` or `group`.
    void learn(const QString &key, const QString &value);

    //! \brief The names of models that clients have asked for.
    [[nodiscard]] QStringList asked() const;

    //! \brief Words that complete the one that ends at \a cursor in \a text, best first; none where no word
    //! is begun.
    [[nodiscard]] QStringList completions(const QString &text, int cursor) const;

    //! \brief \a text with the word that ends at \a cursor replaced by \a word; \a cursor moves behind it.
    [[nodiscard]] static QString completed(const QString &text, const QString &word, int &cursor);

private:
    static constexpr qsizetype mostValues = 500; // of one key

    QHash<QString, QSet<QString>> m_values;
    QSet<QString> m_asked;
};

} // namespace nexus
