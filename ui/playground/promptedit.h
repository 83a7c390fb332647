// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QImage>
#include <QPlainTextEdit>

namespace nexus {

//! \brief Where a prompt is typed. Pictures that are pasted or dropped go elsewhere.
class PromptEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PromptEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    void imagePasted(const QImage &image);
    void filesDropped(const QStringList &paths);

private:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace nexus
