// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <utility>
#include <vector>

class QApplication;

namespace nexus {

//! \brief What a colour is for. Every colour of the console is one of these, in a light and a dark value.
enum class Tone {
    Window, //!< behind everything
    Sidebar,
    Surface, //!< cards, tables, fields
    Raised, //!< what lies on a surface: chips, buttons
    Hover,
    Hairline, //!< between regions; nothing has to be recognised by it
    Outline, //!< around what is typed, chosen or ticked, and of scroll bars
    Text,
    Dim, //!< text of less weight, still readable on every ground above
    Accent,
    OnAccent,
    AccentGround, //!< behind what is chosen
    Good, //!< state only, always beside an icon or a word
    Warn,
    Bad,
    GoodGround,
    WarnGround,
    BadGround,
    Series1, //!< of charts, told apart in brightness as well
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
};

//! \brief The colour of \a tone beside a palette of consolePalette().
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);

//! \brief Every tone, under its name in the style sheet.
[[nodiscard]] std::vector<std::pair<Tone, QString>> namedTones();

//! \brief Whether a palette is a dark one.
[[nodiscard]] bool isDarkPalette(const QPalette &palette);

[[nodiscard]] QPalette consolePalette(bool isDark);

//! \brief Makes \a application look light or dark. Windows that are open follow.
void applyTheme(QApplication &application, bool isDark);

//! Of the grid that everything lies on, in pixels.
namespace grid {
inline constexpr int unit = 8;
inline constexpr int margin = 16; //!< around a page
inline constexpr int control = 32; //!< height of buttons and fields
inline constexpr int radius = 6;
} // namespace grid

} // namespace nexus
