// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/fieldreader.h"

#include <string>
#include <vector>

namespace nexus::anthropic {

//! \brief The `cache_control` of \a block.
[[nodiscard]] CacheMark cacheOf(const Field &block);

//! \brief Reads the content of messages, a text or a list of blocks.
//!
//! Blocks of Anthropic's own server tools and of its Files API are refused, since no other provider knows
//! them.
class ContentReader final {
public:
    //! \param dropped takes the names of fields without effect; must outlive the reader
    explicit ContentReader(std::vector<std::string> &dropped)
        : m_dropped(dropped)
    { }

    [[nodiscard]] std::vector<MessagePart> read(const Field &content, Role role);

private:
    void readBlock(const Field &block, Role role, std::vector<MessagePart> &parts);
    void readDocument(const Field &block, std::vector<MessagePart> &parts);
    [[nodiscard]] MediaPart readImage(const Field &block);
    [[nodiscard]] MediaPart readDocumentSource(const Field &source);
    [[nodiscard]] ToolResultPart readResult(const Field &block);
    void readResultBlock(const Field &block, std::vector<ToolResultPart::Content> &content);
    void noteCitations(const Field &block);
    void drop(const char *name);

    std::vector<std::string> &m_dropped;
};

} // namespace nexus::anthropic
