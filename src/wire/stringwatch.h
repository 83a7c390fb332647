// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <utility>

namespace nexus {

//! \brief Follows the strings that stand behind keys in JSON text fed in pieces of any size.
//!
//! Checks nothing and builds nothing, so it reads whole bodies, server-sent events, and text that was cut or
//! is no JSON at all. A line end ends every string, since JSON has none inside; that is where it finds its
//! way again. Not thread-safe.
class StringWatch final {
public:
    //! \brief A part of the string behind a key.
    struct Piece {
        QByteArrayView key; //!< empty when longer than longestKey or written with escapes
        QByteArrayView text; //!< a view into what was fed, escapes as they are, perhaps cut inside one
        bool isLast = false; //!< the string ends here
    };

    static constexpr qsizetype longestKey = 24;

    //! \brief Calls \a onPiece for each part of a string behind a key in \a bytes. A string that is fed in
    //! several pieces comes in several parts; one that is empty comes, too.
    template<typename OnPiece>
    void feed(QByteArrayView bytes, OnPiece &&onPiece)
    {
        const char *pos = bytes.data();
        const char *const end = pos + bytes.size();
        Piece piece;
        while (nextPiece(pos, end, piece)) {
            onPiece(std::as_const(piece));
        }
    }

private:
    enum class State {
        Outside,
        Key, //!< inside a string that may be one
        AfterKey, //!< a colon may come
        AfterColon, //!< a string may come
        Value, //!< inside the string behind a key
    };

    [[nodiscard]] bool nextPiece(const char *&pos, const char *end, Piece &piece);
    [[nodiscard]] const char *stringEnd(const char *pos, const char *end);
    void keepKey(QByteArrayView text);

    State m_state = State::Outside;
    bool m_isEscaped = false; // the next byte stands behind a backslash
    std::array<char, longestKey> m_key {};
    qsizetype m_keySize = 0; // above longestKey when it did not fit
};

} // namespace nexus
