// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/logger.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace nexus {

namespace {

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return spdlog::level::trace;
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warn:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Off:
        return spdlog::level::off;
    }
    return spdlog::level::off;
}

void appendEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
}

bool needsQuotes(std::string_view value)
{
    return value.empty() || std::ranges::any_of(value, [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '=' || c == '\\' || c == 0x7f;
    });
}

std::string asText(std::string_view name, std::initializer_list<LogField> fields)
{
    std::string line(name);
    for (const LogField &field : fields) {
        if (field.value.empty()) {
            continue;
        }
        line += ' ';
        line += field.key;
        line += '=';
        if (!needsQuotes(field.value)) {
            line += field.value;
            continue;
        }
        line += '"';
        appendEscaped(line, field.value);
        line += '"';
    }
    return line;
}

// The members after the fixed head of the JSON line, see jsonPattern().
std::string asJson(std::string_view name, std::initializer_list<LogField> fields)
{
    std::string line = "\"event\":\"";
    appendEscaped(line, name);
    line += '"';
    for (const LogField &field : fields) {
        if (field.value.empty()) {
            continue;
        }
        line += ",\"";
        appendEscaped(line, field.key);
        line += "\":";
        if (field.isBare) {
            line += field.value;
            continue;
        }
        line += '"';
        appendEscaped(line, field.value);
        line += '"';
    }
    return line;
}

const char *pattern(LogStyle style)
{
    switch (style) {
    case LogStyle::Color:
        return "%Y-%m-%dT%H:%M:%S.%fZ %^%-5l%$ %n: %v";
    case LogStyle::Text:
        return "%Y-%m-%dT%H:%M:%S.%fZ %-5l %n: %v";
    case LogStyle::Json:
        return R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l","room":"%n",%v})";
    }
    return "%v";
}

spdlog::sink_ptr standardError(LogStyle style)
{
    if (style == LogStyle::Color) {
        return std::make_shared<spdlog::sinks::stderr_color_sink_mt>(spdlog::color_mode::always);
    }
    return std::make_shared<spdlog::sinks::stderr_sink_mt>();
}

// Hands each formatted line to a function.
class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FunctionSink(std::function<void(std::string_view line)> write)
        : m_write(std::move(write))
    { }

protected:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        spdlog::memory_buf_t buffer;
        formatter_->format(message, buffer);
        m_write(std::string_view(buffer.data(), buffer.size()));
    }
    void flush_() override { }

private:
    std::function<void(std::string_view line)> m_write;
};

std::unique_ptr<spdlog::formatter> formatter(LogStyle style, const char *lineEnd)
{
    return std::make_unique<spdlog::pattern_formatter>(
        pattern(style), spdlog::pattern_time_type::utc, lineEnd);
}

} // namespace

struct LogOutput::Parts {
    LogLevel level;
    LogStyle style;
    spdlog::sink_ptr sink;
};

Logger::Logger(std::shared_ptr<spdlog::logger> sink, LogStyle style)
    : m_sink(std::move(sink))
    , m_style(style)
{ }

bool Logger::isEnabled(LogLevel level) const
{
    return m_sink && m_sink->should_log(toSpdlog(level));
}

void Logger::event(LogLevel level, std::string_view name, std::initializer_list<LogField> fields) const
{
    if (!isEnabled(level)) {
        return;
    }
    const std::string line = m_style == LogStyle::Json ? asJson(name, fields) : asText(name, fields);
    m_sink->log(toSpdlog(level), spdlog::string_view_t(line));
}

LogOutput::LogOutput(LogLevel level, LogStyle style)
    : m_parts(std::make_unique<Parts>(Parts {level, style, standardError(style)}))
{
    m_parts->sink->set_formatter(formatter(style, "\n"));
}

LogOutput::LogOutput(LogLevel level, LogStyle style, std::function<void(std::string_view line)> sink)
    : m_parts(std::make_unique<Parts>(Parts {level, style, std::make_shared<FunctionSink>(std::move(sink))}))
{
    m_parts->sink->set_formatter(formatter(style, ""));
}

LogOutput::~LogOutput() = default;

Logger LogOutput::logger(std::string_view room) const
{
    auto logger = std::make_shared<spdlog::logger>(std::string(room), m_parts->sink);
    logger->set_level(toSpdlog(m_parts->level));
    logger->flush_on(spdlog::level::warn);
    return {std::move(logger), m_parts->style};
}

} // namespace nexus
