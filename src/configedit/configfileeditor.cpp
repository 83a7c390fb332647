// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/configfileeditor.h"

#include "config/tomldocument.h"
#include "configedit/filewriting.h"

#include <QFile>
#include <QFileInfo>

namespace nexus {

namespace {

constexpr qint64 MAX_FILE = 1024 * 1024; // what the reader takes
constexpr std::size_t MAX_STEPS = 50;

Error unreadable(const QString &path, const QString &why)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1 cannot be read: %2.").arg(path, why),
        .detail = {}};
}

tl::unexpected<std::variant<Error, SaveConflict>> refusal(std::variant<Error, SaveConflict> why)
{
    return tl::unexpected(std::move(why));
}

// What is no TOML cannot be read again, nor edited by the console.
Result<void> checkToml(const QString &path, const QByteArray &text)
{
    const auto root = parseToml(text);
    if (root) {
        return {};
    }
    const TomlProblem &problem = root.error();
    return failure({.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1:%2:%3: %4")
                       .arg(path)
                       .arg(problem.at.line)
                       .arg(problem.at.column)
                       .arg(problem.message),
        .detail = {}});
}

} // namespace

ConfigFileEditor::ConfigFileEditor(Check check, QObject *parent)
    : QObject(parent)
    , m_check(std::move(check))
{ }

Result<ConfigFileEditor::FileText> ConfigFileEditor::readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return FileText {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(unreadable(path, file.errorString()));
    }
    // One byte more, so that a file that is too large is noticed and never held whole.
    FileText result {.exists = true, .text = file.read(MAX_FILE + 1)};
    if (file.error() != QFile::NoError) {
        return failure(unreadable(path, file.errorString()));
    }
    if (result.text.size() > MAX_FILE) {
        return failure(unreadable(path, QStringLiteral("it is larger than 1 MiB")));
    }
    return result;
}

Result<void> ConfigFileEditor::open(const QString &path)
{
    Result<FileText> file = readFile(path);
    if (!file) {
        return failure(file.error());
    }
    if (path != m_path) {
        m_steps.clear();
        m_path = path;
    }
    setBase(std::move(*file));
    return {};
}

void ConfigFileEditor::setBase(FileText base)
{
    if (base != m_base) {
        m_base = std::move(base);
        Q_EMIT baseChanged();
    }
}

ConfigPreview ConfigFileEditor::preview(const QByteArray &text) const
{
    return {.hunks = diffHunks(m_base.text, text), .config = m_check(text, m_path)};
}

SaveConflict ConfigFileEditor::conflict(const QByteArray &theirs, const QByteArray &ours) const
{
    SaveConflict result {.base = m_base.text, .theirs = theirs, .ours = ours, .merged = std::nullopt};
    result.merged = mergeLines(result.base, theirs, ours);
    if (result.merged && !checkToml(m_path, *result.merged)) {
        result.merged.reset();
    }
    return result;
}

SaveOutcome ConfigFileEditor::write(const QByteArray &text)
{
    if (const Result<void> toml = checkToml(m_path, text); !toml) {
        return refusal(toml.error());
    }
    const Result<FileText> file = readFile(m_path);
    if (!file) {
        return refusal(file.error());
    }
    if (*file != m_base) {
        return refusal(conflict(file->text, text));
    }
    // Nothing to do, and the backup is of more use as it is.
    if (m_base.exists && text == m_base.text) {
        return {};
    }
    std::optional<SaveConflict> late;
    const auto stillGood = [this, &text, &late]() -> Result<void> {
        const Result<FileText> now = readFile(m_path);
        if (now && *now != m_base) {
            late = conflict(now->text, text);
        }
        return now && !late ? Result<void>() : failure(now ? Error() : now.error());
    };
    const Result<void> done = exchangeFile({.path = m_path,
        .text = text,
        .former = m_base.exists ? std::optional(m_base.text) : std::nullopt,
        .stillGood = stillGood});
    if (late) {
        return refusal(*late);
    }
    if (!done) {
        return refusal(done.error());
    }
    return {};
}

SaveOutcome ConfigFileEditor::save(const QByteArray &text)
{
    SaveOutcome outcome = write(text);
    if (!outcome) {
        return outcome;
    }
    if (m_base.exists && m_base.text != text) {
        m_steps.push_back({.before = m_base.text, .after = text});
    }
    if (m_steps.size() > MAX_STEPS) {
        m_steps.erase(m_steps.begin());
    }
    setBase({.exists = true, .text = text});
    return outcome;
}

SaveOutcome ConfigFileEditor::undo()
{
    if (m_steps.empty()) {
        return {};
    }
    const Step step = m_steps.back();
    // Others may have written since then, and open() took it in.
    const std::optional<QByteArray> text = mergeLines(step.after, m_base.text, step.before);
    if (!text) {
        return refusal(SaveConflict {
            .base = step.after, .theirs = m_base.text, .ours = step.before, .merged = std::nullopt});
    }
    SaveOutcome outcome = write(*text);
    if (outcome) {
        m_steps.pop_back();
        setBase({.exists = true, .text = *text});
    }
    return outcome;
}

} // namespace nexus
