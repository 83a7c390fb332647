// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/jsonscan.h"

#include "wire/jsonstring.h"

#include <algorithm>
#include <bitset>
#include <optional>
#include <utility>

namespace nexus {

namespace {

constexpr int maxDepth = 512;

//! \brief One pass over a text, with the open containers on a stack of bits instead of the call stack.
class Scanner final {
public:
    explicit Scanner(QByteArrayView text)
        : m_begin(text.data())
        , m_pos(m_begin)
        , m_end(m_begin + text.size())
    { }

    //! \brief Reads the whole text, whose outermost value must be of type \a outermost.
    bool read(JsonType outermost);

    [[nodiscard]] Error error() const;

    std::vector<JsonMember> members; //!< filled when the outermost value is an object
    std::vector<JsonSpan> elements; //!< filled when the outermost value is an array

private:
    enum class Step { Opened, Complete, Failed };

    void skipSpace();
    bool checkOutermost(JsonType outermost);
    bool readKey();
    Step readValue();
    Step readContainer(JsonType type, char closing);
    bool readScalar(JsonType type);
    bool readString();
    bool readNumber();
    bool readDigits();
    bool readWord(QByteArrayView word);
    bool closeFinished();
    void noteBegin(JsonType type);
    void noteEnd();
    bool fail(const char *what);

    [[nodiscard]] bool isIn(JsonType container) const
    {
        return m_isObject.test(static_cast<std::size_t>(m_depth - 1)) == (container == JsonType::Object);
    }
    [[nodiscard]] bool isAt(char c) const { return m_pos < m_end && *m_pos == c; }

