// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#include <array>

namespace nexus {

namespace {

struct ToneRow {
    Tone tone;
    const char *name; //!< in the style sheet, behind an @
    QRgb light;
    QRgb dark;
};

constexpr std::array TONES {
    ToneRow {Tone::Window, "window", 0xfff7f7f9, 0xff17171b},
    ToneRow {Tone::Sidebar, "sidebar", 0xffeeeef2, 0xff121215},
    ToneRow {Tone::Surface, "surface", 0xffffffff, 0xff1f1f25},
    ToneRow {Tone::Raised, "raised", 0xfff1f1f5, 0xff2a2a32},
    ToneRow {Tone::Hover, "hover", 0xffe6e6ec, 0xff33333d},
    ToneRow {Tone::Hairline, "hairline", 0xffdedee5, 0xff34343d},
    ToneRow {Tone::Outline, "outline", 0xff858591, 0xff77778a},
    ToneRow {Tone::Text, "text", 0xff1c1c22, 0xffededf2},
    ToneRow {Tone::Dim, "dim", 0xff5e5e6b, 0xffa4a4b2},
    ToneRow {Tone::Accent, "accent", 0xff5b5bd6, 0xff8e8cf3},
    ToneRow {Tone::OnAccent, "onaccent", 0xffffffff, 0xff14141a},
    ToneRow {Tone::AccentGround, "accentground", 0xffededfc, 0xff2a2a4e},
    ToneRow {Tone::Good, "good", 0xff15713d, 0xff5ccb8b},
    ToneRow {Tone::Warn, "warn", 0xff8f5600, 0xffe9b04f},
    ToneRow {Tone::Bad, "bad", 0xffb8262d, 0xffff8a8a},
    ToneRow {Tone::GoodGround, "goodground", 0xffe0f4e8, 0xff1b3327},
    ToneRow {Tone::WarnGround, "warnground", 0xfffbefd9, 0xff3a2e18},
    ToneRow {Tone::BadGround, "badground", 0xfffce9e9, 0xff40222a},
    ToneRow {Tone::Series1, "series1", 0xff5b5bd6, 0xff8e8cf3},
    ToneRow {Tone::Series2, "series2", 0xff0b7386, 0xff4fc3d6},
    ToneRow {Tone::Series3, "series3", 0xffab4a12, 0xfff09a63},
    ToneRow {Tone::Series4, "series4", 0xff9a3fa8, 0xffd58ae0},
    ToneRow {Tone::Series5, "series5", 0xff4b7a1f, 0xff9fcb6e},
    ToneRow {Tone::Series6, "series6", 0xff858591, 0xff7a7a8d},
};

QColor colorOf(Tone tone, bool isDark)
{
    const auto *row = std::ranges::find(TONES, tone, &ToneRow::tone);
    return QColor::fromRgb(isDark ? row->dark : row->light);
}

// The style sheet names tones, so that it is one for both themes.
QString styleSheet(bool isDark)
{
    QFile file(QStringLiteral(":/nexus/console.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    for (const ToneRow &row : TONES) {
        sheet.replace(QStringLiteral("@%1;").arg(QLatin1String(row.name)),
            colorOf(row.tone, isDark).name() + QLatin1Char(';'));
    }
    // Images of a style sheet are drawn as they are.
    for (const QLatin1String image : {QLatin1String("chevron"), QLatin1String("check")}) {
        sheet.replace(QStringLiteral("@%1;").arg(image),
            image + (isDark ? QLatin1String("-dark") : QLatin1String("-light")));
    }
    return sheet;
}

} // namespace

std::vector<std::pair<Tone, QString>> namedTones()
{
    std::vector<std::pair<Tone, QString>> out;
    out.reserve(TONES.size());
    for (const ToneRow &row : TONES) {
        out.emplace_back(row.tone, QLatin1String(row.name));
    }
    return out;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    return colorOf(tone, isDarkPalette(palette));
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QPalette consolePalette(bool isDark)
{
    const auto color = [isDark](Tone tone) { return colorOf(tone, isDark); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(Tone::Window));
    palette.setColor(QPalette::WindowText, color(Tone::Text));
    palette.setColor(QPalette::Base, color(Tone::Surface));
    palette.setColor(QPalette::AlternateBase, color(Tone::Raised));
    palette.setColor(QPalette::Text, color(Tone::Text));
    palette.setColor(QPalette::PlaceholderText, color(Tone::Dim));
    palette.setColor(QPalette::Button, color(Tone::Raised));
    palette.setColor(QPalette::ButtonText, color(Tone::Text));
    palette.setColor(QPalette::BrightText, color(Tone::Bad));
    palette.setColor(QPalette::Highlight, color(Tone::AccentGround));
    palette.setColor(QPalette::HighlightedText, color(Tone::Text));
    palette.setColor(QPalette::Link, color(Tone::Accent));
    palette.setColor(QPalette::LinkVisited, color(Tone::Accent));
    palette.setColor(QPalette::ToolTipBase, color(Tone::Raised));
    palette.setColor(QPalette::ToolTipText, color(Tone::Text));
    palette.setColor(QPalette::Mid, color(Tone::Hairline));
    palette.setColor(QPalette::Midlight, color(Tone::Hover));
    palette.setColor(QPalette::Dark, color(Tone::Hairline));
    palette.setColor(QPalette::Shadow, color(Tone::Hairline));
    palette.setColor(QPalette::Light, color(Tone::Surface));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = color(Tone::Dim);
        faded.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

void applyTheme(QApplication &application, bool isDark)
{
    if (application.style()->objectName() != QLatin1String("fusion")) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
        QFont font = QApplication::font();
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    QApplication::setPalette(consolePalette(isDark));
    application.setStyleSheet(styleSheet(isDark));
}

} // namespace nexus
