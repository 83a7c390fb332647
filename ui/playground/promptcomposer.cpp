// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/promptcomposer.h"

#include "ui/models/words.h"
#include "ui/playground/promptedit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QMimeDatabase>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int promptHeight = 88;
constexpr int thumbnailSize = 48;
constexpr int thumbnailWithButton = 60;

QPixmap thumbnailOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) {
        reader.setScaledSize(size.scaled(thumbnailSize, thumbnailSize, Qt::KeepAspectRatio));
    }
    const QImage image = reader.read();
    return image.isNull()
        ? lineIcon(QStringLiteral("image"), Tone::Dim).pixmap(QSize(thumbnailSize / 2, thumbnailSize / 2))
        : QPixmap::fromImage(image);
}

bool isPicture(const QString &type)
{
    return type == QLatin1String("image/png") || type == QLatin1String("image/jpeg")
        || type == QLatin1String("image/gif") || type == QLatin1String("image/webp");
}

} // namespace

PromptComposer::PromptComposer(QWidget *parent)
    : QWidget(parent)
    , m_prompt(new PromptEdit(this))
    , m_strip(new QWidget(this))
    , m_thumbnails(new QHBoxLayout(m_strip))
    , m_problem(plainLabel({}, this))
    , m_open(new QPushButton(lineIcon(QStringLiteral("image")), tr("Add image"), this))
    , m_send(primaryButton(tr("Send"), this))
    , m_stop(new QPushButton(lineIcon(QStringLiteral("stop")), tr("Stop"), this))
{
    m_prompt->setObjectName(QStringLiteral("playgroundPrompt"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setPlaceholderText(
        tr("Ask all models the same. Ctrl+Enter sends; images can be pasted or dropped here."));
    m_prompt->setFixedHeight(promptHeight);
    m_problem->setObjectName(QStringLiteral("playgroundImageProblem"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_open->setObjectName(QStringLiteral("playgroundImageButton"));
    m_send->setObjectName(QStringLiteral("playgroundSendButton"));
    m_send->setToolTip(tr("Send to all models (Ctrl+Enter)"));
    m_stop->setObjectName(QStringLiteral("playgroundStopButton"));
    m_stop->setToolTip(tr("Stop all answers (Esc)"));
    build();
    connect(m_prompt, &PromptEdit::imagePasted, this, &PromptComposer::addImage);
    connect(m_prompt, &PromptEdit::filesDropped, this, [this](const QStringList &paths) {
        for (const QString &path : paths) {
            addFile(path);
        }
    });
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &PromptComposer::textChanged);
    connect(m_open, &QPushButton::clicked, this, &PromptComposer::openFiles);
    connect(m_send, &QPushButton::clicked, this, &PromptComposer::sendClicked);
    connect(m_stop, &QPushButton::clicked, this, &PromptComposer::stopClicked);
    say({});
    setRunning(false);
}

void PromptComposer::build()
{
    m_thumbnails->setContentsMargins(0, 0, 0, 0);
    m_thumbnails->setSpacing(grid::unit);
    m_thumbnails->addStretch(1);
    m_strip->hide();
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    actions->addWidget(m_open);
    actions->addStretch(1);
    actions->addWidget(m_stop);
    actions->addWidget(m_send);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_strip);
    layout->addWidget(m_prompt);
    layout->addWidget(m_problem);
    layout->addLayout(actions);
}

ChatMessage PromptComposer::message() const
{
    return {.role = ChatMessage::Role::User, .text = text().trimmed(), .images = m_images};
}

QString PromptComposer::text() const
{
    return m_prompt->toPlainText();
}

void PromptComposer::setText(const QString &text)
{
    m_prompt->setPlainText(text);
    m_prompt->moveCursor(QTextCursor::End);
}

void PromptComposer::setImages(const QStringList &images)
{
    if (images == m_images) {
        return;
    }
    removeImages();
    say({});
    for (const QString &image : images) {
        const QByteArray base64 = image.sliced(image.indexOf(u',') + 1).toLatin1();
        addBytes(QByteArray::fromBase64(base64), tr("Image %1").arg(m_images.size() + 1));
    }
}

void PromptComposer::clear()
{
    m_prompt->clear();
    removeImages();
    say({});
}

void PromptComposer::removeImages()
{
    while (m_thumbnails->count() > 1) {
        removeImage(m_thumbnails->itemAt(0)->widget());
    }
}

void PromptComposer::focusPrompt()
{
    m_prompt->setFocus();
}

void PromptComposer::setRunning(bool isRunning)
{
    const bool hadFocus = m_send->hasFocus() || m_stop->hasFocus();
    m_send->setVisible(!isRunning);
    m_stop->setVisible(isRunning);
    if (hadFocus) {
        (isRunning ? m_stop : m_send)->setFocus();
    }
}

void PromptComposer::openFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Add image"), {}, tr("Images (*.png *.jpg *.jpeg *.gif *.webp)"));
    for (const QString &path : paths) {
        addFile(path);
    }
}

void PromptComposer::addFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        say(tr("%1 cannot be read. Choose another file.").arg(name));
        return;
    }
    if (file.size() > largestImage) {
        say(tr("%1 is larger than %2. Choose a smaller image.").arg(name, words::bytes(largestImage)));
        return;
    }
    addBytes(file.readAll(), name);
}

void PromptComposer::addImage(const QImage &image)
{
    QBuffer buffer;
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
        say(tr("The clipboard holds no image that can be sent."));
        return;
    }
    addBytes(buffer.data(), tr("Pasted image"));
}

void PromptComposer::addBytes(const QByteArray &bytes, const QString &name)
{
    const QString type = QMimeDatabase().mimeTypeForData(bytes).name();
    if (!isPicture(type)) {
        say(tr("%1 is no image that models take. Choose a PNG, JPEG, GIF or WebP file.").arg(name));
        return;
    }
    if (m_images.size() >= mostImages) {
        say(tr("A message holds %n image(s) at most.", nullptr, static_cast<int>(mostImages)));
        return;
    }
    m_images.append(QStringLiteral("data:%1;base64,").arg(type) + QString::fromLatin1(bytes.toBase64()));
    say({});
    addThumbnail(bytes, name);
    Q_EMIT imagesChanged();
}

void PromptComposer::addThumbnail(const QByteArray &bytes, const QString &name)
{
    auto *const button = new QToolButton(m_strip);
    const QPixmap picture = thumbnailOf(bytes);
    button->setIcon(QIcon(picture));
    button->setIconSize(picture.deviceIndependentSize().toSize());
    button->setFixedSize(thumbnailWithButton, thumbnailWithButton);
    button->setObjectName(QStringLiteral("playgroundImage%1").arg(m_images.size()));
    button->setAccessibleName(tr("Remove %1").arg(name));
    button->setToolTip(tr("%1. Click to remove it.").arg(name));
    connect(button, &QToolButton::clicked, this, [this, button] { removeImage(button); });
    m_thumbnails->insertWidget(m_thumbnails->count() - 1, button);
    m_strip->show();
}

void PromptComposer::removeImage(QWidget *thumbnail)
{
    const int place = m_thumbnails->indexOf(thumbnail);
    if (place < 0 || place >= m_images.size()) {
        return;
    }
    m_images.removeAt(place);
    m_thumbnails->removeWidget(thumbnail);
    thumbnail->hide();
    thumbnail->deleteLater();
    m_strip->setVisible(!m_images.isEmpty());
    Q_EMIT imagesChanged();
}

void PromptComposer::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace nexus
