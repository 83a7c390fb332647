// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/headerlist.h"

#include <algorithm>

namespace nexus {

namespace {

bool isNamed(const HeaderList::Field &field, QByteArrayView name)
{
    return QByteArrayView(field.first).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

void HeaderList::set(const QByteArray &name, QByteArray value)
{
    std::erase_if(m_fields, [&name](const Field &field) { return isNamed(field, name); });
    add(name, std::move(value));
}

QByteArray HeaderList::value(QByteArrayView name) const
{
    const auto found
        = std::ranges::find_if(m_fields, [name](const Field &field) { return isNamed(field, name); });
    return found == m_fields.end() ? QByteArray() : found->second;
}

bool HeaderList::contains(QByteArrayView name) const
{
    return std::ranges::any_of(m_fields, [name](const Field &field) { return isNamed(field, name); });
}

} // namespace nexus
