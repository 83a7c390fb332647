// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "base/logger.h"
#include "base/result.h"
#include "secrets/environment.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace nexus {

//! \brief What `nexus usage` and `nexus log` were asked for.
struct HistoryAsk {
    enum class By { Day, Month, Model, Provider, Client, Alias };
    enum class Format { Table, Json, Csv };

    By by = By::Day;
    Format format = Format::Table;
    QString since; //!< as filters of the history take it
    QString filter;
    int limit = 20; //!< rows of the log
    bool isFollowing = false; //!< goes on with what comes later
    QString harPath = {}; //!< where an HTTP Archive goes, `-` for standard output; empty for none

    bool operator==(const HistoryAsk &) const = default;
};

//! \brief What `nexus key` was asked for.
struct KeyAsk {
    enum class Action { Set, List, Remove };

    Action action = Action::List;
    QString name = {}; //!< of the key; empty for a list

    bool operator==(const KeyAsk &) const = default;
};

//! \brief What the program was asked to do.
struct Options {
    enum class Command {
        Serve,
        Check, //!< `--check`: read the configuration and exit
        Models, //!< `models`: list what would be served
        Usage, //!< `usage`: add up what was used and what it cost
        Log, //!< `log`: list requests
        Key, //!< `key`: keep, list or remove keys of the keychain
        Help, //!< `--help`: print helpText()
        Version, //!< `--version`: print versionText()
    };

    Command command = Command::Serve;
    QString configPath; //!< of `--config`; empty leaves the search to findConfigFile()
    std::optional<ListenAddress> listen; //!< in place of the file's
    LogLevel logLevel = LogLevel::Info;
    std::optional<LogStyle> logStyle; //!< nothing leaves it to whether standard error is a terminal
    bool isHeadless = false;
    HistoryAsk history = {};
    KeyAsk key = {};

    bool operator==(const Options &) const = default;
};

//! \brief Reads \a arguments, the program's name first, with \a environment for options that are not given.
//!
//! An error is a usage error (exit code 2); its message is one line without the program's name. Needs no
//! application object.
[[nodiscard]] Result<Options> parseCommandLine(const QStringList &arguments, const Environment &environment);

//! \brief Says where help is found, for the line after a usage error.
[[nodiscard]] QString usageHint();

//! \brief What `--help` prints, at most 80 columns wide, with a line break at its end.
[[nodiscard]] QString helpText();

//! \brief What `--version` prints, with a line break at its end.
[[nodiscard]] QString versionText();

} // namespace nexus
