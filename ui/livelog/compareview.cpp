// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/compareview.h"

#include "ui/models/conversation.h"
#include "ui/models/requestcells.h"
#include "ui/models/words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

// What was said and which tools were asked for, as plain text.
QString answerText(const RequestDossier &dossier)
{
    if (!dossier.kept || dossier.kept->bodies.answer.isEmpty()) {
        return {};
    }
    const RequestLine &line = dossier.line;
    const Conversation conversation = readConversation(dossier.kept->bodies, line.dialect, line.isStream);
    QStringList parts;
    for (const Turn &turn : conversation.turns) {
        for (const SaidItem &item : turn.items) {
            if (!turn.isAnswer || item.kind == SaidItem::Kind::Reasoning) {
                continue;
            }
            parts.append(
                item.kind == SaidItem::Kind::ToolCall ? item.name + QLatin1Char(' ') + item.text : item.text);
        }
    }
    return parts.isEmpty() ? prettyAnswer(dossier.kept->bodies.answer, line.dialect, line.isStream)
                           : parts.join(QLatin1String("\n\n"));
}

QString figures(const RequestLine &line)
{
    const qint64 output = line.usage ? line.usage->output : 0;
    return CompareView::tr("%1 · first token %2 · %3 · %4")
        .arg(words::duration(line.duration), words::duration(line.firstByte),
            line.usage ? CompareView::tr("%n token(s) out", nullptr, static_cast<int>(output))
                       : words::unknown(),
            words::money(line.microDollars));
}

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent)
    , m_sides(new QHBoxLayout)
{
    auto *const head = new QHBoxLayout;
    head->addWidget(sectionLabel(tr("Two answers"), this), 1);
    QToolButton *const close = iconButton(QStringLiteral("cross"), tr("Close"), this);
    close->setObjectName(QStringLiteral("logCompareClose"));
    head->addWidget(close);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addLayout(m_sides, 1);
    m_sides->setSpacing(grid::margin);
    connect(close, &QToolButton::clicked, this, &CompareView::closed);
}

void CompareView::setDossiers(const RequestDossier &left, const RequestDossier &right)
{
    while (QLayoutItem *const item = m_sides->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_sides->addWidget(side(left, right, QStringLiteral("logCompareLeft")), 1);
    m_sides->addWidget(side(right, left, QStringLiteral("logCompareRight")), 1);
}

QWidget *CompareView::side(const RequestDossier &dossier, const RequestDossier &other, const QString &name)
{
    auto *const side = new QWidget(this);
    auto *const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(plainLabel(cells::route(dossier.line), side));
    layout->addWidget(dimLabel(figures(dossier.line), side));
    const bool isSamePrompt = dossier.kept && other.kept && !dossier.kept->bodies.prompt.isEmpty()
        && dossier.kept->bodies.prompt == other.kept->bodies.prompt;
    layout->addWidget(
        dimLabel(isSamePrompt ? tr("Both got the same prompt.") : tr("The prompts differ."), side));
    auto *const text = new QPlainTextEdit(side);
    text->setObjectName(name);
    text->setAccessibleName(cells::route(dossier.line));
    text->setReadOnly(true);
    const QString answer = answerText(dossier);
    text->setPlainText(answer.isEmpty() ? tr("The answer was not kept.") : answer);
    layout->addWidget(text, 1);
    return side;
}

} // namespace nexus
