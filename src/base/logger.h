// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace nexus {

enum class LogLevel { Trace, Debug, Info, Warn, Error, Off };
enum class LogStyle { Color, Text, Json };

//! \brief One `key=value` of a log event. Numbers and booleans stay bare in JSON.
struct LogField {
    std::string key;
    std::string value;
    bool isBare = false;

    LogField(std::string_view k, std::string_view v)
        : key(k)
        , value(v)
    { }
    LogField(std::string_view k, const char *v)
        : LogField(k, std::string_view(v))
    { }
    LogField(std::string_view k, const QByteArray &v)
        : LogField(k, std::string_view(v.constData(), static_cast<std::size_t>(v.size())))
    { }
    LogField(std::string_view k, const QString &v)
        : LogField(k, v.toUtf8())
    { }
    LogField(std::string_view k, qint64 v)
        : key(k)
        , value(std::to_string(v))
        , isBare(true)
    { }
    LogField(std::string_view k, int v)
        : LogField(k, static_cast<qint64>(v))
    { }
    LogField(std::string_view k, bool v)
        : key(k)
        , value(v ? "true" : "false")
        , isBare(true)
    { }
};

//! \brief Writes log events: an event name and fields, one line each.
//!
//! A cheap value; copies write to the same place. Thread-safe. A default-constructed Logger is silent.
//! Never hand it a key, a token, a body or a URL with a key.
class Logger {
public:
    Logger() = default;
    Logger(std::shared_ptr<spdlog::logger> sink, LogStyle style);

    //! \brief Whether an event of \a level would be written; ask before building costly fields.
    [[nodiscard]] bool isEnabled(LogLevel level) const;

    //! \brief Writes the event \a name; fields without a value are left out.
    void event(LogLevel level, std::string_view name, std::initializer_list<LogField> fields = {}) const;

private:
    std::shared_ptr<spdlog::logger> m_sink;
    LogStyle m_style = LogStyle::Text;
};

//! \brief Creates the loggers of all rooms over one output. Built once, in the composition root.
class LogOutput {
public:
    //! Writes to standard error.
    LogOutput(LogLevel level, LogStyle style);
    //! Writes to \a sink, for tests; it is called from any thread, one line at a time.
    LogOutput(LogLevel level, LogStyle style, std::function<void(std::string_view line)> sink);
    ~LogOutput();
    Q_DISABLE_COPY_MOVE(LogOutput)

    //! \brief A logger that names \a room (`listener`, `pipeline`, …) in each line.
    [[nodiscard]] Logger logger(std::string_view room) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace nexus
