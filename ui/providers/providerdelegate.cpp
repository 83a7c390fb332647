// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/providerdelegate.h"

#include "ui/models/providerlistmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/providerstatelook.h"

#include <QPainter>

namespace nexus {

namespace {

constexpr int rowHeight = 56;
constexpr int iconSize = 14;
constexpr int side = 12;

// Two texts on one line: the right one whole, the left one cut where it is too long.
void drawLine(QPainter &painter, const QRect &line, const QString &left, const QString &right, QRgb leftColor,
    QRgb rightColor)
{
    const QFontMetrics plain(painter.font());
    const int rightWidth = right.isEmpty() ? 0 : plain.horizontalAdvance(right) + grid::unit;
    const QRect leftPart = line.adjusted(0, 0, -rightWidth, 0);
    painter.setPen(QColor::fromRgb(leftColor));
    painter.drawText(
        leftPart, Qt::AlignLeft | Qt::AlignVCenter, plain.elidedText(left, Qt::ElideRight, leftPart.width()));
    painter.setPen(QColor::fromRgb(rightColor));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
}

} // namespace

ProviderDelegate::ProviderDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{ }

void ProviderDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *const style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);

    const auto state = static_cast<ProviderState>(index.data(ProviderListModel::StateRole).toInt());
    const ProviderStateLook look = lookOf(state);
    const QRect inner = option.rect.adjusted(side, 8, -side, -8);
    const QRect top(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect bottom = top.translated(0, inner.height() / 2);
    const QRgb text = toneColor(Tone::Text, option.palette).rgb();
    const QRgb dim = toneColor(Tone::Dim, option.palette).rgb();

    painter->save();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    const QString models = index.data(ProviderListModel::ModelsRole).toString();
    const int modelsWidth = QFontMetrics(option.font).horizontalAdvance(models) + grid::unit;
    drawLine(*painter, top.adjusted(0, 0, -modelsWidth, 0), index.data().toString(), {}, text, text);
    painter->setFont(option.font);
    drawLine(*painter, top, {}, models, dim, dim);
    const QRect icon(bottom.left(), bottom.center().y() - iconSize / 2, iconSize, iconSize);
    lineIcon(look.icon, look.tone).paint(painter, icon);
    drawLine(*painter, bottom.adjusted(iconSize + 6, 0, 0, 0),
        index.data(ProviderListModel::StateWordRole).toString(),
        index.data(ProviderListModel::ServiceRole).toString(), toneColor(look.tone, option.palette).rgb(),
        dim);
    painter->restore();
}

QSize ProviderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

} // namespace nexus
