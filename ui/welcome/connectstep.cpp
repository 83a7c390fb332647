// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/connectstep.h"

// Before what knows nexus::Json, which one of its languages is called too.
#include "ui/widgets/codeview.h"

#include "service/gatewayhost.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>

namespace nexus {

namespace {

constexpr int shownLines = 14;

} // namespace

ConnectStep::ConnectStep(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_kinds(new QTabBar(this))
    , m_code(new CodeView(CodeLanguage::Python, this))
    , m_copy(new CopyButton(
          tr("Copy"), [this] { return text(); }, this))
    , m_done(primaryButton(tr("Done"), this))
{
    m_kinds->setObjectName(QStringLiteral("welcomeSnippetTabs"));
    m_kinds->setAccessibleName(tr("Language"));
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    for (const SnippetKind kind : snippetKinds()) {
        m_kinds->addTab(snippetTitle(kind));
    }
    m_code->setObjectName(QStringLiteral("welcomeSnippet"));
    m_code->setAccessibleName(tr("Lines to copy"));
    m_copy->setObjectName(QStringLiteral("welcomeCopyButton"));
    m_done->setObjectName(QStringLiteral("welcomeDoneButton"));
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    actions->addWidget(m_done);
    actions->addWidget(m_copy);
    actions->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(dimLabel(
        tr("Your program talks to Nexus as it would to OpenAI or Anthropic. It needs no key of its own."),
        this));
    layout->addWidget(m_kinds);
    layout->addWidget(m_code);
    layout->addLayout(actions);
    connect(m_kinds, &QTabBar::currentChanged, this, &ConnectStep::showSnippet);
    connect(m_copy, &CopyButton::copied, this, &ConnectStep::copied);
    connect(m_done, &QPushButton::clicked, this, &ConnectStep::doneClicked);
    connect(&m_parts.host, &GatewayHost::stateChanged, this, &ConnectStep::showSnippet);
    showSnippet();
}

void ConnectStep::setModel(const QString &model)
{
    m_model = model;
    showSnippet();
}

SnippetKind ConnectStep::kind() const
{
    return snippetKinds().at(static_cast<std::size_t>(std::max(0, m_kinds->currentIndex())));
}

QString ConnectStep::text() const
{
    const QUrl address = m_parts.host.address();
    const QString model = m_model.isEmpty() ? QStringLiteral("demo/echo") : m_model;
    return snippet(kind(), address.isEmpty() ? QUrl(QStringLiteral("http://127.0.0.1:8000")) : address, model,
        m_parts.host.gateway().isTls());
}

void ConnectStep::showSnippet()
{
    m_code->setLanguage(languageOf(kind()));
    m_code->setPlainText(text().trimmed());
    m_code->fitTo(shownLines);
}

} // namespace nexus
