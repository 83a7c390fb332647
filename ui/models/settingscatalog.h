// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "configedit/tomlvalues.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace nexus {

class ConfigText;

//! \brief Under which heading a setting stands.
enum class SettingGroup { Server, Access, Limits, Cache, Retries, Ledger, Telemetry, Console };

//! \brief How a setting is edited and written. All but Switch and Choice are edited as text.
enum class SettingKind {
    Switch, //!< `true` or `false`
    Number, //!< whole, with SettingSpec::more as its unit
    Decimal,
    NumberOrWord, //!< `4` or `"auto"`
    Duration, //!< `"10s"`
    Size, //!< `"32MiB"`
    Choice, //!< one of SettingSpec::more, parted by `|`
    Text,
    Secret, //!< a text that may hold a password
    List, //!< texts, edited with commas between them
    ListOrAny, //!< the same, or `"*"`
};

//! \brief One key of `nexus.toml` that people change by a form.
struct SettingSpec {
    const char *key; //!< dotted, such as `server.max_body_size`
    SettingGroup group;
    SettingKind kind;
    const char *fallback; //!< what holds without it, as it is edited; empty for nothing
    const char *name; //!< English, see label()
    const char *sense; //!< English, see help()
    const char *more = ""; //!< English, see SettingKind
    //! \brief What has to stand beside it: `enabled=false|…` in the same table, written along where missing.
    const char *beside = "";
    bool needsRestart = false;

    [[nodiscard]] QString dotted() const { return QString::fromLatin1(key); }
    [[nodiscard]] KeyPath path() const;
    [[nodiscard]] QString defaultText() const { return QString::fromLatin1(fallback); }
    [[nodiscard]] QString label() const; //!< translated
    [[nodiscard]] QString help() const; //!< translated, one sentence
    [[nodiscard]] QString unit() const; //!< translated, empty for none
    [[nodiscard]] QStringList choices() const;
};

//! \brief All of them, by groups and in the order they are shown.
[[nodiscard]] std::vector<SettingSpec> settingsCatalog();

//! \brief The parts it is made of.
[[nodiscard]] std::span<const SettingSpec> serverSettings();
[[nodiscard]] std::span<const SettingSpec> accessSettings();
[[nodiscard]] std::span<const SettingSpec> trafficSettings();
[[nodiscard]] std::span<const SettingSpec> recordSettings();

[[nodiscard]] QString groupName(SettingGroup group); //!< translated

//! \brief The value that \a text, which is not empty, stands for; the error is a sentence for people.
[[nodiscard]] Result<TomlValue> settingValue(const SettingSpec &spec, const QString &text);

//! \brief How \a value of a file is edited.
[[nodiscard]] QString settingText(const TomlValue &value);

//! \brief \a text with \a value put in for \a spec, and what has to stand beside it; an empty one is taken
//! out.
[[nodiscard]] Result<ConfigText> withSetting(
    const ConfigText &text, const SettingSpec &spec, const QString &value);

} // namespace nexus
