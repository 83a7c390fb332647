// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/configtext.h"

#include "configedit/arrayrevision.h"
#include "configedit/insertion.h"
#include "configedit/removal.h"
#include "configedit/tomlchange.h"

#include <algorithm>

namespace nexus {

namespace {

using Kind = TomlValue::Kind;
using Replacements = std::vector<Replacement>;

Error invalid(const QString &message)
{
    return {.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}};
}

Error notThere(const KeyPath &path)
{
    return invalid(QStringLiteral("There is no %1.").arg(describePath(path)));
}

Error beyondReach(const KeyPath &path)
{
    return {.kind = ErrorKind::Internal,
        .message = QStringLiteral("The file is written in a way that %1 cannot be changed from here without "
                                  "touching other lines. Change it in the file.")
                       .arg(describePath(path)),
        .detail = {}};
}

const TomlValue *child(const TomlValue &parent, const QString &key)
{
    if (const TomlMember *member = parent.member(key)) {
        return &member->value;
    }
    bool isNumber = false;
    const qsizetype index = key.toLongLong(&isNumber);
    const bool isItem = isNumber && index >= 0 && index < static_cast<qsizetype>(parent.items.size())
        && QString::number(index) == key;
    return isItem ? &parent.items[static_cast<std::size_t>(index)] : nullptr;
}

bool hasDoubles(const std::vector<TomlMember> &members)
{
    return std::ranges::any_of(members, [&members](const TomlMember &member) {
        return std::ranges::count(members, member.key, &TomlMember::key) > 1;
    });
}

// Every place where the name at the end of `path` is written.
void collectNames(const std::vector<LayoutEntry> &entries, const KeyPath &path, std::vector<TextSpan> &out)
{
    for (const LayoutEntry &entry : entries) {
        for (const LayoutKey &key : entry.keys) {
            if (isBelow(entry.path, path) && key.depth == path.size() - 1) {
                out.push_back(key.span);
            }
        }
        collectNames(entry.members, path, out);
    }
}

std::vector<TextSpan> namesIn(const TomlLayout &layout, const KeyPath &path)
{
    std::vector<TextSpan> names;
    for (const LayoutSection &section : layout.sections) {
        for (const LayoutKey &key : section.keys) {
            if (isBelow(section.path, path) && key.depth == path.size() - 1) {
                names.push_back(key.span);
            }
        }
        collectNames(section.entries, path, names);
    }
    return names;
}

enum class Written { InPieces, AsEntry, AsMember };

// How what stands at `path` is written: below headers and dotted keys, as `key = value`, or inside such a
// value.
Written writtenAs(const QByteArray &text, const KeyPath &path)
{
    const std::optional<TomlLayout> layout = readLayout(text);
    if (!layout) {
        return Written::InPieces;
    }
    const LayoutEdit edit(text, *layout);
    if (!edit.entry(path)) {
        return Written::InPieces;
    }
    return edit.containerOf(path) ? Written::AsMember : Written::AsEntry;
}

// A value that is written in one piece gets another one in the same place.
Result<Replacements> exchange(
    const LayoutEdit &edit, const LayoutEntry &entry, const TomlValue &old, const TomlValue &now)
{
    const bool isArray = entry.form == LayoutEntry::Form::Array && now.kind == Kind::Array;
    const Result<QByteArray> text = isArray ? revisedArray(edit, entry, old, now) : writeToml(now);
    if (!text) {
        return failure(text.error());
    }
    return Replacements {{entry.value, *text}};
}

// What `make` does to the text, after it was read again.
template<typename Make>
Result<ConfigText> edited(const ConfigText &text, const TomlChange &change, const Make &make)
{
    const std::optional<TomlLayout> layout = readLayout(text.bytes());
    if (!layout) {
        return failure(beyondReach(change.path));
    }
    const LayoutEdit edit(text.bytes(), *layout);
    const Result<Replacements> replacements = make(edit);
    if (!replacements) {
        return failure(replacements.error());
    }
    Result<ConfigText> result = ConfigText::read(replaced(text.bytes(), *replacements));
    if (!result || !isExactChange(text.bytes(), result->bytes(), change)) {
        return failure(beyondReach(change.path));
    }
    return result;
}

} // namespace

ConfigText::ConfigText(QByteArray bytes, TomlValue root)
    : m_bytes(std::move(bytes))
    , m_root(std::move(root))
{ }

Result<ConfigText> ConfigText::read(const QByteArray &bytes)
{
    auto root = parseToml(bytes);
    if (!root) {
        const TomlProblem &problem = root.error();
        return failure(invalid(
            QStringLiteral("%1:%2: %3").arg(problem.at.line).arg(problem.at.column).arg(problem.message)));
    }
    return ConfigText(bytes, std::move(*root));
}

const TomlValue *ConfigText::find(const KeyPath &path) const
{
    const TomlValue *value = &m_root;
    for (const QString &key : path) {
        value = value ? child(*value, key) : nullptr;
    }
    return value;
}

