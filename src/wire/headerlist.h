// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace nexus {

//! \brief HTTP header fields in the order they came; names compare without case (RFC 9110 section 5.1).
class HeaderList {
public:
    using Field = std::pair<QByteArray, QByteArray>;

    HeaderList() = default;
    HeaderList(std::initializer_list<Field> fields)
        : m_fields(fields)
    { }

    //! \brief Appends, also when the name is there already.
    void add(QByteArray name, QByteArray value) { m_fields.emplace_back(std::move(name), std::move(value)); }

    //! \brief Replaces every field of that name by one.
    void set(const QByteArray &name, QByteArray value);

    //! \brief The first value of that name, empty when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;

    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }
    [[nodiscard]] std::size_t size() const { return m_fields.size(); }

    bool operator==(const HeaderList &) const = default;

private:
    std::vector<Field> m_fields;
};

} // namespace nexus
