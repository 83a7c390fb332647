// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace nexus {

//! \brief Something that can be done or gone to by its name.
struct PaletteEntry {
    QString icon; //!< a name of lineIcon()
    QString text;
    QString kind; //!< "Page", "Provider", "Model", "Action": shown dimmed, and found by too
    std::function<void()> run;
};

//! \brief Whether the letters of \a wanted occur in \a text in their order, and how well that fits: smaller
//! is better, -1 is not at all. An empty \a wanted fits everything.
[[nodiscard]] int fuzzyRank(QStringView wanted, QStringView text);

//! \brief A field that finds pages, providers, models and actions by some letters of their names (Ctrl+K).
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteEntry> entries, QWidget *parent);

private:
    void filter(const QString &text);
    void runCurrent();
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::vector<PaletteEntry> m_entries;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace nexus
