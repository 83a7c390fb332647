// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/connectionsection.h"

#include "ui/models/configdesk.h"
#include "ui/models/providerdraft.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/regionbox.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace nexus {

namespace {

// In the order of m_fields.
constexpr std::array<QString ProviderSettings::*, 11> TEXTS {&ProviderSettings::baseUrl,
    &ProviderSettings::region, &ProviderSettings::apiVersion, &ProviderSettings::modelFilter,
    &ProviderSettings::connect, &ProviderSettings::firstByte, &ProviderSettings::idle,
    &ProviderSettings::total, &ProviderSettings::maxAttempts, &ProviderSettings::baseDelay,
    &ProviderSettings::maxDelay};

// What stands there after the gateway has put a variable or a key in is for the gateway to judge.
bool isTemplate(const QString &text)
{
    return text.contains(QLatin1String("{{"));
}

// What stands beside a field is said with it.
void mark(QLineEdit *field, const QString &words, bool isBad)
{
    setLook(field, "state", isBad ? QStringLiteral("bad") : QString());
    field->setAccessibleDescription(words);
}

} // namespace

ConnectionSection::ConnectionSection(const ConsoleParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_facts(new QWidget(this))
    , m_edit(new QPushButton(tr("Edit"), this))
    , m_editHeaders(linkButton(tr("Edit headers in Settings"), m_facts))
    , m_editor(new QWidget(this))
    , m_nameField(new QLineEdit(m_editor))
    , m_regionBox(new RegionBox(m_editor))
    , m_versionProblem(dimLabel({}, m_editor))
    , m_filterHint(dimLabel({}, m_editor))
    , m_forward(new QCheckBox(tr("Use keys of clients"), m_editor))
    , m_forwardHint(dimLabel(
          tr("A key that a client sends as X-Provider-API-Key is used in place of the provider's own."),
          m_editor))
    , m_changed(new ChangedBar(QStringLiteral("providerEditChanged"), m_editor))
    , m_diff(new DiffView(m_editor))
    , m_problem(dimLabel({}, m_editor))
    , m_banner(new Banner(m_editor))
    , m_save(primaryButton(tr("Save"), m_editor))
    , m_cancel(new QPushButton(tr("Cancel"), m_editor))
{
    setProperty("look", QStringLiteral("card"));
    auto *const head = new QHBoxLayout;
    head->addWidget(sectionLabel(tr("Connection"), this), 1);
    head->addWidget(m_edit);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_editor);
    auto *const facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(grid::unit);
    makeFacts(facts);
    auto *const editor = new QVBoxLayout(m_editor);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->setSpacing(grid::unit + 4);
    makeFields(editor);
    makeFoot(editor);
    m_preview.setSingleShot(true);
    m_preview.setInterval(std::chrono::milliseconds(120));
    connect(&m_preview, &QTimer::timeout, this, &ConnectionSection::showPreview);
    connect(m_edit, &QPushButton::clicked, this, &ConnectionSection::edit);
    saveByKey(m_editor, [this] { onSave(); });
    connect(m_editHeaders, &QPushButton::clicked, this, &ConnectionSection::headersWanted);
    connect(&m_parts.config, &ConfigDesk::changed, this, &ConnectionSection::followFile);
    connect(m_changed, &ChangedBar::theirsWanted, this, [this] {
        fill(m_base.takeTheirs(typed()));
        showConflicts();
    });
    connect(m_changed, &ChangedBar::mineWanted, this, [this] {
        m_base.keepMine();
        showConflicts();
    });
    showEditor(false);
}

void ConnectionSection::setProvider(const QString &name)
{
    if (m_name != name) {
        if (isEditing() && provider() == nullptr) {
            Q_EMIT lost(
                tr("%1 was removed or renamed in the file by others. What was typed is gone.").arg(m_name));
        }
        m_name = name;
        showEditor(false);
    }
    showFacts();
    showRows();
}

void ConnectionSection::edit()
{
    const Result<ConfigText> text = m_parts.config.text();
    const ProviderConfig *const config = provider();
    if (!text || config == nullptr) {
        return;
    }
    const ProviderSettings now = settingsOf(*text, m_name);
    const std::array<QString, fieldCount> defaults = this->defaults(*config);
    m_base = FormBase(now);
    m_nameField->setText(m_name);
    for (std::size_t i = 0; i < fieldCount; ++i) {
        m_fields[i]->setPlaceholderText(defaults[i]);
    }
    fill(now);
    m_changed->ask({});
    showRows();
    m_banner->hide();
    showEditor(true);
    showPreview();
    m_nameField->setFocus();
    m_nameField->selectAll();
    // Once the fields have their places.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *widget = parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
            if (auto *const area = qobject_cast<QScrollArea *>(widget)) {
                area->ensureWidgetVisible(m_save);
                area->ensureWidgetVisible(m_nameField);
            }
        }
    });
}

void ConnectionSection::fill(const ProviderSettings &settings)
{
    for (std::size_t i = 0; i < fieldCount; ++i) {
        if (m_fields[i]->text().trimmed() != settings.*TEXTS[i]) {
            m_fields[i]->setText(settings.*TEXTS[i]);
        }
    }
    m_regionBox->setRegion(settings.region);
    m_forward->setChecked(settings.isTokenForwarded);
}