    const char *m_begin;
    const char *m_pos;
    const char *m_end;
    int m_depth = 0;
    std::bitset<maxDepth> m_isObject;
    const char *m_what = nullptr;
};

void Scanner::skipSpace()
{
    while (m_pos < m_end && (*m_pos == ' ' || *m_pos == '\n' || *m_pos == '\t' || *m_pos == '\r')) {
        ++m_pos;
    }
}

bool Scanner::fail(const char *what)
{
    m_what = what;
    return false;
}

Error Scanner::error() const
{
    const QString where = m_pos < m_end ? QStringLiteral("at byte %1").arg(m_pos - m_begin)
                                        : QStringLiteral("at byte %1, where it ends").arg(m_end - m_begin);
    return Error {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("not valid JSON: %1 %2").arg(QLatin1String(m_what), where),
        .detail = {}};
}

std::optional<JsonType> typeAt(char c)
{
    switch (c) {
    case '{':
        return JsonType::Object;
    case '[':
        return JsonType::Array;
    case '"':
        return JsonType::String;
    case 't':
        return JsonType::True;
    case 'f':
        return JsonType::False;
    case 'n':
        return JsonType::Null;
    default:
        return c == '-' || (c >= '0' && c <= '9') ? std::optional(JsonType::Number) : std::nullopt;
    }
}

bool Scanner::checkOutermost(JsonType outermost)
{
    if (QByteArrayView(m_pos, m_end - m_pos).startsWith("\xEF\xBB\xBF")) {
        return fail("a byte order mark is not allowed");
    }
    skipSpace();
    const bool isObject = outermost == JsonType::Object;
    if (m_pos == m_end || typeAt(*m_pos) != outermost) {
        return fail(isObject ? "expected an object, '{'," : "expected an array, '[',");
    }
    return true;
}

// A value that is a container stays open: the next turn reads its first value. closeFinished() closes the
// containers that end behind a value and moves on to the next one.
bool Scanner::read(JsonType outermost)
{
    if (!checkOutermost(outermost)) {
        return false;
    }
    do {
        skipSpace();
        switch (readValue()) {
        case Step::Failed:
            return false;
        case Step::Opened:
            if (isIn(JsonType::Object) && !readKey()) {
                return false;
            }
            break;
        case Step::Complete:
            if (!closeFinished()) {
                return false;
            }
            break;
        }
    } while (m_depth > 0);
    skipSpace();
    return m_pos == m_end || fail("unexpected text after the value");
}

bool Scanner::closeFinished()
{
    while (m_depth > 0) {
        noteEnd();
        skipSpace();
        const bool isObject = isIn(JsonType::Object);
        if (isAt(',')) {
            ++m_pos;
            return !isObject || readKey();
        }
        if (!isAt(isObject ? '}' : ']')) {
            return fail(isObject ? "expected ',' or '}'" : "expected ',' or ']'");
        }
        ++m_pos;
        --m_depth;
    }
    return true;
}

bool Scanner::readKey()
{
    skipSpace();
    if (!isAt('"')) {
        return fail("expected a member name in quotes");
    }
    const char *const begin = m_pos;
    if (!readString()) {
        return false;
    }
    if (m_depth == 1) {
        members.push_back({});
        members.back().key = decodeJsonString(QByteArrayView(begin + 1, m_pos - begin - 2));
    }
    skipSpace();
    if (!isAt(':')) {
        return fail("expected ':' after a member name");
    }
    ++m_pos;
    return true;
}

void Scanner::noteBegin(JsonType type)
{
    const qsizetype begin = m_pos - m_begin;
    if (m_depth == 1) {
        if (isIn(JsonType::Object)) {
            members.back().type = type;
            members.back().begin = begin;
        } else {
            elements.push_back({.type = type, .begin = begin, .end = begin});
        }
    } else if (m_depth == 2 && isIn(JsonType::Array) && !members.empty()) {
        JsonMember &array = members.back();
        if (type != JsonType::Object && array.firstNonObject < 0) {
            array.firstNonObject = array.elementCount;
        }
        ++array.elementCount;
    }
}

void Scanner::noteEnd()
{
    if (m_depth != 1) {
        return;
    }
    JsonSpan &span = isIn(JsonType::Object) ? static_cast<JsonSpan &>(members.back()) : elements.back();
    span.end = m_pos - m_begin;
}

Scanner::Step Scanner::readValue()
{
    const auto type = m_pos < m_end ? typeAt(*m_pos) : std::nullopt;
    if (!type) {
        fail("expected a value");
        return Step::Failed;
    }
    noteBegin(*type);
    if (*type == JsonType::Object) {
        return readContainer(*type, '}');
    }
    if (*type == JsonType::Array) {
        return readContainer(*type, ']');
    }
    return readScalar(*type) ? Step::Complete : Step::Failed;
}

Scanner::Step Scanner::readContainer(JsonType type, char closing)
{
    if (m_depth == maxDepth) {
        fail("nested deeper than 512 levels");
        return Step::Failed;
    }
    ++m_pos;
    skipSpace();
    if (isAt(closing)) {
        ++m_pos;
        return Step::Complete;
    }
    m_isObject.set(static_cast<std::size_t>(m_depth), type == JsonType::Object);
    ++m_depth;
    return Step::Opened;
}

bool Scanner::readScalar(JsonType type)
{
    switch (type) {
    case JsonType::String:
        return readString();
    case JsonType::Number:
        return readNumber();
    case JsonType::True:
        return readWord("true");
    case JsonType::False:
        return readWord("false");
    case JsonType::Null:
        return readWord("null");
    case JsonType::Object:
    case JsonType::Array:
        break;
    }
    return false;
}

bool Scanner::readString()
{
    const JsonStringEnd found = findJsonStringEnd(m_pos + 1, m_end);
    m_pos = found.pos;
    return found.problem == nullptr || fail(found.problem);
}

bool Scanner::readWord(QByteArrayView word)
{
    if (!QByteArrayView(m_pos, m_end - m_pos).startsWith(word)) {
        return fail("expected true, false or null");
    }
    m_pos += word.size();
    return true;
}

bool Scanner::readDigits()
{
    const char *const begin = m_pos;
    while (m_pos < m_end && *m_pos >= '0' && *m_pos <= '9') {
        ++m_pos;
    }
    return m_pos > begin || fail("expected a digit");
}

bool Scanner::readNumber()
{
    if (*m_pos == '-') {
        ++m_pos;
    }
    if (isAt('0')) {
        ++m_pos;
    } else if (!readDigits()) {
        return false;
    }
    if (isAt('.')) {
        ++m_pos;
        if (!readDigits()) {
            return false;
        }
    }
    if (isAt('e') || isAt('E')) {
        ++m_pos;
        if (isAt('+') || isAt('-')) {
            ++m_pos;
        }
        return readDigits();
    }
    return true;
}

} // namespace

Result<std::vector<JsonMember>> scanObject(QByteArrayView text)
{
    Scanner scanner(text);
    if (!scanner.read(JsonType::Object)) {
        return failure(scanner.error());
    }
    return std::move(scanner.members);
}

Result<std::vector<JsonSpan>> scanArray(QByteArrayView text)
{
    Scanner scanner(text);
    if (!scanner.read(JsonType::Array)) {
        return failure(scanner.error());
    }
    return std::move(scanner.elements);
}

} // namespace nexus