Result<ConfigText> ConfigText::withValue(const KeyPath &path, const TomlValue &value) const
{
    const TomlValue *old = find(path);
    if (path.isEmpty() || (old && old->kind == Kind::Table && value.kind == Kind::Table)) {
        return value.kind == Kind::Table ? withTable(path, value.members)
                                         : failure(invalid(QStringLiteral("A file is a table.")));
    }
    if (old && sameValue(*old, value)) {
        return *this;
    }
    const TomlChange change {.kind = TomlChange::Kind::Set, .path = path, .value = value};
    if (old && writtenAs(m_bytes, path) == Written::InPieces) {
        return replacedBy(change, false);
    }
    return edited(*this, change, [&](const LayoutEdit &edit) {
        const LayoutEntry *entry = edit.entry(path);
        return entry ? exchange(edit, *entry, *old, value) : valueInsertion(edit, path, value);
    });
}

// For what is written in several places: takes it out and puts the other in.
Result<ConfigText> ConfigText::replacedBy(const TomlChange &change, bool hasHeader) const
{
    const Result<ConfigText> bare = without(change.path);
    if (!bare) {
        return bare;
    }
    Result<ConfigText> result = edited(*bare, change, [&](const LayoutEdit &edit) {
        return hasHeader ? tableInsertion(edit, change.path, change.value)
                         : valueInsertion(edit, change.path, change.value);
    });
    const bool isExact = result && isExactChange(m_bytes, result->bytes(), change);
    return !result || isExact ? result : failure(beyondReach(change.path));
}

// The table is there already: member by member.
Result<ConfigText> ConfigText::revised(const TomlChange &change) const
{
    const TomlValue table = *find(change.path);
    ConfigText text = *this;
    const auto take = [&text](Result<ConfigText> next) -> Result<void> {
        if (!next) {
            return failure(next.error());
        }
        text = std::move(*next);
        return {};
    };
    for (const TomlMember &member : change.value.members) {
        const KeyPath path = change.path + KeyPath(member.key);
        const bool isTable = member.value.kind == Kind::Table;
        const Result<void> done
            = take(isTable ? text.withTable(path, member.value.members) : text.withValue(path, member.value));
        if (!done) {
            return failure(done.error());
        }
    }
    for (const TomlMember &member : table.members) {
        if (change.value.member(member.key)) {
            continue;
        }
        if (const Result<void> done = take(text.without(change.path + KeyPath(member.key))); !done) {
            return failure(done.error());
        }
    }
    // Without a header of its own it is gone with its last member.
    if (change.value.members.empty() && !text.find(change.path)) {
        return text.withTable(change.path, {});
    }
    return isExactChange(m_bytes, text.m_bytes, change) ? Result<ConfigText>(text)
                                                        : failure(beyondReach(change.path));
}

Result<ConfigText> ConfigText::withTable(const KeyPath &path, const std::vector<TomlMember> &members) const
{
    const TomlChange change {.kind = TomlChange::Kind::Set, .path = path, .value = tomlTable(members)};
    if (hasDoubles(members)) {
        return failure(invalid(QStringLiteral("A name stands twice in %1.").arg(describePath(path))));
    }
    const TomlValue *old = find(path);
    if (old && old->kind == Kind::Table) {
        return sameValue(*old, change.value) ? Result<ConfigText>(*this) : revised(change);
    }
    if (!old) {
        return edited(
            *this, change, [&](const LayoutEdit &edit) { return tableInsertion(edit, path, change.value); });
    }
    if (writtenAs(m_bytes, path) != Written::AsMember) {
        return replacedBy(change, true);
    }
    return edited(*this, change,
        [&](const LayoutEdit &edit) { return exchange(edit, *edit.entry(path), *old, change.value); });
}

Result<ConfigText> ConfigText::without(const KeyPath &path, CommentAbove comment) const
{
    if (path.isEmpty() || !find(path)) {
        return failure(notThere(path));
    }
    const TomlChange change {.kind = TomlChange::Kind::Remove, .path = path};
    return edited(*this, change,
        [&](const LayoutEdit &edit) -> Result<Replacements> { return removal(edit, path, comment); });
}

Result<ConfigText> ConfigText::renamed(const KeyPath &path, const QString &newName) const
{
    if (path.isEmpty() || !find(path)) {
        return failure(notThere(path));
    }
    const KeyPath parent = path.first(path.size() - 1);
    if (path.last() == newName) {
        return *this;
    }
    if (find(parent)->member(newName)) {
        return failure(
            invalid(QStringLiteral("There is a %1 already.").arg(describePath(parent + KeyPath(newName)))));
    }
    if (!newName.isValidUtf16()) {
        return failure(invalid(QStringLiteral("The name holds half a character, which no file can.")));
    }
    const TomlChange change {.kind = TomlChange::Kind::Rename, .path = path, .name = newName};
    return edited(*this, change, [&](const LayoutEdit &edit) -> Result<Replacements> {
        Replacements replacements;
        for (const TextSpan &span : namesIn(edit.layout(), path)) {
            replacements.push_back({span, writeTomlKey(newName)});
        }
        return replacements;
    });
}

} // namespace nexus
