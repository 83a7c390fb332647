// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/fieldreader.h"

#include <QList>

#include <cmath>

namespace nexus {

namespace {

std::string escaped(std::string_view key)
{
    std::string out;
    for (const char letter : key) {
        if (letter == '~') {
            out += "~0";
        } else if (letter == '/') {
            out += "~1";
        } else {
            out += letter;
        }
    }
    return out;
}

// "/messages/0/content" as OpenAI writes it: "messages[0].content".
QByteArray paramOf(std::string_view pointer)
{
    QByteArray param;
    for (const QByteArray &step : QByteArray(pointer.data(), qsizetype(pointer.size())).split('/')) {
        const bool isIndex = !step.isEmpty() && step.toULongLong() < 1'000'000'000
            && QByteArray::number(step.toULongLong()) == step;
        if (isIndex) {
            param += '[' + step + ']';
        } else if (!step.isEmpty()) {
            param += (param.isEmpty() ? QByteArray() : QByteArrayLiteral(".")) + step;
        }
    }
    return param;
}

} // namespace

Field Field::member(std::string_view key) const
{
    std::string pointer = m_pointer + '/' + escaped(key);
    if (!isPresent()) {
        return {nullptr, std::move(pointer), *m_problem};
    }
    if (!m_value->is_object()) {
        refuse(QStringLiteral("must be an object"));
        return {nullptr, std::move(pointer), *m_problem};
    }
    const auto found = m_value->find(key);
    return {found == m_value->end() ? nullptr : &*found, std::move(pointer), *m_problem};
}

void Field::forEach(const std::function<void(const Field &)> &visit) const
{
    if (!isPresent()) {
        return;
    }
    if (!m_value->is_array()) {
        refuse(QStringLiteral("must be an array"));
        return;
    }
    std::size_t index = 0;
    for (Json &element : *m_value) {
        visit(Field(&element, m_pointer + '/' + std::to_string(index), *m_problem));
        ++index;
    }
}

void Field::forEachName(const std::function<void(const std::string &)> &visit) const
{
    if (!isPresent()) {
        return;
    }
    if (!m_value->is_object()) {
        refuse(QStringLiteral("must be an object"));
        return;
    }
    for (const auto &[name, value] : m_value->items()) {
        if (!value.is_null()) {
            visit(name);
        }
    }
}

std::string Field::takeString() const
{
    if (!isPresent()) {
        return {};
    }
    if (!m_value->is_string()) {
        refuse(QStringLiteral("must be a string"));
        return {};
    }
    return std::move(m_value->get_ref<std::string &>());
}

std::string Field::requireString() const
{
    std::string text = takeString();
    if (text.empty()) {
        refuse(QStringLiteral("must be a string that is not empty"));
    }
    return text;
}

Json Field::takeTree() const
{
    return isPresent() ? std::move(*m_value) : Json();
}

std::optional<bool> Field::boolean() const
{
    if (!isPresent()) {
        return std::nullopt;
    }
    if (!m_value->is_boolean()) {
        refuse(QStringLiteral("must be true or false"));
        return std::nullopt;
    }
    return m_value->get<bool>();
}

std::optional<double> Field::number() const
{
    if (!isPresent()) {
        return std::nullopt;
    }
    if (!m_value->is_number()) {
        refuse(QStringLiteral("must be a number"));
        return std::nullopt;
    }
    return m_value->get<double>();
}

std::optional<qint64> Field::integer() const
{
    if (!isPresent()) {
        return std::nullopt;
    }
    constexpr double limit = 9.0e18;
    const bool isWhole = m_value->is_number_integer()
        || (m_value->is_number_float() && std::trunc(m_value->get<double>()) == m_value->get<double>()
            && std::abs(m_value->get<double>()) < limit);
    if (!isWhole) {
        refuse(QStringLiteral("must be a whole number"));
        return std::nullopt;
    }
    return m_value->get<qint64>();
}

void Field::refuse(const QString &what) const
{
    if (*m_problem) {
        return;
    }
    const QString where = m_pointer.empty() ? QStringLiteral("The body") : QString::fromStdString(m_pointer);
    *m_problem = Error {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("%1 %2.").arg(where, what),
        .detail = {},
        .param = paramOf(m_pointer)};
}

void Field::refuseUntranslatable(const QString &advice) const
{
    refuse(QStringLiteral("cannot be passed on to this provider: %1").arg(advice));
}

Error untranslatable(const std::vector<std::string> &path, const QString &advice)
{
    Json nothing;
    std::optional<Error> problem;
    Field field(nothing, problem);
    for (const std::string &step : path) {
        field = field.member(step);
    }
    field.refuseUntranslatable(advice);
    return std::move(problem).value_or(Error {});
}

} // namespace nexus
