// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/conversation.h"

#include <QWidget>

class QVBoxLayout;

namespace nexus {

//! \brief One item of a conversation.
class SaidItemView final : public QWidget {
    Q_OBJECT

public:
    explicit SaidItemView(const SaidItem &item, QWidget *parent = nullptr);

private:
    void addText(const QString &text, const char *look);
    void addFolded(const QString &icon, const QString &title, QWidget *content);
    void addTool(const SaidItem &item);
    void addMedia(const SaidItem &item);
    [[nodiscard]] QWidget *toolContent(const SaidItem &item);

    QVBoxLayout *m_layout;
};

} // namespace nexus
