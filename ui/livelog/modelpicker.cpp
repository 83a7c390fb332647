// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/modelpicker.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr QSize usual {420, 480};

} // namespace

ModelPicker::ModelPicker(const QStringList &models, QWidget *parent)
    : QDialog(parent)
    , m_found(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("logModelPicker"));
    setWindowTitle(tr("Send again to"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usual);
    m_found->setSourceModel(new QStringListModel(models, this));
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(QStringLiteral("logModelSearch"));
    m_search->setPlaceholderText(tr("Search for a model"));
    m_search->setAccessibleName(tr("Search for a model"));
    m_search->addAction(lineIcon(QStringLiteral("search"), Tone::Dim), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("logModelList"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setModel(m_found);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ModelPicker::choose);
    connect(m_list, &QListView::activated, this, &ModelPicker::choose);
    search({});
}

void ModelPicker::search(const QString &text)
{
    m_found->setFilterFixedString(text.trimmed());
    m_list->setCurrentIndex(m_found->index(0, 0));
}

void ModelPicker::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid()) {
        Q_EMIT chosen(index.data().toString());
        close();
    }
}

// Arrow keys move in the list while the text keeps the focus.
bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        const QModelIndex next = m_found->index(m_list->currentIndex().row() + step, 0);
        if (step != 0 && next.isValid()) {
            m_list->setCurrentIndex(next);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace nexus
