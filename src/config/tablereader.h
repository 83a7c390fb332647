// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/readcontext.h"
#include "config/tomldocument.h"
#include "secrets/secret.h"

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace nexus {

//! \brief What a duration may be besides a positive one.
enum class DurationRule { AboveZero, ZeroAllowed, OffAllowed };

//! \brief Reads the keys of one table into typed values.
//!
//! Each read function leaves its target alone when the key is absent and reports to the context when the
//! value does not fit. Every key that may stand in the table must be asked for: when the reader dies, it
//! reports the others as unknown. Strings are expanded, see expandTemplate(). No report repeats a value that
//! was put in by an expansion.
class TableReader final {
public:
    //! \a context and \a table must outlive the reader; \a path is the dotted name, empty for the root.
    TableReader(ReadContext &context, const TomlValue &table, QString path);
    ~TableReader();
    Q_DISABLE_COPY_MOVE(TableReader)

    [[nodiscard]] ReadContext &context() const { return m_context; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] TextPosition position() const { return m_table.at; }

    //! \brief The dotted name of \a key in this table, quoted where TOML needs it.
    [[nodiscard]] QString pathOf(const QString &key) const;
    //! \brief The value of \a key, or nullptr.
    const TomlValue *find(const char *key);
    [[nodiscard]] bool has(const char *key) { return find(key) != nullptr; }

    bool read(const char *key, bool &out);
    bool read(const char *key, QString &out);
    bool read(const char *key, std::optional<QString> &out);
    bool read(const char *key, Secret &out);
    bool read(const char *key, QStringList &out);
    bool readDuration(const char *key, std::chrono::milliseconds &out, DurationRule rule);
    bool readSize(const char *key, qint64 &out); //!< in bytes, above 0
    bool readNumber(const char *key, double &out, double min, double max);
    template<typename Integer>
    bool readInteger(const char *key, Integer &out, qint64 min, qint64 max);
    //! \brief One of a few words, each with the value it stands for.
    template<typename Value>
    bool readChoice(const char *key, Value &out,
        std::initializer_list<std::pair<const char *, std::type_identity_t<Value>>> choices);
    //! \brief A string in the form that \a convert reads; its error is a clause such as "must be a URL".
    template<typename Value>
    bool readAs(const char *key, Value &out, Result<Value> (*convert)(const QString &text));

    //! \brief Calls \a body for the table at \a key; true when it is there.
    bool readTable(const char *key, const std::function<void(TableReader &)> &body);
    //! \brief Calls \a body for each table of the list at \a key.
    void readTables(const char *key, const std::function<void(TableReader &)> &body);
    //! \brief Calls \a body for each member of the table at \a key, whose keys are names chosen by the user.
    void readNamed(const char *key, const std::function<void(const TomlMember &, const QString &path)> &body);
    //! \brief Takes \a key as known, whatever it holds.
    void skip(const char *key) { find(key); }

    //! \brief Reports \a key as missing unless it is there.
    void require(const char *key);
    //! \brief Reports `'key' problem` at the value of \a key, or at the table when the key is absent.
    void refuse(const char *key, const QString &problem);

    //! \brief The expanded text of \a value, or nothing after a report. \a key names it in the report.
    [[nodiscard]] std::optional<QString> text(const TomlValue &value, const QString &key) const;

private:
    const TomlValue *findAs(const char *key, TomlValue::Kind kind);
    std::optional<qint64> integer(const char *key, qint64 min, qint64 max);
    void reportUnknown() const;
    void refuseChoice(const char *key, const QStringList &choices);

    ReadContext &m_context;
    const TomlValue &m_table;
    QString m_path;
    QStringList m_known;
};

//! \brief Reads a table that stands outside a reader, such as a member named by the user.
void readTableAt(ReadContext &context, const TomlMember &member, const QString &path,
    const std::function<void(TableReader &)> &body);

//! \brief \a kind with its article, for messages: `a string`.
[[nodiscard]] QString describeKind(TomlValue::Kind kind);

//! \brief \a text in single quotes, shortened when it is long.
[[nodiscard]] QString quoted(const QString &text);

template<typename Integer>
bool TableReader::readInteger(const char *key, Integer &out, qint64 min, qint64 max)
{
    const std::optional<qint64> value = integer(key, min, max);
    if (value) {
        out = static_cast<Integer>(*value);
    }
    return value.has_value();
}

template<typename Value>
bool TableReader::readChoice(const char *key, Value &out,
    std::initializer_list<std::pair<const char *, std::type_identity_t<Value>>> choices)
{
    const TomlValue *value = findAs(key, TomlValue::Kind::String);
    const std::optional<QString> word = value ? text(*value, QLatin1String(key)) : std::nullopt;
    if (!word) {
        return false;
    }
    QStringList names;
    for (const auto &[name, meaning] : choices) {
        if (*word == QLatin1String(name)) {
            out = meaning;
            return true;
        }
        names.append(QLatin1String(name));
    }
    refuseChoice(key, names);
    return false;
}

template<typename Value>
bool TableReader::readAs(const char *key, Value &out, Result<Value> (*convert)(const QString &text))
{
    QString raw;
    if (!read(key, raw)) {
        return false;
    }
    Result<Value> value = convert(raw);
    if (!value) {
        refuse(key, value.error().message);
        return false;
    }
    out = std::move(*value);
    return true;
}

} // namespace nexus
