// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/advancedoptions.h"

#include "ui/playground/answerschema.h"
#include "ui/playground/chatdraft.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

namespace nexus {

namespace {

constexpr int stopHeight = 64;
constexpr int schemaHeight = 160;
constexpr QSize foldIcon {16, 16};

QString effortTitle(const QString &effort)
{
    if (effort == QLatin1String("minimal")) {
        return AdvancedOptions::tr("Minimal");
    }
    if (effort == QLatin1String("low")) {
        return AdvancedOptions::tr("Low");
    }
    return effort == QLatin1String("medium") ? AdvancedOptions::tr("Medium") : AdvancedOptions::tr("High");
}

} // namespace

AdvancedOptions::AdvancedOptions(QWidget *parent)
    : QWidget(parent)
    , m_fold(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_effort(new QComboBox(m_body))
    , m_stop(new QPlainTextEdit(m_body))
    , m_seed(new QSpinBox(m_body))
    , m_form(new QComboBox(m_body))
    , m_schema(new CodeView(CodeLanguage::JsonText, m_body))
    , m_schemaProblem(plainLabel({}, m_body))
{
    buildFold();
    buildFields();
    buildForm();
    auto *const fields = new QVBoxLayout(m_body);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(12);
    addField(fields, tr("Reasoning effort"), m_effort);
    addField(fields, tr("Stop sequences, one a line"), m_stop);
    addField(fields, tr("Seed"), m_seed);
    addField(fields, tr("Form of answers"), m_form);
    m_schemaLabel = addField(fields, tr("JSON schema"), m_schema);
    fields->addWidget(m_schemaProblem);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connect(m_effort, &QComboBox::currentIndexChanged, this, &AdvancedOptions::onChanged);
    connect(m_stop, &QPlainTextEdit::textChanged, this, &AdvancedOptions::onChanged);
    connect(m_seed, &QSpinBox::valueChanged, this, &AdvancedOptions::onChanged);
    connect(m_form, &QComboBox::currentIndexChanged, this, &AdvancedOptions::onChanged);
    connect(m_schema, &QPlainTextEdit::textChanged, this, &AdvancedOptions::onChanged);
    showForm();
    setOpen(false);
}

void AdvancedOptions::buildFold()
{
    m_fold->setObjectName(QStringLiteral("playgroundAdvanced"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setIconSize(foldIcon);
    m_fold->setCheckable(true);
    m_fold->setToolTip(tr("Reasoning effort, stop sequences, seed and form of answers"));
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        setOpen(isOpen);
        Q_EMIT openChanged(isOpen);
    });
}

void AdvancedOptions::buildFields()
{
    m_effort->setObjectName(QStringLiteral("playgroundEffort"));
    m_effort->setToolTip(tr("How long a model thinks before it answers. Not all models take it."));
    m_effort->addItem(tr("Default"));
    const QStringList efforts = reasoningEfforts();
    for (const QString &effort : efforts) {
        m_effort->addItem(effortTitle(effort), effort);
    }
    m_stop->setObjectName(QStringLiteral("playgroundStop"));
    m_stop->setTabChangesFocus(true);
    m_stop->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_stop->setFixedHeight(stopHeight);
    m_stop->setToolTip(tr("An answer ends before the first of them. Write \\n for a line break."));
    m_seed->setObjectName(QStringLiteral("playgroundSeed"));
    m_seed->setRange(-1, std::numeric_limits<int>::max());
    m_seed->setValue(-1);
    m_seed->setSpecialValueText(tr("Default"));
    m_seed->setAlignment(Qt::AlignRight);
    m_seed->setToolTip(tr("With the same seed, models that take it answer the same where they can."));
}

void AdvancedOptions::buildForm()
{
    m_form->setObjectName(QStringLiteral("playgroundForm"));
    m_form->addItem(tr("Text"), static_cast<int>(AnswerForm::Text));
    m_form->addItem(tr("JSON object"), static_cast<int>(AnswerForm::JsonObject));
    m_form->addItem(tr("JSON by a schema"), static_cast<int>(AnswerForm::JsonSchema));
    m_schema->setObjectName(QStringLiteral("playgroundSchema"));
    m_schema->setReadOnly(false);
    m_schema->setTextInteractionFlags(Qt::TextEditorInteraction);
    m_schema->setTabChangesFocus(true);
    m_schema->setPlaceholderText(
        QStringLiteral("{\"type\": \"object\",\n \"properties\": {\n  \"city\": {\"type\": \"string\"}}}"));
    m_schema->setFixedHeight(schemaHeight);
    m_schemaProblem->setObjectName(QStringLiteral("playgroundSchemaProblem"));
    setLook(m_schemaProblem, "look", QStringLiteral("bad"));
}

AnswerForm AdvancedOptions::form() const
{
    return static_cast<AnswerForm>(m_form->currentData().toInt());
}

AdvancedSettings AdvancedOptions::settings() const
{
    return {.effort = m_effort->currentData().toString(),
        .stop = stopSequencesOf(m_stop->toPlainText()),
        .seed = m_seed->value() < 0 ? std::nullopt : std::optional(m_seed->value()),
        .form = form(),
        .schema = m_schema->toPlainText()};
}

void AdvancedOptions::setSettings(const AdvancedSettings &settings)
{
    m_effort->setCurrentIndex(
        settings.effort.isEmpty() ? 0 : std::max(0, m_effort->findData(settings.effort)));
    m_stop->setPlainText(textOfStopSequences(settings.stop));
    m_seed->setValue(settings.seed.value_or(-1));
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(settings.form)));
    m_schema->setPlainText(settings.schema);
}

bool AdvancedOptions::check()
{
    if (form() != AnswerForm::JsonSchema) {
        return true;
    }
    const QString problem = problemOfSchema(m_schema->toPlainText());
    showProblem(problem);
    if (problem.isEmpty()) {
        return true;
    }
    m_fold->setChecked(true);
    m_schema->setFocus();
    return false;
}

bool AdvancedOptions::isOpen() const
{
    return m_fold->isChecked();
}

void AdvancedOptions::setOpen(bool isOpen)
{
    m_fold->setChecked(isOpen);
    m_fold->setIcon(lineIcon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_body->setVisible(isOpen);
    showCount();
}

int AdvancedOptions::openWidth() const
{
    return std::max(m_fold->sizeHint().width(), m_body->minimumSizeHint().width());
}

void AdvancedOptions::onChanged()
{
    showForm();
    showCount();
    Q_EMIT changed();
}

void AdvancedOptions::showCount()
{
    const AdvancedSettings now = settings();
    const int count = (now.effort.isEmpty() ? 0 : 1) + (now.stop.isEmpty() ? 0 : 1) + (now.seed ? 1 : 0)
        + (now.form == AnswerForm::Text ? 0 : 1);
    m_fold->setText(isOpen() || count == 0 ? tr("Advanced") : tr("Advanced, %n set", nullptr, count));
}

void AdvancedOptions::showForm()
{
    const bool hasSchema = form() == AnswerForm::JsonSchema;
    m_schemaLabel->setVisible(hasSchema);
    m_schema->setVisible(hasSchema);
    const QString schema = m_schema->toPlainText();
    // Nobody has done anything wrong before the first letter.
    showProblem(hasSchema && !schema.trimmed().isEmpty() ? problemOfSchema(schema) : QString());
}

void AdvancedOptions::showProblem(const QString &problem)
{
    m_schemaProblem->setText(problem);
    m_schemaProblem->setVisible(!problem.isEmpty());
}

} // namespace nexus
