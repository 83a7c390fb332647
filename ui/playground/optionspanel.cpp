// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/optionspanel.h"

#include "ui/playground/advancedoptions.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int systemHeight = 112;
constexpr int toolsHeight = 112;
constexpr double temperatureStep = 0.1;
constexpr double topPStep = 0.05;
constexpr int tokenStep = 256;
constexpr int mostTokens = 1'000'000;

// One step below the least value stands for leaving the choice to the model.
std::optional<double> valueOf(const QDoubleSpinBox &box)
{
    return box.value() < 0 ? std::nullopt : std::optional(box.value());
}

void setValue(QDoubleSpinBox &box, const std::optional<double> &value)
{
    box.setValue(value.value_or(box.minimum()));
}

} // namespace

OptionsPanel::OptionsPanel(QWidget *parent)
    : QWidget(parent)
    , m_system(new QPlainTextEdit(this))
    , m_temperature(new QDoubleSpinBox(this))
    , m_topP(new QDoubleSpinBox(this))
    , m_maxTokens(new QSpinBox(this))
    , m_tools(new CodeView(CodeLanguage::JsonText, this))
    , m_toolsProblem(plainLabel({}, this))
    , m_advanced(new AdvancedOptions(this))
    , m_formatted(new QCheckBox(tr("Show answers as Markdown"), this))
    , m_token(new SecretField(this))
{
    m_system->setObjectName(QStringLiteral("playgroundSystem"));
    m_system->setTabChangesFocus(true);
    m_system->setPlaceholderText(tr("How the model should behave"));
    m_system->setFixedHeight(systemHeight);
    m_formatted->setObjectName(QStringLiteral("playgroundFormatted"));
    m_formatted->setChecked(true);
    m_token->setObjectName(QStringLiteral("playgroundToken"));
    m_token->setToolTip(tr("It is kept while this page is open and nowhere else."));
    buildNumbers();
    buildTools();
    build();
    connect(m_system, &QPlainTextEdit::textChanged, this, &OptionsPanel::changed);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &OptionsPanel::changed);
    connect(m_topP, &QDoubleSpinBox::valueChanged, this, &OptionsPanel::changed);
    connect(m_maxTokens, &QSpinBox::valueChanged, this, &OptionsPanel::changed);
    connect(m_tools, &QPlainTextEdit::textChanged, this, &OptionsPanel::changed);
    connect(m_advanced, &AdvancedOptions::changed, this, &OptionsPanel::changed);
    connect(m_advanced, &AdvancedOptions::openChanged, this, &OptionsPanel::advancedOpenChanged);
    connect(m_formatted, &QCheckBox::toggled, this, &OptionsPanel::formattedChanged);
}

void OptionsPanel::buildNumbers()
{
    m_temperature->setObjectName(QStringLiteral("playgroundTemperature"));
    m_temperature->setRange(-temperatureStep, 2);
    m_temperature->setSingleStep(temperatureStep);
    m_topP->setObjectName(QStringLiteral("playgroundTopP"));
    m_topP->setRange(-topPStep, 1);
    m_topP->setSingleStep(topPStep);
    for (QDoubleSpinBox *const box : {m_temperature, m_topP}) {
        box->setSpecialValueText(tr("Default"));
        box->setValue(box->minimum());
        box->setAlignment(Qt::AlignRight);
    }
    m_maxTokens->setObjectName(QStringLiteral("playgroundMaxTokens"));
    m_maxTokens->setRange(0, mostTokens);
    m_maxTokens->setSingleStep(tokenStep);
    m_maxTokens->setSpecialValueText(tr("Default"));
    m_maxTokens->setAlignment(Qt::AlignRight);
}

void OptionsPanel::buildTools()
{
    m_tools->setObjectName(QStringLiteral("playgroundTools"));
    m_tools->setReadOnly(false);
    m_tools->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_tools->setTabChangesFocus(true);
    m_tools->setPlaceholderText(QStringLiteral("[{\"type\": \"function\",\n  \"function\": {\"name\": …}}]"));
    m_tools->setFixedHeight(toolsHeight);
    m_toolsProblem->setObjectName(QStringLiteral("playgroundToolsProblem"));
    setLook(m_toolsProblem, "look", QStringLiteral("bad"));
    m_toolsProblem->hide();
    connect(m_tools, &QPlainTextEdit::textChanged, this, &OptionsPanel::checkTools);
}

void OptionsPanel::build()
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 0, grid::unit, 0);
    layout->setSpacing(12);
    addField(layout, tr("System prompt"), m_system);
    addField(layout, tr("Temperature"), m_temperature);
    addField(layout, tr("Most tokens of an answer"), m_maxTokens);
    addField(layout, tr("Top p"), m_topP);
    addField(layout, tr("Tools, as a JSON list"), m_tools);
    layout->addWidget(m_toolsProblem);
    layout->addWidget(m_advanced);
    m_tokenLabel = addField(layout, tr("Bearer token"), m_token);
    layout->addWidget(m_formatted);
    layout->addStretch(1);
    setNeedsToken(false);
}

ChatSettings OptionsPanel::settings() const
{
    return {.system = m_system->toPlainText(),
        .tools = m_tools->toPlainText(),
        .temperature = valueOf(*m_temperature),
        .topP = valueOf(*m_topP),
        .maxTokens = m_maxTokens->value() > 0 ? std::optional(m_maxTokens->value()) : std::nullopt,
        .advanced = m_advanced->settings()};
}

void OptionsPanel::fill(SavedPrompt &prompt) const
{
    const ChatSettings now = settings();
    prompt.system = now.system;
    prompt.tools = now.tools;
    prompt.temperature = now.temperature;
    prompt.topP = now.topP;
    prompt.maxTokens = now.maxTokens;
    prompt.advanced = now.advanced;
}

void OptionsPanel::setPrompt(const SavedPrompt &prompt)
{
    m_system->setPlainText(prompt.system);
    m_tools->setPlainText(prompt.tools);
    setValue(*m_temperature, prompt.temperature);
    setValue(*m_topP, prompt.topP);
    m_maxTokens->setValue(prompt.maxTokens.value_or(0));
    m_advanced->setSettings(prompt.advanced);
}

bool OptionsPanel::check()
{
    checkTools();
    if (problemOfTools(m_tools->toPlainText()).isEmpty()) {
        return m_advanced->check();
    }
    m_tools->setFocus();
    return false;
}

void OptionsPanel::checkTools()
{
    const QString problem = problemOfTools(m_tools->toPlainText());
    m_toolsProblem->setText(problem);
    m_toolsProblem->setVisible(!problem.isEmpty());
}

bool OptionsPanel::isFormatted() const
{
    return m_formatted->isChecked();
}

void OptionsPanel::setFormatted(bool isFormatted)
{
    m_formatted->setChecked(isFormatted);
}

bool OptionsPanel::isAdvancedOpen() const
{
    return m_advanced->isOpen();
}

void OptionsPanel::setAdvancedOpen(bool isOpen)
{
    m_advanced->setOpen(isOpen);
}

int OptionsPanel::neededWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    return std::max(minimumSizeHint().width(), m_advanced->openWidth() + margins.left() + margins.right());
}

void OptionsPanel::setNeedsToken(bool needsToken)
{
    m_tokenLabel->setVisible(needsToken);
    m_token->setVisible(needsToken);
}

QByteArray OptionsPanel::token() const
{
    return m_token->isHidden() ? QByteArray() : m_token->secret().reveal();
}

} // namespace nexus
