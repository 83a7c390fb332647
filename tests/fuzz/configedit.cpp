// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/configtext.h"
#include "configedit/linediff.h"

#include <cstdlib>

using namespace nexus;

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

// Every way into a tree, tables and items included; not more than a few of a large one.
void collectPaths(const TomlValue &value, const KeyPath &path, std::vector<KeyPath> &out)
{
    constexpr std::size_t ENOUGH = 24;
    if (!path.isEmpty()) {
        out.push_back(path);
    }
    for (const TomlMember &member : value.members) {
        if (out.size() < ENOUGH) {
            collectPaths(member.value, path + KeyPath(member.key), out);
        }
    }
    for (std::size_t i = 0; i < value.items.size() && out.size() < ENOUGH; ++i) {
        collectPaths(value.items[i], path + KeyPath(QString::number(i)), out);
    }
}

// The differences are the change: they lead from one text to the other, and a merge with nothing is nothing.
void checkLines(const QByteArray &before, const QByteArray &after)
{
    require(mergeLines(before, before, after) == after);
    require(mergeLines(before, after, before) == after);
    require(mergeLines(before, after, after) == after);
    require(diffHunks(before, after).empty() == (before == after));
}

void checkSet(const ConfigText &text, const KeyPath &path, const TomlValue &value)
{
    const Result<ConfigText> changed = text.withValue(path, value);
    if (!changed) {
        return;
    }
    const TomlValue *found = changed->find(path);
    require(found && sameValue(*found, value));
    require(ConfigText::read(changed->bytes()).has_value());
    // A second time there is nothing to do.
    require(changed->withValue(path, value).value() == *changed);
    checkLines(text.bytes(), changed->bytes());
}

void checkRemoval(const ConfigText &text, const KeyPath &path, CommentAbove comment)
{
    const Result<ConfigText> changed = text.without(path, comment);
    if (!changed) {
        return;
    }
    // An item makes room for the next one.
    const TomlValue *parent = text.find(path.first(path.size() - 1));
    require(parent->kind == TomlValue::Kind::Array || !changed->find(path));
    require(changed->bytes().size() <= text.bytes().size() + 2);
    checkLines(text.bytes(), changed->bytes());
}

void checkName(const ConfigText &text, const KeyPath &path)
{
    const QString name = QStringLiteral("new name");
    const Result<ConfigText> changed = text.renamed(path, name);
    if (!changed) {
        return;
    }
    const KeyPath renamed = path.first(path.size() - 1) + KeyPath(name);
    require(!changed->find(path) && changed->find(renamed));
    require(changed->bytes().count('\n') == text.bytes().count('\n') || path.last().contains(u'\n'));
}

} // namespace

// Whatever the text: an edit is an error, or the tree has exactly that change and the text is TOML.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ConfigText> text = ConfigText::read(bytes);
    if (!text) {
        return 0;
    }
    std::vector<KeyPath> paths;
    collectPaths(text->root(), {}, paths);
    const TomlValue table
        = tomlTable({tomlMember(QStringLiteral("x y"), tomlStrings({QStringLiteral("a\"\n")}))});
    checkSet(*text, {QStringLiteral("added"), QStringLiteral("key")}, tomlInteger(1));
    for (const KeyPath &path : paths) {
        checkSet(*text, path, tomlString(QStringLiteral("\\ \t")));
        checkSet(*text, path, table);
        checkSet(*text, path + KeyPath(QStringLiteral("added")), tomlFloat(0.5));
        checkSet(*text, path + KeyPath({QStringLiteral("added"), QStringLiteral("deep")}), tomlBoolean(true));
        checkRemoval(*text, path, CommentAbove::Keep);
        checkRemoval(*text, path, CommentAbove::Remove);
        checkName(*text, path);
    }
    return 0;
}
