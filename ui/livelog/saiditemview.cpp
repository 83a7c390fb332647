// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/saiditemview.h"

#include "ui/models/words.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QFrame>
#include <QImageReader>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

using Kind = SaidItem::Kind;

constexpr qsizetype longestText = 40'000; // characters that a label lays out in no time
constexpr int mostCodeLines = 16;
constexpr QSize thumbnail {240, 160};
constexpr int mostPixels = 50'000'000; // so that a small file cannot become a large image

CodeView *codeOf(const QString &text, QWidget *parent)
{
    const bool isJson = text.startsWith(QLatin1Char('{')) || text.startsWith(QLatin1Char('['));
    auto *const view = new CodeView(isJson ? CodeLanguage::JsonText : CodeLanguage::Plain, parent);
    view->setPlainText(text);
    view->fitTo(mostCodeLines);
    return view;
}

QImage thumbnailOf(const QByteArray &data)
{
    QBuffer buffer;
    buffer.setData(data);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > mostPixels / std::max(1, size.height())) {
        return {};
    }
    reader.setScaledSize(size.boundedTo(size.scaled(thumbnail, Qt::KeepAspectRatio)));
    return reader.read();
}

QString mediaText(const SaidItem &item)
{
    const QString type = item.mediaType.isEmpty() ? SaidItemView::tr("File") : item.mediaType;
    if (!item.url.isEmpty()) {
        return SaidItemView::tr("%1 at %2").arg(type, item.url);
    }
    if (item.sha256.isEmpty()) {
        return SaidItemView::tr("%1, %2").arg(type, words::bytes(item.size));
    }
    if (!item.data.isEmpty()) {
        return SaidItemView::tr("%1, %2, in memory until Nexus ends").arg(type, words::bytes(item.size));
    }
    return SaidItemView::tr("%1, %2, not kept. SHA-256 %3")
        .arg(type, words::bytes(item.size), item.sha256.left(12) + QChar(0x2026));
}

} // namespace

SaidItemView::SaidItemView(const SaidItem &item, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    switch (item.kind) {
    case Kind::Text:
        addText(item.text, "plain");
        break;
    case Kind::Refusal:
        addText(item.text, "bad");
        break;
    case Kind::Reasoning: {
        QLabel *const thought = plainLabel(item.text.left(longestText), this);
        thought->setProperty("look", QStringLiteral("dim"));
        addFolded(QStringLiteral("clock"), tr("Reasoning"), thought);
        break;
    }
    case Kind::ToolCall:
    case Kind::ToolResult:
        addTool(item);
        break;
    case Kind::Media:
        addMedia(item);
        break;
    }
}

void SaidItemView::addText(const QString &text, const char *look)
{
    QLabel *const label = plainLabel(text.left(longestText), this);
    label->setProperty("look", QLatin1String(look));
    m_layout->addWidget(label);
    if (text.size() > longestText) {
        m_layout->addWidget(dimLabel(tr("%n more character(s) are under Request or Answer.", nullptr,
                                         static_cast<int>(text.size() - longestText)),
            this));
    }
}

void SaidItemView::addFolded(const QString &icon, const QString &title, QWidget *content)
{
    QFrame *const frame = card(this);
    auto *const inside = new QVBoxLayout(frame);
    inside->setContentsMargins(grid::unit, 4, grid::unit, 4);
    inside->setSpacing(4);
    auto *const head = new QHBoxLayout;
    auto *const fold = new QToolButton(frame);
    fold->setObjectName(QStringLiteral("logFold"));
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setText(title);
    fold->setIconSize(QSize(16, 16));
    fold->setCheckable(true);
    fold->setIcon(lineIcon(QStringLiteral("chevron-right")));
    auto *const drawing = new QLabel(frame);
    drawing->setPixmap(lineIcon(icon, Tone::Dim).pixmap(QSize(16, 16), devicePixelRatioF()));
    head->setSpacing(grid::unit);
    head->addWidget(fold);
    head->addStretch(1);
    head->addWidget(drawing);
    inside->addLayout(head);
    content->setParent(frame);
    content->hide();
    inside->addWidget(content);
    connect(fold, &QToolButton::toggled, content, [fold, content](bool isOpen) {
        content->setVisible(isOpen);
        fold->setIcon(lineIcon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    m_layout->addWidget(frame);
}

void SaidItemView::addTool(const SaidItem &item)
{
    QString title;
    if (item.kind == Kind::ToolResult) {
        title = item.name.isEmpty() ? tr("Result of a tool") : tr("Result of %1").arg(item.name);
    } else if (item.isError) {
        title = tr("%1 failed").arg(item.name);
    } else {
        title = item.hasResult ? item.name : tr("%1, no result yet").arg(item.name);
    }
    addFolded(item.isError ? QStringLiteral("error") : QStringLiteral("tool"), title, toolContent(item));
}

QWidget *SaidItemView::toolContent(const SaidItem &item)
{
    auto *const content = new QWidget(this);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    if (item.kind == Kind::ToolCall) {
        layout->addWidget(dimLabel(tr("Arguments"), content));
        layout->addWidget(codeOf(item.text, content));
    }
    if (item.hasResult) {
        layout->addWidget(dimLabel(item.isError ? tr("Error") : tr("Result"), content));
        layout->addWidget(codeOf(item.result, content));
    }
    return content;
}

void SaidItemView::addMedia(const SaidItem &item)
{
    const QImage image = item.data.isEmpty() ? QImage() : thumbnailOf(item.data);
    if (!image.isNull()) {
        auto *const picture = new QLabel(this);
        picture->setObjectName(QStringLiteral("logThumbnail"));
        picture->setPixmap(QPixmap::fromImage(image));
        picture->setAccessibleName(item.text.isEmpty() ? tr("Image") : item.text);
        m_layout->addWidget(picture);
    }
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    auto *const drawing = new QLabel(this);
    drawing->setPixmap(
        lineIcon(QStringLiteral("image"), Tone::Dim).pixmap(QSize(16, 16), devicePixelRatioF()));
    row->addWidget(drawing);
    QLabel *const words = plainLabel(mediaText(item), this);
    words->setProperty("look", QStringLiteral("dim"));
    words->setToolTip(item.sha256);
    row->addWidget(words, 1);
    m_layout->addLayout(row);
}

} // namespace nexus
