// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/requestdelegate.h"

#include "ui/models/requestlogmodel.h"
#include "ui/models/words.h"
#include "ui/widgets/icons.h"

#include <QAbstractItemView>
#include <QPainter>

namespace nexus {

namespace {

constexpr int padding = RequestDelegate::padding;
constexpr int progressHeight = 2;

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, toneColor(Tone::AccentGround, option.palette));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, toneColor(Tone::Raised, option.palette));
    }
}

// The row of the keyboard has a mark at its left.
void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row()
        && option.rect.left() <= 0) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
            toneColor(Tone::Accent, option.palette));
    }
}

// What is usual for the model is the whole line; without that, the line is empty.
void paintProgress(QPainter *painter, const QStyleOptionViewItem &option, double share)
{
    const QRect line(option.rect.left() + padding, option.rect.bottom() - progressHeight - 3,
        option.rect.width() - 2 * padding, progressHeight);
    painter->fillRect(line, toneColor(Tone::Hairline, option.palette));
    if (share > 0) {
        QRect done = line;
        done.setWidth(std::max(1, static_cast<int>(share * line.width())));
        painter->fillRect(done, toneColor(Tone::Accent, option.palette));
    }
}

} // namespace

Tone toneNamed(const QString &name)
{
    if (name == QLatin1String("good")) {
        return Tone::Good;
    }
    if (name == QLatin1String("warn")) {
        return Tone::Warn;
    }
    if (name == QLatin1String("bad")) {
        return Tone::Bad;
    }
    return name == QLatin1String("accent") ? Tone::Accent : Tone::Dim;
}

void RequestDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option);
    QRect place = option.rect.adjusted(padding, 0, -padding, 0);
    if (const QVariant progress = index.data(RequestLogModel::ProgressRole); progress.isValid()) {
        paintProgress(painter, option, progress.toDouble());
    }
    Tone tone = Tone::Text;
    if (const QString icon = index.data(RequestLogModel::IconRole).toString(); !icon.isEmpty()) {
        tone = toneNamed(index.data(RequestLogModel::ToneRole).toString());
        const QRect drawing(place.left(), place.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        lineIcon(icon, tone).paint(painter, drawing);
        place.setLeft(drawing.right() + padding);
        tone = tone == Tone::Bad || tone == Tone::Warn ? tone : Tone::Text;
    }
    const QString text = index.data().toString();
    const bool isUnnamed
        = index.column() == RequestLogModel::ClientColumn && text == words::orUnnamed(QString());
    const bool isQuiet = text == words::unknown() || isUnnamed
        || index.column() == RequestLogModel::TimeColumn
        || (index.column() == RequestLogModel::CostColumn && text == words::money(0));
    painter->setFont(option.font);
    painter->setPen(toneColor(isQuiet ? Tone::Dim : tone, option.palette));
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const auto middle = index.column() == RequestLogModel::ModelColumn ? Qt::ElideMiddle : Qt::ElideRight;
    painter->drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
        option.fontMetrics.elidedText(text, middle, place.width()));
    paintFocus(painter, option, index);
    painter->restore();
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int icon = index.column() == RequestLogModel::StateColumn ? iconSize + padding : 0;
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + icon + 2 * padding, rowHeight};
}

} // namespace nexus
