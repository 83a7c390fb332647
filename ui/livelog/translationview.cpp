// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/translationview.h"

#include "ui/livelog/factsview.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace nexus {

namespace {

QString signOf(TranslationMark::Kind kind)
{
    switch (kind) {
    case TranslationMark::Kind::Dropped:
        return QStringLiteral("- ");
    case TranslationMark::Kind::Defaulted:
    case TranslationMark::Kind::Added:
        return QStringLiteral("+ ");
    case TranslationMark::Kind::Renamed:
    case TranslationMark::Kind::Changed:
    case TranslationMark::Kind::Elsewhere:
        break;
    }
    return QStringLiteral("~ ");
}

Tone groundOf(TranslationMark::Kind kind)
{
    switch (kind) {
    case TranslationMark::Kind::Dropped:
        return Tone::BadGround;
    case TranslationMark::Kind::Defaulted:
    case TranslationMark::Kind::Added:
        return Tone::GoodGround;
    case TranslationMark::Kind::Renamed:
    case TranslationMark::Kind::Changed:
    case TranslationMark::Kind::Elsewhere:
        break;
    }
    return Tone::WarnGround;
}

} // namespace

TranslationView::TranslationView(QWidget *parent)
    : QWidget(parent)
    , m_facts(new FactsView(QStringLiteral("logTranslation"), false, this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("logTranslationPane"));
    m_facts->setAccessibleName(tr("What became of each field"));
    m_client = makeSide(QStringLiteral("logTranslationClient"));
    m_sent = makeSide(QStringLiteral("logTranslationSent"));
    m_sides->setObjectName(QStringLiteral("logTranslationSides"));
    m_sides->setChildrenCollapsible(false);
    auto *const both = new QSplitter(Qt::Vertical, this);
    both->setChildrenCollapsible(false);
    both->addWidget(m_facts);
    both->addWidget(m_sides);
    // The words stand beside the lines as well.
    both->setStretchFactor(0, 0);
    both->setStretchFactor(1, 1);
    both->setSizes({10 * grid::unit, 40 * grid::unit});
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(both);
    m_sides->hide();
}

TranslationView::Side TranslationView::makeSide(const QString &name)
{
    auto *const pane = new QWidget(m_sides);
    Side side {.title = dimLabel({}, pane), .code = new CodeView(CodeLanguage::JsonText, pane), .text = {}};
    side.code->setObjectName(name);
    auto *const layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(side.title);
    layout->addWidget(side.code, 1);
    m_sides->addWidget(pane);
    return side;
}

void TranslationView::setDossier(
    const RequestDossier &dossier, const std::optional<ProviderDialect> &provider)
{
    m_facts->setFacts(translationFacts(dossier, provider));
    const bool hasSent = dossier.kept && !dossier.kept->bodies.sent.isEmpty();
    m_sides->setVisible(hasSent);
    if (!hasSent) {
        return;
    }
    const RecordedBodies &bodies = dossier.kept->bodies;
    const std::vector<TranslationMark> marks = dossierMarks(dossier).value_or(std::vector<TranslationMark>());
    m_client.title->setText(tr("From the client: %1").arg(dialectName(dossier.line.dialect)));
    m_sent.title->setText(
        tr("Sent to %1: %2")
            .arg(dossier.line.provider, provider ? dialectName(*provider) : QStringLiteral("?")));
    show(m_client, markedText(bodies.prompt, marks, TranslationSide::Client), TranslationSide::Client);
    show(m_sent, markedText(bodies.sent, marks, TranslationSide::Sent), TranslationSide::Sent);
}

// The same again keeps the place to which it is scrolled.
void TranslationView::show(Side &side, const MarkedText &text, TranslationSide which)
{
    side.code->setAccessibleName(side.title->text());
    if (side.text == text) {
        return;
    }
    side.text = text;
    QStringList lines;
    for (qsizetype i = 0; i < text.lines.size(); ++i) {
        const auto &mark = text.marks.at(static_cast<std::size_t>(i));
        lines.append(mark
                ? signOf(mark->kind) + text.lines.at(i) + QStringLiteral("  ← ") + markWord(*mark, which)
                : QStringLiteral("  ") + text.lines.at(i));
    }
    side.code->setPlainText(lines.join(QLatin1Char('\n')));
    paintGrounds(side);
}

void TranslationView::paintGrounds(const Side &side)
{
    QList<QTextEdit::ExtraSelection> grounds;
    QTextBlock block = side.code->document()->firstBlock();
    for (const auto &mark : side.text.marks) {
        if (mark) {
            QTextEdit::ExtraSelection ground;
            ground.cursor = QTextCursor(block);
            ground.format.setProperty(QTextFormat::FullWidthSelection, true);
            ground.format.setBackground(toneColor(groundOf(mark->kind), palette()));
            grounds.append(ground);
        }
        block = block.next();
    }
    side.code->setExtraSelections(grounds);
}

void TranslationView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_client.code != nullptr && m_sent.code != nullptr) {
        paintGrounds(m_client);
        paintGrounds(m_sent);
    }
}

} // namespace nexus
