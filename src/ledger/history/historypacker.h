// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

namespace nexus {

//! \brief Packs texts as qCompress() does, quickly rather than small, with working memory that is taken once:
//! to take and give back a quarter of a megabyte costs more than to pack a short text.
class HistoryPacker final {
public:
    HistoryPacker();
    ~HistoryPacker();
    Q_DISABLE_COPY_MOVE(HistoryPacker)

    //! \brief What qUncompress() turns into \a text.
    [[nodiscard]] QByteArray packed(const QByteArray &text);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream; // nothing before the first text
};

} // namespace nexus
