// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/splitcommand.h"

namespace nexus::aws {

namespace {

// Inside double quotes a backslash is itself, but before these.
bool isEscapable(QChar c)
{
    return c == u'"' || c == u'\\' || c == u'$' || c == u'`';
}

// Reads the text of one command character by character.
class Splitter final {
public:
    explicit Splitter(QStringView text)
        : m_text(text)
    { }

    std::optional<QStringList> words()
    {
        while (m_at < m_text.size()) {
            if (!takeOne()) {
                return std::nullopt;
            }
        }
        endWord();
        return m_words;
    }

private:
    bool takeOne()
    {
        const QChar c = m_text[m_at++];
        if (c.isSpace()) {
            endWord();
            return true;
        }
        m_isInWord = true;
        if (c == u'\'') {
            return takeSingleQuoted();
        }
        if (c == u'"') {
            return takeDoubleQuoted();
        }
        if (c != u'\\') {
            m_word += c;
            return true;
        }
        if (m_at == m_text.size()) {
            return false;
        }
        m_word += m_text[m_at++];
        return true;
    }

    bool takeSingleQuoted()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at);
        if (end < 0) {
            return false;
        }
        m_word += m_text.sliced(m_at, end - m_at);
        m_at = end + 1;
        return true;
    }

    bool takeDoubleQuoted()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"') {
                return true;
            }
            const bool isEscape = c == u'\\' && m_at < m_text.size() && isEscapable(m_text[m_at]);
            m_word += isEscape ? m_text[m_at++] : c;
        }
        return false;
    }

    void endWord()
    {
        if (m_isInWord) {
            m_words.append(std::exchange(m_word, {}));
        }
        m_isInWord = false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_word;
    bool m_isInWord = false;
    QStringList m_words;
};

} // namespace

std::optional<QStringList> splitCommand(QStringView command)
{
    return Splitter(command).words();
}

} // namespace nexus::aws
