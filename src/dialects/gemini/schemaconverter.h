// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

namespace nexus::gemini {

//! \brief Which of Gemini's two languages for schemas to write.
enum class SchemaForm {
    Subset, //!< Google's Schema
    JsonSchema,
};

//! \brief Rewrites one JSON Schema for Gemini; see schema.h for the rules.
//!
//! The work is bounded: where references or nesting make the result grow without end, the rest may be
//! anything.
class SchemaConverter final {
public:
    //! \param root outlives the converter
    SchemaConverter(const Json &root, SchemaForm form)
        : m_root(root)
        , m_form(form)
    { }

    //! \param isObject whether the root must be an object, as the parameters of a function
    [[nodiscard]] Json convert(bool isObject);

    //! \brief Whether the schema said something that SchemaForm::Subset has no words for.
    [[nodiscard]] bool isInexpressible() const { return m_isInexpressible; }

private:
    [[nodiscard]] Json rewritten(const Json &schema);
    [[nodiscard]] Json loosened(const Json &schema);
    void takeKeyword(Json &out, const std::string &key, const Json &value);
    [[nodiscard]] bool takePlain(Json &out, const std::string &key, const Json &value);
    [[nodiscard]] bool takeBound(Json &out, const std::string &key, const Json &value) const;
    void takeProperties(Json &out, const Json &value);
    void takeItems(Json &out, const Json &value);
    void takeBranches(Json &out, const Json &value);
    void takeReference(Json &out, const Json &value);
    [[nodiscard]] bool spend(qsizetype size);

    const Json &m_root;
    SchemaForm m_form;
    qsizetype m_budget = 4 * 1024 * 1024; // bytes of the result, roughly
    int m_depth = 0;
    std::vector<const Json *> m_open; // references being replaced: meeting one again would never end
    bool m_isInexpressible = false;
};

} // namespace nexus::gemini