// Others may have made it a provider of another type.
void ConnectionSection::showRows()
{
    if (const ProviderConfig *const config = provider()) {
        m_type = config->type;
    }
    m_regionBox->setVisible(hasField(regionField));
    m_regionLabel->setVisible(hasField(regionField));
    m_fields[versionField]->setVisible(hasField(versionField));
    m_versionLabel->setVisible(hasField(versionField));
    m_forward->setVisible(hasField(forwardField));
    m_forwardHint->setVisible(hasField(forwardField));
    (void)showFieldProblems();
}

bool ConnectionSection::hasField(std::size_t field) const
{
    switch (field) {
    case regionField:
        return m_type == ProviderType::Bedrock;
    case versionField:
        return m_type == ProviderType::Azure;
    case forwardField:
        return m_type != ProviderType::Bedrock && m_type != ProviderType::Demo;
    default:
        return true;
    }
}

// What others have changed meanwhile is taken over or asked about.
void ConnectionSection::followFile()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!isEditing() || !text || !hasProvider(*text, m_name)) {
        return;
    }
    showRows();
    fill(m_base.follow(settingsOf(*text, m_name), typed()));
    showConflicts();
}

void ConnectionSection::showConflicts()
{
    const std::array<QString, titleCount> titles = fieldTitles();
    QStringList fields;
    for (const std::size_t place : m_base.conflicts()) {
        fields.append(titles.at(place));
    }
    m_changed->ask(fields);
    showPreview();
}

bool ConnectionSection::isEditing() const
{
    return m_editor->isVisibleTo(this);
}

void ConnectionSection::showEditor(bool isShown)
{
    m_facts->setVisible(!isShown);
    m_editor->setVisible(isShown);
    m_edit->setVisible(!isShown);
}

// What is not shown stays as it is in the file.
ProviderSettings ConnectionSection::typed() const
{
    ProviderSettings out = m_base.base();
    for (std::size_t i = 0; i < fieldCount; ++i) {
        if (hasField(i)) {
            out.*TEXTS[i] = m_fields[i]->text().trimmed();
        }
    }
    if (hasField(forwardField)) {
        out.isTokenForwarded = m_forward->isChecked();
    }
    return out;
}

Result<ConfigText> ConnectionSection::edited(const ConfigText &text) const
{
    const Result<ConfigText> out = withSettings(text, m_name, typed());
    const QString name = m_nameField->text().trimmed();
    return !out || name == m_name ? out : withProviderRenamed(*out, m_name, name);
}

QString ConnectionSection::problem() const
{
    QStringList taken;
    if (const ConfigSnapshot config = m_parts.host.config()) {
        for (const ProviderConfig &other : config->llm.providers) {
            if (other.name != m_name) {
                taken.append(other.name);
            }
        }
    }
    if (QString text = nameProblem(m_nameField->text().trimmed(), taken); !text.isEmpty()) {
        return text;
    }
    const ProviderSettings now = typed();
    const bool isOwnAddress = !now.baseUrl.isEmpty() && !isTemplate(now.baseUrl);
    const QString address = isOwnAddress ? addressProblem(now.baseUrl) : QString();
    return address.isEmpty() && !isTemplate(now.region) ? regionProblem(now.region) : address;
}

// Says beside its field what is wrong with it. Whether all are fine.
bool ConnectionSection::showFieldProblems()
{
    const ProviderSettings now = typed();
    const QString version = hasField(versionField) && !isTemplate(now.apiVersion)
        ? apiVersionProblem(now.apiVersion)
        : QString();
    const QString filter = isTemplate(now.modelFilter) ? QString() : modelFilterProblem(now.modelFilter);
    m_versionProblem->setText(version);
    m_versionProblem->setVisible(!version.isEmpty());
    m_filterHint->setText(filter.isEmpty() ? filterHint() : filter);
    setLook(m_filterHint, "look", filter.isEmpty() ? QStringLiteral("dim") : QStringLiteral("bad"));
    mark(m_fields[versionField], version, !version.isEmpty());
    mark(m_fields[filterField], m_filterHint->text(), !filter.isEmpty());
    return version.isEmpty() && filter.isEmpty();
}

void ConnectionSection::onChanged()
{
    m_problem->setText(problem());
    (void)showFieldProblems();
    m_preview.start();
}

void ConnectionSection::showPreview()
{
    m_preview.stop();
    const Result<ConfigText> before = m_parts.config.text();
    const Result<ConfigText> after = before ? edited(*before) : before;
    const bool isWhole = showFieldProblems();
    if (!after) {
        m_problem->setText(after.error().message);
        m_save->setEnabled(false);
        return;
    }
    const ConfigPreview preview = m_parts.config.preview(after->bytes());
    QString trouble = hasProvider(*before, m_name)
        ? problem()
        : tr("It is not in the file any more: others have removed or renamed it.");
    if (trouble.isEmpty() && isWhole && !preview.config) {
        trouble = preview.config.error().message;
    }
    m_problem->setText(trouble);
    m_diff->setHunks(preview.hunks);
    m_diff->setVisible(!preview.hunks.empty());
    m_save->setEnabled(trouble.isEmpty() && isWhole && !preview.hunks.empty() && !m_base.isAsking());
}

void ConnectionSection::onSave()
{
    followFile(); // its change may not have been noticed yet
    showPreview();
    if (!m_save->isEnabled()) {
        return;
    }
    const QString from = m_name;
    const QString to = m_nameField->text().trimmed();
    const Result<void> written
        = m_parts.config.apply([this](const ConfigText &text) { return edited(text); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return;
    }
    showEditor(false);
    if (from != to) {
        Q_EMIT renamed(from, to);
    }
}

const ProviderConfig *ConnectionSection::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

} // namespace nexus
