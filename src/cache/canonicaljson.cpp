// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/canonicaljson.h"

#include "cache/canonicalstring.h"
#include "wire/jsonscan.h"
#include "wire/jsonstring.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace nexus {

namespace {

//! \brief One pass over a checked text. The values are written in the order they come into one buffer, and
//! the members of an object are put in order by linking their pieces of it.
class Writer final {
public:
    Writer(QByteArrayView text, QByteArrayView without)
        : m_pos(text.data())
        , m_end(text.data() + text.size())
        , m_without(without)
    {
        m_buffer.reserve(static_cast<std::size_t>(text.size()));
    }

    //! \brief Reads the text; false when it has too many members.
    bool read();
    [[nodiscard]] QByteArray result() const;

private:
    struct Piece {
        std::size_t begin = 0; // in the buffer
        std::size_t end = 0;
        int next = -1;
    };
    struct Chain {
        int first = -1;
        int last = -1;
    };
    struct Member {
        std::size_t keyBegin = 0; // in the buffer, with the quotes
        std::size_t keyEnd = 0;
        Chain chain; // a comma, the key, a colon and the value
    };
    struct Open {
        bool isObject = false;
        std::size_t firstMember = 0;
        Chain outer; // what is written before the first member
    };

    void readMark(char c);
    void readString();
    void readWord();
    void beginMember();
    void endMember();
    void closeObject();
    void link(Chain &chain, const Member &member, bool isFirst);
    void flush();
    [[nodiscard]] std::string_view key(const Member &member) const
    {
        return std::string_view(m_buffer).substr(member.keyBegin, member.keyEnd - member.keyBegin);
    }
    [[nodiscard]] bool isUnwanted(const Member &member) const;
    [[nodiscard]] bool hasMember() const { return m_members.size() > m_open.back().firstMember; }

    const char *m_pos;
    const char *m_end;
    QByteArrayView m_without;
    std::string m_buffer;
    std::size_t m_flushed = 0;
    std::vector<Piece> m_pieces;
    Chain m_chain; // of the innermost open value
    std::vector<Member> m_members; // of all open objects
    std::vector<Open> m_open;
    int m_memberCount = 0;
    bool m_isKeyNext = false;
};

// Of a number or a word such as null.
bool isWordEnd(char c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case ',':
    case ':':
    case '[':
    case ']':
    case '{':
    case '}':
        return true;
    default:
        return false;
    }
}

bool Writer::read()
{
    while (m_pos < m_end && m_memberCount <= maxCanonicalMembers) {
        const char c = *m_pos;
        if (c == '"') {
            readString();
        } else if (isWordEnd(c)) {
            readMark(c);
            ++m_pos;
        } else {
            readWord();
        }
    }
    flush();
    return m_memberCount <= maxCanonicalMembers;
}

void Writer::readMark(char c)
{
    switch (c) {
    case '{':
    case '[':
        m_open.push_back({.isObject = c == '{', .firstMember = m_members.size(), .outer = {}});
        m_isKeyNext = c == '{';
        break;
    case '}':
        closeObject();
        return;
    case ']':
        m_open.pop_back();
        break;
    case ',':
        if (m_open.back().isObject) {
            endMember();
            m_isKeyNext = true;
            return;
        }
        break;
    case ':':
        break;
    default:
        return; // white space
    }
    m_buffer.push_back(c);
}

void Writer::readString()
{
    const char *const end = findJsonStringEnd(m_pos + 1, m_end).pos;
    if (m_isKeyNext) {
        beginMember();
    }
    const std::size_t begin = m_buffer.size();
    appendCanonicalString(m_buffer, QByteArrayView(m_pos + 1, end - 1));
    if (m_isKeyNext) {
        m_members.back().keyBegin = begin;
        m_members.back().keyEnd = m_buffer.size();
        m_isKeyNext = false;
    }
    m_pos = end;
}

void Writer::readWord()
{
    const char *const begin = m_pos;
    while (m_pos < m_end && !isWordEnd(*m_pos)) {
        ++m_pos;
    }
    m_buffer.append(begin, m_pos);
}

void Writer::flush()
{
    if (m_flushed == m_buffer.size()) {
        return;
    }
    const int index = static_cast<int>(m_pieces.size());
    m_pieces.push_back({.begin = m_flushed, .end = m_buffer.size(), .next = -1});
    if (m_chain.last >= 0) {
        m_pieces[static_cast<std::size_t>(m_chain.last)].next = index;
    } else {
        m_chain.first = index;
    }
    m_chain.last = index;
    m_flushed = m_buffer.size();
}

void Writer::beginMember()
{
    if (!hasMember()) {
        flush();
        m_open.back().outer = m_chain;
        m_chain = {};
    }
    ++m_memberCount;
    m_members.push_back({});
    m_buffer.push_back(',');
}

void Writer::endMember()
{
    flush();
    m_members.back().chain = m_chain;
    m_chain = {};
}

bool Writer::isUnwanted(const Member &member) const
{
    const std::string_view name = key(member);
    return !m_without.isEmpty() && m_open.size() == 1
        && QByteArrayView(name.data() + 1, static_cast<qsizetype>(name.size()) - 2) == m_without;
}

void Writer::closeObject()
{
    if (hasMember()) {
        endMember();
        const auto begin = m_members.begin() + static_cast<std::ptrdiff_t>(m_open.back().firstMember);
        std::sort(begin, m_members.end(), [this](const Member &a, const Member &b) {
            const int order = key(a).compare(key(b));
            return order != 0 ? order < 0 : a.keyBegin < b.keyBegin;
        });
        Chain chain = m_open.back().outer;
        bool isFirst = true;
        for (auto member = begin; member != m_members.end(); ++member) {
            const auto next = std::next(member);
            const bool isReplaced = next != m_members.end() && key(*next) == key(*member);
            if (!isReplaced && !isUnwanted(*member)) {
                link(chain, *member, isFirst);
                isFirst = false;
            }
        }
        m_members.erase(begin, m_members.end());
        m_chain = chain;
    }
    m_open.pop_back();
    m_isKeyNext = false; // also behind an empty object
    m_buffer.push_back('}');
}

void Writer::link(Chain &chain, const Member &member, bool isFirst)
{
    Piece &first = m_pieces[static_cast<std::size_t>(member.chain.first)];
    first.begin += isFirst ? 1 : 0; // without its comma
    m_pieces[static_cast<std::size_t>(chain.last)].next = member.chain.first;
    chain.last = member.chain.last;
}

QByteArray Writer::result() const
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(m_buffer.size()));
    for (int i = m_chain.first; i >= 0; i = m_pieces[static_cast<std::size_t>(i)].next) {
        const Piece &piece = m_pieces[static_cast<std::size_t>(i)];
        text.append(m_buffer.data() + piece.begin, static_cast<qsizetype>(piece.end - piece.begin));
    }
    return text;
}

} // namespace

Result<QByteArray> canonicalJson(QByteArrayView text)
{
    return canonicalJsonWithout(text, {});
}

Result<QByteArray> canonicalJsonWithout(QByteArrayView text, QByteArrayView name)
{
    if (const auto checked = scanObject(text); !checked) {
        return failure(checked.error());
    }
    Writer writer(text, name);
    if (!writer.read()) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message = QStringLiteral("The request has too many members to be compared with others."),
            .detail = {}});
    }
    return writer.result();
}

} // namespace nexus
