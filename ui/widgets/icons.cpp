// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace nexus {

namespace {

class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(const QString &name, std::optional<Tone> tone)
        : m_name(name)
        , m_tone(tone)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = colorOf(mode);
        QByteArray drawing = source();
        drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(drawing);
        painter->save();
        painter->setOpacity(painter->opacity() * color.alphaF());
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("nexus/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colorOf(mode).rgba(), 0, 16);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    [[nodiscard]] bool isNull() override { return !QFile::exists(path()); }
    [[nodiscard]] QString key() const override { return QStringLiteral("nexus-line"); }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(m_name, m_tone); }

private:
    [[nodiscard]] QString path() const { return QStringLiteral(":/nexus/icons/%1.svg").arg(m_name); }

    [[nodiscard]] QByteArray source() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QColor colorOf(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        QColor color = m_tone ? toneColor(*m_tone, palette) : palette.color(QPalette::Text);
        if (mode == QIcon::Disabled) {
            color.setAlphaF(0.4F);
        }
        return color;
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon lineIcon(const QString &name)
{
    return QIcon(new LineIconEngine(name, std::nullopt));
}

QIcon lineIcon(const QString &name, Tone tone)
{
    return QIcon(new LineIconEngine(name, tone));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/nexus/icons/nexus.svg"));
}

} // namespace nexus
