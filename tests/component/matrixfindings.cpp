// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixfindings.h"

namespace nexus::matrix {

namespace {

nlohmann::json unordered(const Json &json)
{
    return nlohmann::json::parse(json.dump(), nullptr, false);
}

} // namespace

void Findings::same(const std::string &what, const Json &seen, const Json &wanted)
{
    if (unordered(seen) != unordered(wanted)) {
        add(what + ": " + seen.dump() + ", wanted " + wanted.dump());
    }
}

void Findings::holds(const std::string &what, bool isRight)
{
    if (!isRight) {
        add(what);
    }
}

void Findings::add(const std::string &what)
{
    m_all.append(QByteArray::fromStdString(what));
}

} // namespace nexus::matrix
