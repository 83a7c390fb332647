// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace nexus {

//! \brief Two changes of one form in one.
template<typename Form>
struct MergedForm {
    Form mine; //!< both changes; where both changed the same field, one's own
    Form theirs; //!< the same with the others' there
    std::vector<std::size_t> conflicts; //!< these fields, by their place in the call
};

//! \brief What \a theirs and \a mine have made of \a base, field by field. What is in no field stays mine.
template<typename Form, typename... Fields>
[[nodiscard]] MergedForm<Form> mergeFields(
    const Form &base, const Form &theirs, const Form &mine, Fields Form::*...fields)
{
    MergedForm<Form> out {.mine = mine, .theirs = mine, .conflicts = {}};
    std::size_t place = 0;
    const auto merge = [&](auto field) {
        if (mine.*field == base.*field) {
            out.mine.*field = theirs.*field;
            out.theirs.*field = theirs.*field;
        } else if (theirs.*field != base.*field && theirs.*field != mine.*field) {
            out.theirs.*field = theirs.*field;
            out.conflicts.push_back(place);
        }
        ++place;
    };
    (merge(fields), ...);
    return out;
}

//! \brief What a form began from, while the file behind it can be changed by others.
//!
//! \a Form has a function `mergeForms(base, theirs, mine)` beside it that returns a MergedForm. A change of
//! other fields is taken over; one of the same fields is asked about, and until then save nothing.
template<typename Form>
class FormBase final {
public:
    FormBase() = default;
    explicit FormBase(Form base)
        : m_base(std::move(base))
    { }

    //! \brief What the form was filled from, or what the file said when it was last agreed upon.
    [[nodiscard]] const Form &base() const { return m_base; }
    //! \brief The fields that both changed and nobody has decided about.
    [[nodiscard]] const std::vector<std::size_t> &conflicts() const { return m_conflicts; }
    [[nodiscard]] bool isAsking() const { return !m_conflicts.empty(); }

    //! \brief The file says \a theirs, while \a mine is typed. What the form shows from now on.
    [[nodiscard]] Form follow(const Form &theirs, const Form &mine)
    {
        MergedForm<Form> merged = mergeForms(m_base, theirs, mine);
        m_conflicts = std::move(merged.conflicts);
        if (m_conflicts.empty()) {
            m_base = theirs;
            m_theirs.reset();
        } else {
            m_theirs = theirs;
        }
        return merged.mine;
    }

    //! \brief What is typed holds where both changed.
    void keepMine()
    {
        m_base = m_theirs.value_or(m_base);
        m_theirs.reset();
        m_conflicts.clear();
    }

    //! \brief What the file says holds where both changed. What the form shows from now on.
    [[nodiscard]] Form takeTheirs(const Form &mine)
    {
        Form shown = mergeForms(m_base, m_theirs.value_or(m_base), mine).theirs;
        keepMine();
        return shown;
    }

private:
    Form m_base {};
    std::optional<Form> m_theirs; //!< while it is asked
    std::vector<std::size_t> m_conflicts;
};

} // namespace nexus
