// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace nexus {

//! \brief The tone that RequestLogModel::ToneRole names.
[[nodiscard]] Tone toneNamed(const QString &name);

//! \brief Draws a cell of the log: text on one line, the state with its drawing, progress as a thin line.
class RequestDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int rowHeight = 32;
    static constexpr int padding = 8; //!< left and right of what a cell says
    static constexpr int iconSize = 16;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace nexus
