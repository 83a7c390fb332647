// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace nexus {

//! \brief A file as an editor shows it, and back without touching lines that were not edited.
//!
//! Editors know one kind of line ending; this remembers which one the file has, and its byte order mark.
class FileText final {
public:
    FileText() = default;
    explicit FileText(const QByteArray &bytes);

    //! \brief What the editor shows, with `\n` only.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    //! \brief Whether the bytes are UTF-8, so that nothing is lost.
    [[nodiscard]] bool isEditable() const { return m_isEditable; }

    //! \brief \a text as the bytes of this file.
    [[nodiscard]] QByteArray written(const QString &text) const;

private:
    QByteArray m_bytes;
    QString m_text;
    bool m_hasMark = false;
    bool m_hasCarriageReturns = false;
    bool m_isEditable = true;
};

} // namespace nexus
