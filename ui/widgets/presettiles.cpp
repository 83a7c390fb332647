// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/presettiles.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int tileWidth = 148;
constexpr int iconSize = 24;

class MonogramEngine final : public QIconEngine {
public:
    explicit MonogramEngine(const QString &letter)
        : m_letter(letter)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneColor(Tone::AccentGround, palette));
        const qreal radius = rect.height() / 4.0;
        painter->drawRoundedRect(rect, radius, radius);
        QFont font = QGuiApplication::font();
        font.setPixelSize(std::max(8, rect.height() * 13 / 24));
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(toneColor(Tone::Accent, palette));
        painter->drawText(rect, Qt::AlignCenter, m_letter);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new MonogramEngine(m_letter); }

private:
    QString m_letter;
};

} // namespace

QIcon monogramIcon(const QString &title)
{
    return QIcon(new MonogramEngine(title.left(1).toUpper()));
}

PresetTiles::PresetTiles(QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    Group hosted = makeGroup(tr("Hosted services"));
    Group local = makeGroup(tr("On this machine or your network"));
    for (const ProviderPreset &preset : providerPresets()) {
        const bool isCustom = preset.id == QLatin1String("custom");
        addTile(preset.isLocal || isCustom ? local : hosted, preset);
    }
    m_groups = {hosted, local};
    for (const Group &group : m_groups) {
        layout->addWidget(group.label);
        layout->addLayout(group.grid);
        layout->addSpacing(grid::unit);
    }
    layout->addStretch(1);
    arrange(m_groups[0], 4);
    arrange(m_groups[1], 4);
}

PresetTiles::Group PresetTiles::makeGroup(const QString &title)
{
    Group group {.label = dimLabel(title, this), .grid = new QGridLayout, .tiles = {}};
    group.grid->setSpacing(grid::unit);
    return group;
}

void PresetTiles::addTile(Group &group, const ProviderPreset &preset)
{
    auto *const tile = new QToolButton(this);
    const bool isCustom = preset.id == QLatin1String("custom");
    tile->setObjectName(QStringLiteral("presetTile_%1").arg(preset.id));
    tile->setProperty("look", QStringLiteral("tile"));
    tile->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tile->setText(preset.title);
    tile->setIcon(isCustom ? lineIcon(QStringLiteral("plus"), Tone::Accent) : monogramIcon(preset.title));
    tile->setIconSize(QSize(iconSize, iconSize));
    tile->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tile->setFocusPolicy(Qt::StrongFocus);
    tile->setAccessibleName(tr("Add %1").arg(preset.title));
    connect(tile, &QToolButton::clicked, this, [this, preset] { Q_EMIT chosen(preset); });
    group.tiles.push_back(tile);
}

void PresetTiles::arrange(Group &group, int columns)
{
    for (std::size_t i = 0; i < group.tiles.size(); ++i) {
        const int place = static_cast<int>(i);
        group.grid->addWidget(group.tiles[i], place / columns, place % columns);
    }
    for (int column = 0; column < std::max(columns, group.grid->columnCount()); ++column) {
        group.grid->setColumnStretch(column, column < columns ? 1 : 0);
        group.grid->setColumnMinimumWidth(column, 0);
    }
}

void PresetTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = std::clamp((event->size().width() + grid::unit) / (tileWidth + grid::unit), 1, 6);
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (Group &group : m_groups) {
        arrange(group, columns);
    }
}

} // namespace nexus
