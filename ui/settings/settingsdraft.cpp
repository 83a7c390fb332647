// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdraft.h"

#include "ui/models/configdesk.h"
#include "ui/settings/fileproblem.h"

namespace nexus {

namespace {

using namespace std::chrono_literals;

} // namespace

SettingsDraft::SettingsDraft(ConfigDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(settingsCatalog())
{
    m_judgeSoon.setSingleShot(true);
    m_judgeSoon.setInterval(200ms);
    connect(&m_judgeSoon, &QTimer::timeout, this, [this] {
        judge();
        Q_EMIT changed();
    });
    connect(&desk, &ConfigDesk::changed, this, &SettingsDraft::load);
    load();
}

QString SettingsDraft::value(const SettingSpec &spec) const
{
    for (const auto &[key, text] : m_wanted) {
        if (key == spec.dotted()) {
            return text;
        }
    }
    return saved(spec);
}

void SettingsDraft::set(const SettingSpec &spec, const QString &text)
{
    const QString key = spec.dotted();
    std::erase_if(m_wanted, [&key](const auto &wanted) { return wanted.first == key; });
    const QString before = saved(spec);
    const bool isSame = text == before || (before.isEmpty() && text == spec.defaultText());
    if (!isSame) {
        m_wanted.emplace_back(key, text);
    }
    m_judgeSoon.start();
    Q_EMIT changed();
}

void SettingsDraft::discard()
{
    m_wanted.clear();
    judge();
    Q_EMIT changed();
}

bool SettingsDraft::canSave() const
{
    return !m_wanted.empty() && !m_judgeSoon.isActive() && m_problems.isEmpty() && !m_otherProblem;
}

bool SettingsDraft::needsRestart() const
{
    return std::ranges::any_of(m_wanted, [this](const auto &wanted) {
        const SettingSpec &setting = *spec(wanted.first);
        return setting.needsRestart || !overrideOf(setting).isEmpty();
    });
}

QString SettingsDraft::overrideOf(const SettingSpec &spec) const
{
    const std::optional<ListenAddress> &listen = m_desk.host().overrides().listen;
    if (!listen || spec.dotted() != QLatin1String("server.listen_address")) {
        return {};
    }
    const QString variable = QStringLiteral("NEXUS_LISTEN_ADDRESS");
    const QString said = m_desk.host().environment().text(variable);
    const Result<ListenAddress> ofEnvironment = parseListenAddress(said);
    return ofEnvironment && *ofEnvironment == *listen ? variable + u'=' + said
                                                      : QStringLiteral("-l ") + formatListenAddress(*listen);
}

Result<void> SettingsDraft::save()
{
    Result<void> applied = m_desk.apply([this](const ConfigText &text) { return edited(text); });
    if (applied) {
        m_wanted.clear();
        load();
    }
    return applied;
}

void SettingsDraft::load()
{
    const Result<ConfigText> text = m_desk.text();
    m_text = text ? std::optional(*text) : std::nullopt;
    std::erase_if(
        m_wanted, [this](const auto &wanted) { return saved(*spec(wanted.first)) == wanted.second; });
    judge();
    if (!text) {
        m_otherProblem = text.error();
    }
    Q_EMIT changed();
}

void SettingsDraft::judge()
{
    m_judgeSoon.stop();
    m_problems.clear();
    m_hunks.clear();
    if (!m_text) {
        return; // the problem of the file stays
    }
    m_otherProblem.reset();
    if (m_wanted.empty()) {
        return;
    }
    const Result<ConfigText> after = edited(*m_text);
    if (!after) {
        judgeAlone(after.error(), *m_text);
        return;
    }
    const ConfigPreview preview = m_desk.preview(after->bytes());
    m_hunks = preview.hunks;
    if (!preview.config) {
        judgeAlone(preview.config.error(), *after);
    }
}

// The reader tells of one mistake; each wanted key may have one of its own. \a text is what \a whole is
// about.
void SettingsDraft::judgeAlone(const Error &whole, const ConfigText &text)
{
    const FileProblem place = fileProblem(whole);
    for (const auto &[key, wanted] : m_wanted) {
        const SettingSpec &setting = *spec(key);
        const TomlValue *const value = text.find(setting.path());
        if (value && !wanted.isEmpty() && value->at.line == place.line) {
            m_problems.insert(key, place.message);
            continue;
        }
        const Result<ConfigText> alone = withSetting(*m_text, setting, wanted);
        if (!alone) {
            m_problems.insert(key, alone.error().message);
            continue;
        }
        const ConfigPreview preview = m_desk.preview(alone->bytes());
        const TomlValue *const own = alone->find(setting.path());
        if (preview.config || !own) {
            continue;
        }
        if (const FileProblem problem = fileProblem(preview.config.error()); problem.line == own->at.line) {
            m_problems.insert(key, problem.message);
        }
    }
    if (m_problems.isEmpty()) {
        m_otherProblem = whole;
    }
}

QString SettingsDraft::saved(const SettingSpec &spec) const
{
    const TomlValue *const value = m_text ? m_text->find(spec.path()) : nullptr;
    return value ? settingText(*value) : QString();
}

const SettingSpec *SettingsDraft::spec(const QString &key) const
{
    // Keys come from the catalog alone.
    return &*std::ranges::find(m_catalog, key, &SettingSpec::dotted);
}

Result<ConfigText> SettingsDraft::edited(ConfigText text) const
{
    for (const auto &[key, wanted] : m_wanted) {
        Result<ConfigText> next = withSetting(text, *spec(key), wanted);
        if (!next) {
            return next;
        }
        text = std::move(*next);
    }
    return text;
}

} // namespace nexus
