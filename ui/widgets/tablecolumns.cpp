// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tablecolumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace nexus {

namespace {

// A head with a style sheet is cut by Qt, whatever its elide mode.
class ShortenedHeads final : public QHeaderView {
public:
    using QHeaderView::QHeaderView;

private:
    // Qt measures in bold, in which these are never drawn.
    QSize sectionSizeFromContents(int section) const override
    {
        QSize size = QHeaderView::sectionSizeFromContents(section);
        QFont bold = font();
        bold.setBold(true);
        // A table that loses its model asks once more.
        const QString title = model() ? model()->headerData(section, orientation()).toString() : QString();
        size.rwidth() -= QFontMetrics(bold).size(0, title).width() - fontMetrics().size(0, title).width();
        return size;
    }

    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        const int room = style()->subElementRect(QStyle::SE_HeaderLabel, option, this).width();
        QStringList lines = option->text.split(u'\n');
        for (QString &line : lines) {
            line = option->fontMetrics.elidedText(line, Qt::ElideRight, room);
        }
        option->text = lines.join(u'\n');
    }
};

} // namespace

QHeaderView *makeHeads(QWidget *parent)
{
    return new ShortenedHeads(Qt::Horizontal, parent);
}

RestColumn::RestColumn(QHeaderView &heads, int section, int least)
    : QObject(&heads)
    , m_heads(heads)
    , m_section(section)
    , m_least(least)
{
    heads.setStretchLastSection(false);
    heads.setSectionResizeMode(section, QHeaderView::Fixed);
    heads.viewport()->installEventFilter(this);
    // Columns that fit their contents are resized one after another, which must be over first.
    connect(
        &heads, &QHeaderView::sectionResized, this,
        [this](int resized) {
            if (resized != m_section) {
                fit();
            }
        },
        Qt::QueuedConnection);
}

bool RestColumn::eventFilter(QObject *watched, QEvent *event)
{
    // While a table is about to be shown, its scroll bars come and go without a word.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void RestColumn::fit()
{
    const int others = m_heads.length() - m_heads.sectionSize(m_section);
    const int least = std::max(m_least, m_heads.sectionSizeHint(m_section));
    m_heads.resizeSection(m_section, std::max(least, m_heads.viewport()->width() - others));
}

ColumnMemory::ColumnMemory(QTableView &table, QSettings &settings, QString key)
    : m_heads(*makeHeads(&table))
    , m_settings(settings)
    , m_key(std::move(key))
    , m_language(QLocale().name())
{
    m_heads.setSectionsClickable(true);
    table.setHorizontalHeader(&m_heads);
}

void ColumnMemory::restore()
{
    std::vector<int> usual;
    usual.reserve(static_cast<std::size_t>(m_heads.count()));
    for (int section = 0; section < m_heads.count(); ++section) {
        usual.push_back(m_heads.sectionSize(section));
    }
    m_heads.restoreState(m_settings.value(m_key).toByteArray());
    if (m_settings.value(m_key + QLatin1String("Language")).toString() == m_language) {
        return;
    }
    for (int section = 0; section < static_cast<int>(usual.size()); ++section) {
        const int width = usual.at(static_cast<std::size_t>(section));
        if (!m_heads.isSectionHidden(section) && width > 0) {
            m_heads.resizeSection(section, width);
        }
    }
}

void ColumnMemory::save() const
{
    m_settings.setValue(m_key, m_heads.saveState());
    m_settings.setValue(m_key + QLatin1String("Language"), m_language);
}

} // namespace nexus
