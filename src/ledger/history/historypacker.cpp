// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historypacker.h"

#include <QtEndian>

#include <limits>
#include <zlib.h>

namespace nexus {

namespace {

constexpr int fastCompression = 1;
constexpr qsizetype headSize = 4; // the size of the text, which qUncompress() wants to know

} // namespace

struct HistoryPacker::Stream {
    Stream() { isReady = deflateInit(&z, fastCompression) == Z_OK; }
    ~Stream() { deflateEnd(&z); }
    Q_DISABLE_COPY_MOVE(Stream)

    z_stream z {};
    bool isReady = false;
};

HistoryPacker::HistoryPacker() = default;
HistoryPacker::~HistoryPacker() = default;

QByteArray HistoryPacker::packed(const QByteArray &text)
{
    if (!m_stream) {
        m_stream = std::make_unique<Stream>();
    }
    z_stream &z = m_stream->z;
    if (!m_stream->isReady || text.size() > std::numeric_limits<qint32>::max() || deflateReset(&z) != Z_OK) {
        return qCompress(text, fastCompression);
    }
    const auto size = static_cast<uInt>(text.size());
    const auto bound = static_cast<uInt>(deflateBound(&z, size));
    QByteArray packed(headSize + static_cast<qsizetype>(bound), Qt::Uninitialized);
    qToBigEndian<quint32>(size, packed.data());
    // zlib only reads what it does not declare constant.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    z.avail_in = size;
    z.next_out = reinterpret_cast<Bytef *>(packed.data() + headSize);
    z.avail_out = bound;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END) {
        return qCompress(text, fastCompression);
    }
    packed.truncate(headSize + static_cast<qsizetype>(z.total_out));
    return packed;
}

} // namespace nexus
