// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/secretscan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace nexus {

namespace {

using namespace std::string_view_literals;

// How a provider's keys begin.
struct KeyForm {
    std::string_view prefix;
    int minTail = 16; // letters behind it
    bool isPlain = false; // these are letters and digits only, which tells keys from names in programs
};

constexpr std::array keyForms {KeyForm {"sk-"}, KeyForm {"pk-"}, KeyForm {"sk_live_"}, KeyForm {"sk_test_"},
    KeyForm {"rk_live_"}, KeyForm {"csk-"}, KeyForm {"xai-"}, KeyForm {"gsk_", 20, true},
    KeyForm {"hf_", 20, true}, KeyForm {"r8_", 20, true}, KeyForm {"fw_", 20, true},
    KeyForm {"npm_", 20, true}, KeyForm {"pplx-"}, KeyForm {"nvapi-"}, KeyForm {"AIza", 20},
    KeyForm {"AQ.", 20}, KeyForm {"ya29."}, KeyForm {"AKIA", 12, true}, KeyForm {"ASIA", 12, true},
    KeyForm {"eyJ", 20}, KeyForm {"ghp_", 20, true}, KeyForm {"gho_", 20, true}, KeyForm {"ghu_", 20, true},
    KeyForm {"ghs_", 20, true}, KeyForm {"ghr_", 20, true}, KeyForm {"github_pat_"}, KeyForm {"glpat-"},
    KeyForm {"xoxa-"}, KeyForm {"xoxb-"}, KeyForm {"xoxp-"}, KeyForm {"xoxs-"}, KeyForm {"tgp_v1_"},
    KeyForm {"dop_v1_"}, KeyForm {"SG.", 20}};

// What stands before a secret that cannot be known by itself.
constexpr std::array secretNames {"bearer"sv, "authorization"sv, "api_key"sv, "apikey"sv, "api-key"sv,
    "x-api-key"sv, "x_api_key"sv, "access_token"sv, "refresh_token"sv, "auth_token"sv, "id_token"sv,
    "token"sv, "client_secret"sv, "aws_secret_access_key"sv, "secret_access_key"sv, "secret_key"sv,
    "private_key"sv, "secret"sv, "password"sv, "passwd"sv};

constexpr int minNamedSecret = 16;
constexpr qsizetype longestName = 24;
constexpr qsizetype longestGap = 12; // between a name and its secret
constexpr qsizetype minMedia = 512;
constexpr qsizetype minMarkedMedia = 32; // where the text says that it is base64
constexpr qsizetype minLine = 60; // of base64 that is broken into lines

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    const char lower = static_cast<char>(c | 0x20);
    return isDigit(c) || (lower >= 'a' && lower <= 'z');
}

bool isWord(char c)
{
    return isAlphanumeric(c) || c == '_';
}

bool isHex(char c)
{
    const char lower = static_cast<char>(c | 0x20);
    return isDigit(c) || (lower >= 'a' && lower <= 'f');
}

