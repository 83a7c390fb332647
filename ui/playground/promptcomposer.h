// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/playground/chatdraft.h"

#include <QWidget>

class QHBoxLayout;
class QImage;
class QLabel;
class QPixmap;
class QPushButton;

namespace nexus {

class PromptEdit;

//! \brief The prompt with its pictures, and what sends it.
class PromptComposer final : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype mostImages = 8;
    static constexpr qint64 largestImage = 20 * 1024 * 1024;

    explicit PromptComposer(QWidget *parent = nullptr);

    [[nodiscard]] ChatMessage message() const;
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] QStringList images() const { return m_images; }
    //! \brief Takes \a images, which are data URLs, in place of those that are here.
    void setImages(const QStringList &images);
    void clear();
    void focusPrompt();
    void setRunning(bool isRunning);

    //! \brief Adds the picture at \a path, or says why not.
    void addFile(const QString &path);
    void addImage(const QImage &image);

Q_SIGNALS:
    void sendClicked();
    void stopClicked();
    void textChanged();
    void imagesChanged();

private:
    void build();
    void openFiles();
    void addBytes(const QByteArray &bytes, const QString &name);
    void addThumbnail(const QByteArray &bytes, const QString &name);
    void removeImage(QWidget *thumbnail);
    void removeImages();
    void say(const QString &problem);

    PromptEdit *m_prompt;
    QWidget *m_strip;
    QHBoxLayout *m_thumbnails;
    QLabel *m_problem;
    QPushButton *m_open;
    QPushButton *m_send;
    QPushButton *m_stop;
    QStringList m_images; //!< data URLs, in the order of the thumbnails
};

} // namespace nexus
