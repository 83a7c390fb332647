// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/snippetcard.h"

#include "ui/models/modelnames.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QTabBar>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int mostLines = 14;
constexpr int modelWidth = 220;

} // namespace

SnippetCard::SnippetCard(GatewayHost &host, QWidget *parent)
    : QFrame(parent)
    , m_host(host)
    , m_tabs(new QTabBar(this))
    , m_models(new QComboBox(this))
    , m_code(new CodeView(CodeLanguage::Python, this))
{
    setProperty("look", QStringLiteral("card"));
    m_tabs->setObjectName(QStringLiteral("snippetTabs"));
    m_tabs->setAccessibleName(tr("Connect with"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const SnippetKind kind : snippetKinds()) {
        m_tabs->addTab(snippetTitle(kind));
    }
    m_models->setObjectName(QStringLiteral("snippetModel"));
    m_models->setAccessibleName(tr("Model in the lines"));
    m_models->setMaximumWidth(modelWidth);
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_code->setObjectName(QStringLiteral("snippetCode"));
    m_code->setAccessibleName(tr("Lines to copy"));
    auto *const copy = new CopyButton(
        tr("Copy"), [this] { return text(); }, this);
    copy->setObjectName(QStringLiteral("snippetCopy"));
    auto *const head = new QHBoxLayout;
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_models, 1);
    head->addWidget(copy);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, grid::unit, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_code);
    connect(m_tabs, &QTabBar::currentChanged, this, &SnippetCard::show);
    connect(m_models, &QComboBox::currentIndexChanged, this, &SnippetCard::show);
    connect(&host, &GatewayHost::stateChanged, this, &SnippetCard::show);
    connect(&host, &GatewayHost::configApplied, this, &SnippetCard::fillModels);
    connect(&host, &GatewayHost::stateChanged, this, &SnippetCard::fillModels);
    connect(&host.gateway().catalog(), &ModelCatalog::changed, this, &SnippetCard::fillModels);
    fillModels();
}

void SnippetCard::fillModels()
{
    QStringList names = listedModels(m_host);
    if (names.isEmpty()) {
        // It always answers.
        names.append(QStringLiteral("demo/echo"));
    }
    const QString before = m_models->currentText();
    const QSignalBlocker blocker(m_models);
    m_models->clear();
    m_models->addItems(names);
    m_models->setCurrentIndex(std::max(0, static_cast<int>(names.indexOf(before))));
    show();
}

QString SnippetCard::text() const
{
    const SnippetKind kind = snippetKinds().at(static_cast<std::size_t>(std::max(0, m_tabs->currentIndex())));
    const QUrl address = m_host.address();
    return snippet(kind, address.isEmpty() ? QUrl(QStringLiteral("http://127.0.0.1:8000")) : address,
        m_models->currentText(), address.scheme() == QLatin1String("https"));
}

void SnippetCard::show()
{
    m_code->setLanguage(
        languageOf(snippetKinds().at(static_cast<std::size_t>(std::max(0, m_tabs->currentIndex())))));
    m_code->setPlainText(text().trimmed());
    m_code->fitTo(mostLines);
}

} // namespace nexus
