// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerpresets.h"

#include <QIcon>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace nexus {

//! \brief The first letter of \a title on a small ground, in the place of a logo.
[[nodiscard]] QIcon monogramIcon(const QString &title);

//! \brief All presets as tiles, in as many columns as there is room: services in the net first, then those on
//! a machine of one's own.
class PresetTiles final : public QWidget {
    Q_OBJECT

public:
    explicit PresetTiles(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const nexus::ProviderPreset &preset);

private:
    struct Group {
        QLabel *label = nullptr;
        QGridLayout *grid = nullptr;
        std::vector<QToolButton *> tiles;
    };

    Group makeGroup(const QString &title);
    void addTile(Group &group, const ProviderPreset &preset);
    void arrange(Group &group, int columns);
    void resizeEvent(QResizeEvent *event) override;

    std::vector<Group> m_groups;
    int m_columns = 0;
};

} // namespace nexus
