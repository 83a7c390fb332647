// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/linediff.h"

#include <QPlainTextEdit>

#include <vector>

namespace nexus {

//! \brief Shows which lines of `nexus.toml` change: removed ones with `-`, added ones with `+`, on their
//! grounds. A key that is written out in the file is not shown.
class DiffView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    //! \brief Shows \a hunks and becomes as high as they are, up to \a lines lines.
    void setHunks(const std::vector<DiffHunk> &hunks, int lines = 12);

    //! \brief Whether there is nothing to show.
    [[nodiscard]] bool isEmpty() const { return m_kinds.empty(); }

private:
    void paintGrounds();
    void changeEvent(QEvent *event) override;

    std::vector<DiffLine::Kind> m_kinds; //!< by line of the text
};

} // namespace nexus
