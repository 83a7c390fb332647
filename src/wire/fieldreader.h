// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/json.h"

#include <QtGlobal>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nexus {

//! \brief One value in a client's JSON body, which knows where it stands.
//!
//! A value of the wrong shape notes an error that names its JSON pointer in the message, and in OpenAI's form
//! (`messages[0].content`) as Error::param, and reads as if it were absent. Only
//! the first error of a body is kept, so a reader can go straight on and look once at the end. Absent and
//! `null` are the same. Strings and trees are moved out, not copied. Outlived by the tree and the error.
class Field final {
public:
    //! \param problem takes the first error
    Field(Json &root, std::optional<Error> &problem)
        : Field(&root, {}, problem)
    { }

    //! \brief Whether there is a value, and it is not `null`.
    [[nodiscard]] bool isPresent() const { return m_value != nullptr && !m_value->is_null(); }
    [[nodiscard]] bool isString() const { return isPresent() && m_value->is_string(); }
    [[nodiscard]] bool isArray() const { return isPresent() && m_value->is_array(); }
    [[nodiscard]] bool isObject() const { return isPresent() && m_value->is_object(); }

    //! \brief Where the value stands, for example `/messages/0/content` (RFC 6901).
    [[nodiscard]] const std::string &pointer() const { return m_pointer; }

    //! \brief The member \a key of an object; an absent field of an absent one. Notes an error when this is
    //! something else than an object.
    [[nodiscard]] Field member(std::string_view key) const;

    //! \brief Calls \a visit with every element of an array. Notes an error when this is no array.
    void forEach(const std::function<void(const Field &)> &visit) const;

    //! \brief Calls \a visit with the name of every member of an object that is not null.
    void forEachName(const std::function<void(const std::string &)> &visit) const;

    //! \brief The text, moved out; empty when absent or no string.
    [[nodiscard]] std::string takeString() const;
    //! \brief The text, moved out; notes an error when it is absent or empty.
    [[nodiscard]] std::string requireString() const;
    //! \brief The tree, moved out; null when absent.
    [[nodiscard]] Json takeTree() const;
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<double> number() const;
    //! \brief A whole number; 4.0 is one, 4.5 notes an error.
    [[nodiscard]] std::optional<qint64> integer() const;

    //! \brief Notes \a what as the error of this field, for example "must be a string".
    void refuse(const QString &what) const;

    //! \brief Notes that the field cannot be passed on to this provider, and why or what to do.
    void refuseUntranslatable(const QString &advice) const;

private:
    Field(Json *value, std::string pointer, std::optional<Error> &problem)
        : m_value(value)
        , m_pointer(std::move(pointer))
        , m_problem(&problem)
    { }

    Json *m_value; // nullptr when absent
    std::string m_pointer;
    std::optional<Error> *m_problem;
};

//! \brief The error of Field::refuseUntranslatable() for the field at \a path, where there is no tree any
//! more.
[[nodiscard]] Error untranslatable(const std::vector<std::string> &path, const QString &advice);

} // namespace nexus