bool isBase64(char c)
{
    return isAlphanumeric(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
}

bool isToken(char c)
{
    return isBase64(c) || c == '.' || c == '~';
}

bool isSecretName(QByteArrayView name)
{
    return std::ranges::any_of(secretNames, [name](std::string_view known) {
        return name == QByteArrayView(known.data(), static_cast<qsizetype>(known.size()));
    });
}

// Reads a text letter by letter, where a letter may be an escape, also one within an escaped text.
class Scan final {
public:
    explicit Scan(QByteArrayView text)
        : m_text(text)
    { }

    [[nodiscard]] std::vector<Finding> findings();

private:
    struct Letter {
        char value = 0;
        qsizetype size = 0; // 0 where there is none
    };

    [[nodiscard]] Letter letterAt(qsizetype pos) const;
    [[nodiscard]] qsizetype escapeEnd(qsizetype pos) const;
    [[nodiscard]] std::optional<qsizetype> keyEnd(qsizetype pos) const;
    [[nodiscard]] bool fits(const KeyForm &form, qsizetype pos) const;
    [[nodiscard]] std::optional<Finding> namedSecret(qsizetype pos) const;
    [[nodiscard]] qsizetype gapEnd(qsizetype pos) const;
    [[nodiscard]] qsizetype wordEnd(qsizetype pos) const;
    [[nodiscard]] qsizetype tokenEnd(qsizetype pos) const;
    [[nodiscard]] std::optional<qsizetype> mediaEnd(qsizetype pos) const;
    [[nodiscard]] qsizetype base64End(qsizetype pos) const;
    [[nodiscard]] bool isMarkedMedia(qsizetype pos) const;
    [[nodiscard]] bool isNumber(qsizetype begin, qsizetype end) const;

    QByteArrayView m_text;
};

// A plain letter, `\/`, or the escape of an ASCII letter; any number of backslashes, since text within texts
// doubles them.
Scan::Letter Scan::letterAt(qsizetype pos) const
{
    if (pos >= m_text.size()) {
        return {};
    }
    if (m_text[pos] != '\\') {
        return {m_text[pos], 1};
    }
    qsizetype at = pos;
    while (at < m_text.size() && m_text[at] == '\\') {
        ++at;
    }
    if (at < m_text.size() && m_text[at] == '/') {
        return {'/', at + 1 - pos};
    }
    constexpr qsizetype digits = 4;
    if (at + digits >= m_text.size() || m_text[at] != 'u') {
        return {};
    }
    bool isNumber = false;
    const int code = m_text.sliced(at + 1, digits).toByteArray().toInt(&isNumber, 16);
    return isNumber && code > 0 && code < 0x80 ? Letter {static_cast<char>(code), at + 1 + digits - pos}
                                               : Letter {};
}

// Behind the escape at pos, which is no letter: `\n`, `\"`, and what is broken.
qsizetype Scan::escapeEnd(qsizetype pos) const
{
    while (pos < m_text.size() && m_text[pos] == '\\') {
        ++pos;
    }
    if (pos >= m_text.size()) {
        return pos;
    }
    const bool isUnicode = m_text[pos] == 'u';
    ++pos;
    for (int i = 0; isUnicode && i < 4 && pos < m_text.size() && isHex(m_text[pos]); ++i) {
        ++pos;
    }
    return pos;
}

qsizetype Scan::tokenEnd(qsizetype pos) const
{
    for (Letter letter = letterAt(pos); letter.size > 0 && isToken(letter.value); letter = letterAt(pos)) {
        pos += letter.size;
    }
    return pos;
}

bool Scan::fits(const KeyForm &form, qsizetype pos) const
{
    for (const char c : form.prefix) {
        const Letter letter = letterAt(pos);
        if (letter.size == 0 || letter.value != c) {
            return false;
        }
        pos += letter.size;
    }
    for (int i = 0; i < form.minTail; ++i) {
        const Letter letter = letterAt(pos);
        if (letter.size == 0 || !(form.isPlain ? isAlphanumeric(letter.value) : isToken(letter.value))) {
            return false;
        }
        pos += letter.size;
    }
    return true;
}

std::optional<qsizetype> Scan::keyEnd(qsizetype pos) const
{
    const bool isKey = std::ranges::any_of(keyForms, [&](const KeyForm &form) { return fits(form, pos); });
    return isKey ? std::optional(tokenEnd(pos)) : std::nullopt;
}

qsizetype Scan::wordEnd(qsizetype pos) const
{
    const qsizetype last = std::min(m_text.size(), pos + longestName + 1);
    while (pos < last && (isWord(m_text[pos]) || m_text[pos] == '-')) {
        ++pos;
    }
    return pos;
}

// Behind quotes, also escaped ones, blanks and what assigns.
qsizetype Scan::gapEnd(qsizetype pos) const
{
    constexpr QByteArrayView gap = "\"' \t:=";
    const qsizetype last = std::min(m_text.size(), pos + longestGap);
    while (pos < last) {
        qsizetype next = pos;
        while (next < last && m_text[next] == '\\') {
            ++next;
        }
        const bool isQuote = next < last && m_text[next] == '"';
        if (!isQuote && (next != pos || !gap.contains(m_text[pos]))) {
            return pos;
        }
        pos = next + 1;
    }
    return pos;
}

// `"api_key": "…"`, `password=…`, `Authorization: Bearer …`
std::optional<Finding> Scan::namedSecret(qsizetype pos) const
{
    const qsizetype end = wordEnd(pos);
    const QByteArray name = m_text.sliced(pos, end - pos).toByteArray().toLower();
    if (!isSecretName(name)) {
        return std::nullopt;
    }
    qsizetype begin = gapEnd(end);
    const QByteArrayView gap = m_text.sliced(end, begin - end);
    if (gap.isEmpty() || (name != "bearer" && !gap.contains(':') && !gap.contains('='))) {
        return std::nullopt;
    }
    const qsizetype schemeEnd = wordEnd(begin);
    const QByteArray scheme = m_text.sliced(begin, schemeEnd - begin).toByteArray().toLower();
    if (scheme == "bearer" || scheme == "basic" || scheme == "token") {
        begin = gapEnd(schemeEnd);
    }
    const qsizetype secretEnd = tokenEnd(begin);
    if (secretEnd - begin < minNamedSecret || isNumber(begin, secretEnd)) {
        return std::nullopt;
    }
    return Finding {Finding::Kind::Secret, begin, secretEnd};
}

// Outside of strings, JSON is to stay what it was.
bool Scan::isNumber(qsizetype begin, qsizetype end) const
{
    return std::all_of(m_text.begin() + begin, m_text.begin() + end,
        [](char c) { return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; });
}

// A line of base64 may end in an escaped line end, a short word may not.
qsizetype Scan::base64End(qsizetype pos) const
{
    qsizetype line = 0;
    while (true) {
        const Letter letter = letterAt(pos);
        if (letter.size > 0 && isBase64(letter.value)) {
            pos += letter.size;
            ++line;
            continue;
        }
        qsizetype next = pos;
        while (letter.size == 0 && next < m_text.size() && m_text[next] == '\\') {
            const qsizetype end = escapeEnd(next);
            const char kind = m_text[end - 1];
            if (kind != 'n' && kind != 'r') {
                break;
            }
            next = end;
        }
        if (next == pos || line < minLine) {
            return pos;
        }
        pos = next;
        line = 0;
    }
}

bool Scan::isMarkedMedia(qsizetype pos) const
{
    const QByteArrayView before = m_text.first(pos);
    if (before.endsWith("base64,")) {
        return true;
    }
    qsizetype end = pos;
    constexpr QByteArrayView gap = "\"\\ \t:";
    while (end > 0 && pos - end < longestGap && gap.contains(m_text[end - 1])) {
        --end;
    }
    const QByteArrayView name = m_text.first(end);
    return pos > end
        && (name.endsWith("\"data") || name.endsWith("\"file_data") || name.endsWith("b64_json"));
}

std::optional<qsizetype> Scan::mediaEnd(qsizetype pos) const
{
    const qsizetype end = base64End(pos);
    const qsizetype least = end - pos < minMedia && isMarkedMedia(pos) ? minMarkedMedia : minMedia;
    return end - pos >= least && !isNumber(pos, end) ? std::optional(end) : std::nullopt;
}

std::vector<Finding> Scan::findings()
{
    std::vector<Finding> found;
    char previous = ' ';
    qsizetype pos = 0;
    while (pos < m_text.size()) {
        const Letter letter = letterAt(pos);
        if (letter.size == 0) {
            pos = escapeEnd(pos);
            previous = ' ';
            continue;
        }
        const bool isWordBegin = isWord(letter.value) && !isWord(previous);
        const bool isRunBegin = isBase64(letter.value) && !isBase64(previous);
        std::optional<Finding> finding;
        if (const auto end = isWordBegin ? keyEnd(pos) : std::nullopt) {
            finding = Finding {Finding::Kind::Secret, pos, *end};
        } else if (const auto mediaEnds = isRunBegin ? mediaEnd(pos) : std::nullopt) {
            finding = Finding {Finding::Kind::Media, pos, *mediaEnds};
        } else if (isWordBegin) {
            finding = namedSecret(pos);
        }
        if (finding) {
            found.push_back(*finding);
        }
        pos = finding ? finding->end : pos + letter.size;
        previous = finding ? ' ' : letter.value;
    }
    return found;
}

} // namespace

std::vector<Finding> findSecrets(QByteArrayView text)
{
    return Scan(text).findings();
}

QByteArray decodedMedia(QByteArrayView base64)
{
    QByteArray plain;
    plain.reserve(base64.size());
    bool isUrlForm = false;
    for (qsizetype pos = 0; pos < base64.size(); ++pos) {
        const char c = base64[pos];
        if (c != '\\') {
            plain.append(c);
            isUrlForm = isUrlForm || c == '-' || c == '_';
            continue;
        }
        while (pos + 1 < base64.size() && base64[pos + 1] == '\\') {
            ++pos;
        }
        const char kind = pos + 1 < base64.size() ? base64[pos + 1] : 0;
        if (kind == 'u' && pos + 5 < base64.size()) {
            plain.append(static_cast<char>(base64.sliced(pos + 2, 4).toByteArray().toInt(nullptr, 16)));
            pos += 5;
        } else {
            plain.append(kind == '/' ? "/" : "");
            ++pos;
        }
    }
    return QByteArray::fromBase64(
        plain, isUrlForm ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
}

} // namespace nexus
