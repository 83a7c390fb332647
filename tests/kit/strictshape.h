// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nexus::kit {

//! \brief One step on the way to a value inside a JSON document.
struct PlaceStep {
    enum class Kind {
        Member,
        Index, //!< of a list
        Entry, //!< of a map; the text is its position
        Tag, //!< the kind of a tagged block, which some services print as a step
    };
    Kind kind = Kind::Member;
    std::string text;
};
using Place = std::vector<PlaceStep>;

//! \brief `messages.0.content`; tags are steps of their own when \a withTags.
[[nodiscard]] std::string dottedPlace(const Place &place, bool withTags);
//! \brief `contents[0].function_call`; names in snake case, as Google prints them.
[[nodiscard]] std::string bracketedPlace(const Place &place);

//! \brief The first way in which a document differs from its shape.
struct Violation {
    enum class Kind { Unknown, Missing, WrongType, WrongValue, WrongTag, NotExactlyOne };
    Kind kind = Kind::Unknown;
    Place place; //!< of the value, of the unknown or of the missing member
    std::string expected; //!< what would have been right, in words
    Json found;
};

//! \brief Which members and types a service's documents may have, written as a table.
//!
//! A line is `Name: member=Type …` for an object, `Name@member: tag=Type …` for one whose member tells its
//! type (`Name@member/tag:` gives a default), `Name^: member=Type …` for exactly one of the members.
//! `member!=` is required. A type is `string`, `int`, `number`, `bool`, `object`, `any`, `null`, `base64`,
//! `base64url`,
//! `'a literal'` or the name of another line; `[]` behind it makes a list, `{}` a map, `|` separates choices.
class ShapeBook final {
public:
    enum class Null { Value, Absent }; //!< whether a null member counts as not being there

    ShapeBook(std::string_view table, Null null);

    [[nodiscard]] std::optional<Violation> check(const std::string &shape, const Json &value) const;

private:
    struct Member {
        std::string type;
        bool isRequired = false;
    };
    struct Shape {
        enum class Kind { Object, Tagged, OneOf };
        Kind kind = Kind::Object;
        std::string tag;
        std::string defaultTag;
        std::vector<std::string> order;
        std::map<std::string, Member> members;
    };
    using Found = std::optional<Violation>;

    void addLine(const std::string &line);
    [[nodiscard]] Found checkType(const std::string &type, const Json &value, Place &place) const;
    [[nodiscard]] Found checkList(const std::string &type, const Json &value, Place &place) const;
    [[nodiscard]] Found checkMap(const std::string &type, const Json &value, Place &place) const;
    [[nodiscard]] Found checkShape(const std::string &name, const Json &value, Place &place) const;
    [[nodiscard]] Found checkTagged(const Shape &shape, const Json &value, Place &place) const;
    [[nodiscard]] Found checkMembers(
        const Shape &shape, const Json &value, Place &place, const std::string &skipped) const;

    std::map<std::string, Shape> m_shapes;
    Null m_null;
};

} // namespace nexus::kit
